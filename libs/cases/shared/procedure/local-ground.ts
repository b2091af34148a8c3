import type { Refusal } from '../decision.js';
import type { LocalGround } from './commands.js';

/** Whether a ground of the operator's own can be used on this day, on a file with these facts. */
export function faultsOfGround(ground: LocalGround | null, facts: readonly string[], on: string): readonly Refusal[] {
  const field = 'ground';
  if (ground === null) return [{ code: 'noSuchGround', field }];
  const faults: Refusal[] = [];
  const { validFrom: from, validTo: to } = ground;
  if (to === null) {
    if (on < from) faults.push({ code: 'groundNotYetInForce', field, params: { from } });
  } else if (on < from || on > to) faults.push({ code: 'groundNotInForce', field, params: { from, to } });
  if (ground.needs !== null && !facts.includes(ground.needs)) faults.push({ code: 'groundNeedsFact', field });
  return faults;
}
