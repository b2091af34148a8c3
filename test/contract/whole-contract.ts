import { eventStoreContract } from '@redress/event-store/contract/contract.js';
import type { ContractAdapter, Property } from '@redress/event-store/contract/property.js';
import { evolutionProperties } from './evolution-properties.js';
import { privacyProperties } from './privacy-properties.js';

/** The contract of the store, and what the libs above it add to it. */
export function wholeContract(adapter: ContractAdapter): readonly Property[] {
  return [...eventStoreContract(adapter), ...evolutionProperties(adapter), ...privacyProperties(adapter)].sort(
    (a, b) => a.number - b.number,
  );
}
