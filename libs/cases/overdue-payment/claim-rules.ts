import type { Refusal, RefusalCode } from '../shared/decision.js';
import { exceeds, isZero, largest, sum } from '../shared/money.js';
import { isCreditCode, type Respondent, type SizeType } from '../shared/party.js';
import type { Claim, Line, LineDue } from './claim.js';

/**
 * Everything wrong with a claim, each with its field, so that the complainant is told once (一次告知).
 *
 * @param today PlainDate in Shanghai
 */
export function faultsOfClaim(claim: Claim, today: string): Refusal[] {
  const faults = [...faultsOfParties(claim)];
  if (claim.contract.concludedOn > today) faults.push({ code: 'dateInFuture', field: 'contract.concludedOn' });
  if (exceeds(sum(claim.lines.map((line) => line.amount)), largest))
    faults.push({ code: 'totalTooLarge', field: 'lines' });
  if (claim.lines.length === 0) faults.push({ code: 'noLines', field: 'lines' });
  claim.lines.forEach((line, index) => faults.push(...faultsOfLine(line, `lines[${index}]`, claim, today)));
  return faults;
}

function faultsOfParties(claim: Claim): Refusal[] {
  const { complainant, respondent } = claim;
  const faults: Refusal[] = [];
  if (!isCreditCode(complainant.creditCode)) faults.push({ code: 'creditCode', field: 'complainant.creditCode' });
  faults.push(...faultsOfRespondent(respondent, 'respondent', claim));
  if (respondent.creditCode !== null && respondent.creditCode === complainant.creditCode) {
    faults.push({ code: 'sameParty', field: 'respondent.creditCode' });
  }
  return faults;
}

const small: ReadonlySet<SizeType> = new Set(['micro', 'small', 'medium']);

/**
 * Only a body or a large firm can be complained of (Order 802, Art. 3 and 24); of another the complainant is told so at
 * the gate, not in court. A size it does not know is found out in the review.
 */
export function faultsOfRespondent(
  respondent: Respondent,
  field: string,
  { privateOrganisation }: Pick<Claim, 'privateOrganisation'>,
): Refusal[] {
  const faults: Refusal[] = [];
  if (respondent.creditCode !== null && !isCreditCode(respondent.creditCode)) {
    faults.push({ code: 'creditCode', field: `${field}.creditCode` });
  }
  const body = respondent.unitType === 'stateOrgan' || respondent.unitType === 'publicInstitution';
  if (body && respondent.sizeType !== 'notApplicable') faults.push({ code: 'sizeOfBody', field: `${field}.sizeType` });
  if (!body && respondent.sizeType === 'notApplicable') faults.push({ code: 'sizeOfFirm', field: `${field}.sizeType` });
  if (respondent.unitType === 'largeFirm' && !['large', 'unknown'].includes(respondent.sizeType)) {
    faults.push({ code: 'sizeOfLargeFirm', field: `${field}.sizeType` });
  }
  if (
    (respondent.unitType === 'stateOwnedFirm' || respondent.unitType === 'otherFirm') &&
    small.has(respondent.sizeType)
  ) {
    // Of a private organisation and a state firm of any size the Promotion Law speaks, by other ways (Art. 67, 69).
    const promoted = respondent.unitType === 'stateOwnedFirm' && privateOrganisation === true;
    faults.push({ code: promoted ? 'onlyPromotionLaw' : 'respondentNotLarge', field: `${field}.sizeType` });
  }
  return faults;
}

function faultsOfLine(line: Line, field: string, { contract }: Claim, today: string): Refusal[] {
  const faults: Refusal[] = [];
  const at = (name: keyof Line, code: RefusalCode) => faults.push({ code, field: `${field}.${name}` });
  if (isZero(line.amount)) at('amount', 'amountNotPositive');
  if (exceeds(line.disputed, line.amount)) at('disputed', 'disputedExceedsAmount');
  if (line.deliveredOn > today) at('deliveredOn', 'dateInFuture');
  if (line.workAcceptedOn !== null && line.workAcceptedOn > today) at('workAcceptedOn', 'dateInFuture');
  // Works are accepted first and handed over afterwards (竣工验收, Civil Code Art. 799); goods and services the other way.
  if (contract.subject !== 'works' && line.workAcceptedOn !== null && line.workAcceptedOn < line.deliveredOn) {
    at('workAcceptedOn', 'acceptedBeforeDelivery');
  }
  if (line.agreedDueOn !== null && line.agreedDueOn < contract.concludedOn) at('agreedDueOn', 'dueBeforeContract');
  if (line.agreedDueOn !== null && line.agreedDays !== null) at('agreedDays', 'termTwice');
  for (const name of ['inspectionEndsOn', 'settlementConfirmedOn'] as const) {
    const day = line[name];
    if (day !== null && day < contract.concludedOn) at(name, 'dueBeforeContract');
  }
  if (line.settlementConfirmedOn !== null && line.settlementConfirmedOn > today) {
    at('settlementConfirmedOn', 'dateInFuture');
  }
  return faults;
}

/**
 * A line is claimed once it is overdue: by the contract as far as Order 802 Art. 9 lets it be agreed, else by Art. 9
 * itself. Where neither gives a date the office examines it; nothing is invented.
 */
export function faultsOfDues(claim: Claim, dues: readonly LineDue[], on: string): Refusal[] {
  return claim.lines.flatMap(({ line, agreedDueOn }, i): Refusal[] => {
    const due = dues.find((one) => one.line === line) ?? { dueOn: agreedDueOn, raw: null, from: 'contract' };
    // Past the last holiday notice the day cannot be rolled; as counted it tells enough.
    const dueOn = due.dueOn ?? due.raw;
    if (!dueOn || dueOn < on) return [];
    const agreed = agreedDueOn === null ? 'agreedDays' : 'agreedDueOn';
    const field = `lines[${i}].${due.from === 'contract' ? agreed : 'deliveredOn'}`;
    return [{ code: 'notYetOverdue', field, params: { dueOn } }];
  });
}
