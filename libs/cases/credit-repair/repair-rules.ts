import { accept, refuse, type Decision, type Refusal } from '../shared/decision.js';
import type { CommandBody } from './commands.js';
import { repairConditions, unproved } from './conditions.js';
import type { CreditRepairEvent } from './events.js';
import { readingOf } from './publicity.js';
import type { Existing } from './state.js';

type Outcome = Decision<CreditRepairEvent>;

/**
 * Each of the four conditions is found once, proved or not. Whether the minimum has been reached is a matter of days: where
 * an active rule sets it the finding must agree, elsewhere it is the reviewer's.
 */
export function reviewConditions(body: CommandBody<'reviewConditions'>, state: Existing, on: string): Outcome {
  const { conditions } = body;
  const complete = repairConditions.every(
    (one) => conditions.filter(({ condition }) => condition === one).length === 1,
  );
  if (!complete) return refuse({ code: 'fourConditions', field: 'conditions' });
  const reading = readingOf(state.request.record, on);
  const index = conditions.findIndex(({ condition }) => condition === 'minimumReached');
  const { requestableFrom: from } = reading;
  if (from !== null && conditions[index]!.proved !== on >= from) {
    return refuse({ code: 'minimumContradicted', field: `conditions[${index}].proved`, params: { from } });
  }
  return accept({
    type: 'ConditionsReviewed',
    data: { conditions, unproved: unproved(state.request, conditions), reading },
  });
}

/** Repaired where every condition is proved, and only then (谁认定、谁修复: by whoever accepted it). */
export function decideRepair({ repaired, reason }: CommandBody<'decideRepair'>, state: Existing): Outcome {
  const { conditions, repairer, request } = state;
  if (conditions === null || repairer === null) return refuse({ code: 'conditionsNotReviewed' });
  const missing = unproved(request, conditions);
  if (repaired && missing.length > 0) return refuse({ code: 'conditionsNotProved', field: 'repaired' });
  if (!repaired && missing.length === 0) return refuse({ code: 'conditionsAllProved', field: 'repaired' });
  const decided: CreditRepairEvent = {
    type: 'RepairDecided',
    data: { repaired, by: repairer, crossProvince: request.record.crossProvince, unproved: missing, reason },
  };
  return repairer === 'department'
    ? accept<CreditRepairEvent>({ type: 'DepartmentDecided', data: { repaired, reason } }, decided)
    : accept(decided);
}

/** O36, S107 (secondary): at the maximum it stops by itself where what was found is corrected, else by the sector's rules. */
export function reachMaximum(body: CommandBody<'reachMaximum'>, state: Existing, on: string): Outcome {
  const { corrected, sectorRule } = body;
  const { stopsAfter } = readingOf(state.request.record, on);
  const faults: Refusal[] = [];
  if (stopsAfter === null) faults.push({ code: 'noMaximum' });
  else if (on <= stopsAfter) faults.push({ code: 'maximumNotReached', params: { stopsAfter } });
  if (corrected && sectorRule !== null) faults.push({ code: 'sectorRuleNotNeeded', field: 'sectorRule' });
  if (!corrected && sectorRule === null) faults.push({ code: 'sectorRuleMissing', field: 'sectorRule' });
  if (faults.length > 0) return refuse(...faults);
  return sectorRule === null
    ? accept({ type: 'PublicityEnded', data: { by: 'maximum', platforms: [] } })
    : accept({ type: 'PublicityContinued', data: { sectorRule } });
}
