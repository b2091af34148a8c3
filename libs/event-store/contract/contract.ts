import { appendProperties } from './append-properties.js';
import { breakProperties } from './break-properties.js';
import { contentProperties } from './content-properties.js';
import { differentialProperties } from './differential-properties.js';
import { followProperties } from './follow-properties.js';
import { orderProperties } from './order-properties.js';
import type { ContractAdapter, Property } from './property.js';
import { proofProperties } from './proof-properties.js';
import { readProperties } from './read-properties.js';
import { subscriptionProperties } from './subscription-properties.js';
import { surfaceProperties } from './surface-properties.js';
import { timeProperties } from './time-properties.js';

/** What the port promises, as plain functions: any test runner can register them. Each uses streams of its own. */
export function eventStoreContract(adapter: ContractAdapter): readonly Property[] {
  return [
    ...appendProperties(adapter),
    ...contentProperties(adapter),
    ...readProperties(adapter),
    ...orderProperties(adapter),
    ...followProperties(adapter),
    ...timeProperties(adapter),
    ...subscriptionProperties(adapter),
    ...breakProperties(adapter),
    ...proofProperties(adapter),
    ...surfaceProperties(adapter),
    ...differentialProperties(adapter),
  ].sort((a, b) => a.number - b.number);
}
