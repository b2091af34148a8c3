import { parseCalendar } from '@redress/deadlines/calendar/calendar.js';
import { parsePaymentTerms } from '@redress/deadlines/payment/payment-terms.js';
import { readJson } from '@redress/deadlines/specimens/release.js';
import { claim } from '../testing/overdue-payment.js';
import type { Claim, Line } from './claim.js';
import { duesOf } from './line-due.js';
import { partiesOf } from './scope.js';

const calendar = parseCalendar(readJson('calendar/data/calendar-cn.json'));
const rules = parsePaymentTerms(readJson('payment/data/payment-terms-cn.json'));
const contract = { ...claim.contract, concludedOn: '2025-06-01' };
const [line] = claim.lines as [Line];
const due = (changes: Partial<Line>, of: Partial<Claim> = {}) =>
  duesOf({ ...claim, contract, ...of, lines: [{ ...line, agreedDueOn: null, ...changes }] }, rules, calendar)[0];
const body = { respondent: { ...claim.respondent, unitType: 'publicInstitution', sizeType: 'notApplicable' } } as const;

test('each line has its date with its article', () => {
  const lines = [line, { ...line, line: 2, agreedDueOn: null }];
  expect(duesOf({ ...claim, contract, lines }, rules, calendar)).toMatchObject([
    { line: 1, dueOn: '2025-07-10', from: 'contract' },
    { line: 2, dueOn: '2025-08-11', days: 60, from: 'law', citation: { article: '9¶2' } },
  ]);
});

test('a body has 30 days, and 60 at most whatever is agreed', () => {
  expect(due({}, body)).toMatchObject({ days: 30, citation: { article: '9¶1' } });
  const organ = { respondent: { ...body.respondent, unitType: 'stateOrgan' } } as const;
  expect(due({ agreedDays: 90 }, organ)).toMatchObject({ days: 60, flags: [{ code: 'cappedAtMaximum' }] });
});

test('the term counts from acceptance, the end of the agreed inspection, or the settlement of the amount', () => {
  expect(due({ workAcceptedOn: '2025-06-20' })).toMatchObject({ start: { kind: 'acceptance', on: '2025-06-20' } });
  expect(due({ workAcceptedOn: '2025-06-20', inspectionEndsOn: '2025-06-15' })).toMatchObject({
    start: { kind: 'inspectionEnd', on: '2025-06-15' },
  });
  expect(due({ inspectionEndsOn: '2025-06-15' })).toMatchObject({ start: { kind: 'inspectionEnd' } });
  expect(due({ settlementConfirmedOn: '2025-06-25' })).toMatchObject({
    start: { kind: 'settlement', on: '2025-06-25' },
  });
  expect(due({})).toMatchObject({ start: { kind: 'delivery', on: '2025-06-10' } });
});

test('a pay-when-paid term of a large firm is void; of a contract before 2025-06-01 no 60 days are invented', () => {
  expect(due({ agreedDays: 180 }, { contract: { ...contract, payWhenPaid: true } })).toMatchObject({
    days: 60,
    flags: [{ code: 'payWhenPaidVoid' }],
  });
  expect(due({}, { contract: claim.contract })).toMatchObject({ dueOn: null });
});

test('a firm whose size nobody knows has the term it agreed, and none by law', () => {
  const respondent = { ...claim.respondent, unitType: 'otherFirm', sizeType: 'unknown' } as const;
  expect(due({}, { respondent })).toMatchObject({ dueOn: null, citation: null });
  expect(due({ agreedDays: 30 }, { respondent })).toMatchObject({ dueOn: '2025-07-10' });
  expect(due({}, { respondent: { ...respondent, sizeType: 'large' } })).toMatchObject({ days: 60 });
});

test('the tests of scope go by what the claim says', () => {
  const parties = (unitType: Claim['respondent']['unitType'], sizeType: Claim['respondent']['sizeType']) =>
    partiesOf({ ...claim, respondent: { ...claim.respondent, unitType, sizeType } }).debtor;
  expect(parties('stateOrgan', 'notApplicable')).toEqual({ publicBody: true, largeFirm: false, stateOwned: false });
  expect(parties('publicInstitution', 'notApplicable')).toMatchObject({ publicBody: true });
  expect(parties('stateOwnedFirm', 'unknown')).toEqual({ publicBody: false, largeFirm: true, stateOwned: true });
  expect(parties('otherFirm', 'large')).toEqual({ publicBody: false, largeFirm: true, stateOwned: false });
  expect(parties('largeFirm', 'large').largeFirm).toBe(true);
  expect(parties('otherFirm', 'small').largeFirm).toBe(false);
  expect(partiesOf(claim).creditor).toEqual({ sme: true, privateOrganisation: true });
  expect(partiesOf({ ...claim, privateOrganisation: null }).creditor.privateOrganisation).toBe(false);
});
