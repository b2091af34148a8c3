import { accept, refuse, type Refusal } from '../decision.js';
import type { OfficeRef } from '../reference.js';
import type { ProcedureBody } from './commands.js';
import { asStep, beside, officeOf, type ProcedureOutcome, type ProcedureView, type Rules } from './rule.js';

/**
 * 首接负责制: who was contacted first answers to the complainant until the conclusion, whoever holds the file. The name
 * passes to another with a reason, and is never taken away.
 */
export const custodyRules: Rules<
  'nameFirstContact' | 'recordFirstContact' | 'assignOfficer' | 'takeOver' | 'handUp' | 'handDown' | 'handToPlatform'
> = {
  nameFirstContact: {
    earliest: beside,
    decide: ({ officer, office, reason }, { procedure: { firstContact } }) => {
      if (officer === null) return refuse({ code: 'notAnOfficerHere', field: 'officer' });
      if (firstContact === null) {
        return accept({ type: 'FirstContactNamed', data: { officer, office, previous: null, reason } });
      }
      if (firstContact.officer.id === officer.id) return refuse({ code: 'alreadyFirstContact', field: 'officer' });
      if (reason === null) return refuse({ code: 'firstContactStays', field: 'reason' });
      const previous = firstContact.officer;
      return accept({ type: 'FirstContactNamed', data: { officer, office, previous, reason } });
    },
  },
  recordFirstContact: {
    earliest: beside,
    decide: (body, { procedure: { contactedOn } }) =>
      contactedOn === null
        ? accept({ type: 'FirstContactMade', data: body })
        : refuse({ code: 'alreadyContacted', params: { on: contactedOn } }),
  },
  assignOfficer: {
    earliest: beside,
    decide: ({ officer, office }, { procedure: { holder } }) => {
      if (officer === null) return refuse({ code: 'notAnOfficerHere', field: 'officer' });
      if (holder?.id === officer.id) return refuse({ code: 'alreadyHolder', field: 'officer' });
      return accept({ type: 'OfficerAssigned', data: { officer, office, previous: holder, takenOver: false } });
    },
  },
  takeOver: {
    earliest: beside,
    decide: ({ office }, { procedure: { holder } }, { actor }) => {
      if (holder?.id === actor.id) return refuse({ code: 'alreadyHolder' });
      return accept({ type: 'OfficerAssigned', data: { officer: actor, office, previous: holder, takenOver: true } });
    },
  },
  handUp: { earliest: beside, decide: (body, view) => handOn('up', body, view) },
  handDown: { earliest: beside, decide: (body, view) => handOn('down', body, view) },
  handToPlatform: { earliest: asStep, decide: (body) => accept({ type: 'HandedToPlatform', data: body }) },
};

/** While offices act together their lead is the handling office: it ends the joint handling before it hands the file on. */
function handOn(
  direction: 'up' | 'down',
  { to, level, ground }: ProcedureBody<'handUp'>,
  { procedure }: ProcedureView,
): ProcedureOutcome {
  const from = officeOf(procedure);
  const faults: Refusal[] = [];
  if (to === null) faults.push({ code: direction === 'up' ? 'notAHigherOffice' : 'notALowerOffice', field: 'office' });
  if (to?.id === from.id) faults.push({ code: 'alreadyThere', field: 'office' });
  if (procedure.joint) faults.push({ code: 'jointHandlingStands' });
  return to === null || faults.length > 0
    ? refuse(...faults)
    : accept({ type: 'HandedOn', data: { direction, from, to, level, ground } });
}

/** 派单异议: raised within the operator's days and decided once; a case sent on after that is not sent back again. */
export const dispatchRules: Rules<'objectToDispatch' | 'decideDispatchObjection'> = {
  objectToDispatch: {
    earliest: beside,
    decide: ({ by, ground, latestOn }, { procedure: { dispatchObjection, joint } }, { on }) => {
      const faults: Refusal[] = [];
      if (dispatchObjection?.upheld === null) faults.push({ code: 'dispatchObjectionOpen' });
      else if (dispatchObjection) faults.push({ code: 'dispatchObjectionDecided' });
      if (latestOn !== null && on > latestOn) faults.push({ code: 'dispatchObjectionLate', params: { latestOn } });
      if (joint) faults.push({ code: 'jointHandlingStands' });
      return faults.length > 0 ? refuse(...faults) : accept({ type: 'DispatchObjectionRaised', data: { by, ground } });
    },
  },
  decideDispatchObjection: {
    earliest: ({ procedure: { dispatchObjection }, lodgedOn }) => dispatchObjection?.on ?? lodgedOn,
    decide: ({ upheld, to, reason }, { procedure }) => {
      const { dispatchObjection } = procedure;
      if (dispatchObjection?.upheld !== null) {
        return refuse({ code: dispatchObjection ? 'dispatchObjectionDecided' : 'noDispatchObjection' });
      }
      if (!upheld) return accept({ type: 'DispatchObjectionDecided', data: { upheld, to: null, reason } });
      const faults: Refusal[] = [];
      if (procedure.joint) faults.push({ code: 'jointHandlingStands' });
      if (to === null) faults.push({ code: 'notAHandlingAuthority', field: 'office' });
      const other: OfficeRef | null = to === 'acceptingAuthority' ? null : to;
      if (other && other.id === procedure.handlingOffice?.id) faults.push({ code: 'alreadyThere', field: 'office' });
      if (faults.length > 0) return refuse(...faults);
      return accept({ type: 'DispatchObjectionDecided', data: { upheld, to: other, reason } });
    },
  },
};
