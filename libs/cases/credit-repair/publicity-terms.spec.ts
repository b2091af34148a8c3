import { record } from '../testing/credit-repair.js';
import { isSafety, termsOf } from './publicity-terms.js';
import { recordFields, recordForms, type CreditRecord } from './record.js';
import type { RegimeId } from './regime.js';

const on = '2026-09-10';
/** `shown | minimum mark | maximum mark | counted from mark`, as a row of the law reference. */
function row(regime: RegimeId, changes: Partial<CreditRecord>, day = on): string {
  const { shown, shownMark, minimum, maximum, countedFrom, countedFromMark } = termsOf[regime](
    { ...record, ...changes },
    day,
  );
  const term = ({ months, mark }: typeof minimum) => `${months ?? '–'} ${mark}`;
  return `${shown} ${shownMark} | ${term(minimum)} | ${term(maximum)} | ${countedFrom} ${countedFromMark}`;
}

const slight = ['simpleProcedure', 'warningOnly', 'criticismOnly'] as const;
const safety = ['food', 'drugs', 'specialEquipment', 'workSafety', 'fire'] as const;

describe('O58: no three classes, and nothing of it was read', () => {
  test.each(slight)('%s is not shown', (form) =>
    expect(row('O58', { form })).toBe('notShown unconfirmed | – unconfirmed | – unconfirmed | disclosure unconfirmed'),
  );
  test('general: 3 months to 3 years', () =>
    expect(row('O58', {})).toBe('shown unconfirmed | 3 unconfirmed | 36 unconfirmed | disclosure unconfirmed'));
  test.each(safety)('%s: 1 year at least', (field) =>
    expect(row('O58', { field })).toBe('shown unconfirmed | 12 unconfirmed | 36 unconfirmed | disclosure unconfirmed'),
  );
  test('serious: by the rules of its list', () =>
    expect(row('O58', { class: 'serious' })).toBe(
      'shown unconfirmed | – unconfirmed | – unconfirmed | disclosure unconfirmed',
    ));
});

describe.each([
  ['D22', 'finding unconfirmed'],
  ['O36', 'finding secondary'],
] as const)('%s: three classes', (regime, counted) => {
  test('minor: in principle not shown, else 3 months at most', () =>
    expect(row(regime, { class: 'minor' })).toBe(`inPrincipleNot secondary | – secondary | 3 secondary | ${counted}`));
  test('general: 3 months to 1 year', () =>
    expect(row(regime, {})).toBe(`shown secondary | 3 secondary | 12 secondary | ${counted}`));
  test('serious: 1 year to 3 years', () =>
    expect(row(regime, { class: 'serious' })).toBe(`shown secondary | 12 secondary | 36 secondary | ${counted}`));
  test('the field makes no difference', () => expect(row(regime, { field: 'food' })).toBe(row(regime, {})));
});

describe('S107: the market regulators', () => {
  const counted = 'finding unconfirmed';
  test('minor, warning only: not shown', () =>
    expect(row('S107', { class: 'minor', form: 'warningOnly' })).toBe(
      `notShown secondary | – secondary | – secondary | ${counted}`,
    ));
  test('minor, other: no application needed, stops at 3 months', () =>
    expect(row('S107', { class: 'minor' })).toBe(`shown secondary | – secondary | 3 secondary | ${counted}`));
  test('general: 3 months to 1 year', () =>
    expect(row('S107', {})).toBe(`shown secondary | 3 secondary | 12 secondary | ${counted}`));
  test('serious: 1 year to 3 years', () =>
    expect(row('S107', { class: 'serious' })).toBe(`shown secondary | 12 secondary | 36 secondary | ${counted}`));
});

describe('the market regulators’ rules of 2021', () => {
  const counted = 'disclosure unconfirmed';
  test('general: after 6 months, 3 years at most', () =>
    expect(row('S2021', {})).toBe(`shown confirmed | 6 secondary | 36 confirmed | ${counted}`));
  test('criticism or a small fine: 3 months', () => {
    expect(row('S2021', { class: 'minor' })).toBe(`shown confirmed | – secondary | 3 confirmed | ${counted}`);
    expect(row('S2021', { form: 'criticismOnly' })).toBe(`shown confirmed | 6 secondary | 3 confirmed | ${counted}`);
  });
  test('severe ones do not end early', () =>
    expect(row('S2021', { class: 'serious' })).toBe(`shown confirmed | – secondary | 36 confirmed | ${counted}`));
});

describe('Shanghai, Art. 67', () => {
  const counted = 'finding unconfirmed';
  test('general: 3 months, confirmed to 2025-12-31 and switched off from then on', () => {
    expect(row('SHB67', {}, '2025-12-31')).toBe(`shown confirmed | 3 confirmed | – confirmed | ${counted}`);
    expect(row('SHB67', {}, '2026-01-01')).toBe(`shown unconfirmed | 3 unconfirmed | – unconfirmed | ${counted}`);
  });
  test.each(safety)('%s: 1 year', (field) =>
    expect(row('SHB67', { field }, '2025-12-31')).toBe(`shown confirmed | 12 confirmed | – confirmed | ${counted}`),
  );
  test.each(slight)('%s is not shown', (form) =>
    expect(row('SHB67', { form }, '2025-12-31')).toBe(`notShown confirmed | – confirmed | – confirmed | ${counted}`),
  );
  test.each(recordForms.filter((form) => !(slight as readonly string[]).includes(form)))('%s is shown', (form) =>
    expect(row('SHB67', { form }, '2025-12-31')).toMatch(/^shown confirmed \| 3/),
  );
});

test('food, drugs, special equipment, work safety and fire are matters of safety', () =>
  expect(recordFields.filter((field) => isSafety({ ...record, field }))).toEqual([...safety]));
