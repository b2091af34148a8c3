import { disclosedTypes, lineOf } from '@redress/access/disclosure/disclosures.js';
import { nothing, type Side } from '@redress/access/disclosure/line.js';
import { caseKinds } from '../kinds.js';

/** What no party of any kind is told of, and what the respondent alone is not: a change here is a change of policy. */
const toOffices = (kind: string) => hiddenFrom(kind, 'complainant');
const hiddenFrom = (kind: string, side: Side) =>
  disclosedTypes(kind).filter((type) => lineOf(kind, type)[side] === nothing);

describe.each(caseKinds)('$kind', ({ kind, schemas }) => {
  test('says of every type of event who is told of it, and of none which there is not', () => {
    expect(Object.keys(schemas).filter((type) => !disclosedTypes(kind).includes(type))).toEqual([]);
    expect(disclosedTypes(kind).filter((type) => !(type in schemas))).toEqual([]);
  });

  test('keeps from both parties what the offices weigh among themselves', () => {
    expect(toOffices(kind)).toEqual(
      expect.arrayContaining(['CoHandlerReported', 'RungAcknowledged', 'RungOverridden', 'DispatchObjectionRaised']),
    );
    for (const type of toOffices(kind)) expect([type, lineOf(kind, type).respondent]).toEqual([type, nothing]);
  });

  test('keeps from the respondent what protects the complainant', () => {
    expect(hiddenFrom(kind, 'respondent')).toEqual(
      expect.arrayContaining([
        ...['RetaliationReported', 'ProtectionMarked', 'FirstContactMade', 'FirstContactNamed', 'FollowUpCallMade'],
        ...['SatisfactionRated', 'BadReviewReceived', 'BadReviewChecked', 'RungFired', 'EscalatedByHand'],
      ]),
    );
  });
});

test('a type of which nothing is said is told to no party', () => {
  const line = lineOf('overduePayment', 'SomethingOfALaterRelease');
  expect([line.complainant, line.respondent]).toEqual([nothing, nothing]);
  expect(lineOf('overduePayment', '__proto__').complainant).toBe(nothing);
  expect(lineOf('petition', 'NoteAdded').respondent).toBe(nothing);
});
