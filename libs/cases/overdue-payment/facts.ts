import { isZero } from '../shared/money.js';
import type { File } from './file.js';
import { outstanding } from './owed.js';

/** Facts on the file which a ground of the operator's own may need: the words of its reference data. */
export const facts = ['proceedings', 'outOfScope', 'paid', 'settled'] as const;

export type Fact = (typeof facts)[number];

export function factsOf(file: File): readonly Fact[] {
  const holds: Readonly<Record<Fact, boolean>> = {
    proceedings: file.proceedings,
    outOfScope: file.scope?.is802 === false,
    paid: isZero(outstanding(file)),
    settled: file.settlements.length > 0,
  };
  return facts.filter((fact) => holds[fact]);
}
