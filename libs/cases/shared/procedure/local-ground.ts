import type { Refusal } from '../decision.js';
import type { LocalGround } from './commands.js';

/** Whether a ground of the operator's own can be used on this day, on a file with these facts. */
export function faultsOfGround(ground: LocalGround | null, facts: readonly string[], on: string): readonly Refusal[] {
  const field = 'ground';
  if (ground === null) return [{ code: 'noSuchGround', field }];
  const faults: Refusal[] = [];
  if (on < ground.validFrom || (ground.validTo !== null && on > ground.validTo)) {
    faults.push({ code: 'groundNotInForce', field, params: { from: ground.validFrom, to: ground.validTo ?? '' } });
  }
  if (ground.needs !== null && !facts.includes(ground.needs)) faults.push({ code: 'groundNeedsFact', field });
  return faults;
}
