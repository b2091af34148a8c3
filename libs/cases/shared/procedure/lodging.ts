import type { Circumstances } from '../case-kind.js';
import type { Refusal } from '../decision.js';
import { isCreditCode } from '../party.js';
import type { OfficeRef } from '../reference.js';
import type { Lodging, ProcedureEvent } from './events.js';

/** What is wrong with the way a case came in; the first clock counts from the day of receipt, which is that of the act. */
export function faultsOfLodging(
  { by, channel, receivedOn, agent }: Lodging,
  complainantCode: string,
  { on }: Pick<Circumstances, 'on'>,
): Refusal[] {
  const faults: Refusal[] = [];
  if (receivedOn !== on) faults.push({ code: 'notTheDayOfReceipt', field: 'lodging.receivedOn', params: { on } });
  if ((channel === 'online') === (by === 'officer'))
    faults.push({ code: 'channelDoesNotFit', field: 'lodging.channel' });
  if (by === 'agent' && agent === null) faults.push({ code: 'agentMissing', field: 'lodging.agent' });
  if (by === 'complainant' && agent !== null) faults.push({ code: 'agentNotNamed', field: 'lodging.agent' });
  if (agent !== null && !isCreditCode(agent.creditCode)) {
    faults.push({ code: 'creditCode', field: 'lodging.agent.creditCode' });
  }
  if (agent?.creditCode === complainantCode) {
    faults.push({ code: 'agentIsComplainant', field: 'lodging.agent.creditCode' });
  }
  return faults;
}

/** The officer who takes a case in on somebody's behalf is the first contact (首接). */
export function firstContactOf(
  { by, office: takenIn }: Lodging,
  office: OfficeRef,
  { actor }: Circumstances,
): readonly ProcedureEvent[] {
  if (by !== 'officer') return [];
  return [
    { type: 'FirstContactNamed', data: { officer: actor, office: takenIn ?? office, previous: null, reason: null } },
  ];
}
