import type { Circumstances } from '../shared/case-kind.js';
import type { Refusal } from '../shared/decision.js';
import { isCreditCode } from '../shared/party.js';
import { faultsOfLodging } from '../shared/procedure/lodging.js';
import type { Matter, Opponent, Request } from './matter.js';

/** Everything wrong with a request, each with its field, so that it is told once (一次告知). */
export function faultsOfRequest(request: Request, at: Pick<Circumstances, 'on'>): Refusal[] {
  const { complainant, respondent, matter, lodging } = request;
  const faults = [...faultsOfLodging(lodging, complainant.creditCode, at)];
  if (!isCreditCode(complainant.creditCode)) faults.push({ code: 'creditCode', field: 'complainant.creditCode' });
  if (respondent) faults.push(...faultsOfOpponent(respondent, complainant.creditCode, 'respondent'));
  if (matter.route === 'priorityExamination' && respondent) {
    faults.push({ code: 'noOpponentHere', field: 'respondent' });
  }
  faults.push(...faultsOfMatter(matter, at.on));
  return faults;
}

export function faultsOfOpponent({ creditCode }: Opponent, complainantCode: string, field: string): Refusal[] {
  if (creditCode === null) return [];
  if (!isCreditCode(creditCode)) return [{ code: 'creditCode', field: `${field}.creditCode` }];
  return creditCode === complainantCode ? [{ code: 'sameParty', field: `${field}.creditCode` }] : [];
}

function faultsOfMatter(matter: Matter, on: string): Refusal[] {
  const inFuture = (day: string | null, field: string): Refusal[] =>
    day !== null && day > on ? [{ code: 'dateInFuture', field: `matter.${field}` }] : [];
  switch (matter.route) {
    case 'adjudication':
      return [...inFuture(matter.patent.grantedOn, 'patent.grantedOn'), ...inFuture(matter.knownOn, 'knownOn')];
    case 'mediation':
      return inFuture(matter.patent.grantedOn, 'patent.grantedOn');
    case 'priorityExamination':
      return inFuture(matter.application.filedOn, 'application.filedOn');
    case 'trademark':
    case 'copyright':
    case 'tradeSecret':
      return [];
  }
}
