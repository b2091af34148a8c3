import { fourCases } from '../testing/cases.js';
import type { Story } from '../testing/story.js';
import { ViewUnderTest } from '../testing/view-under-test.js';
import { debtorWatch } from './projection.js';
import type { Money } from '@redress/cases/shared/money.js';
import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import { debtors } from './queries.js';
import { warningRules, warningsOf, type Measures } from './warnings.js';

describe('The view of debtors', () => {
  let view: ViewUnderTest;
  let story: Story;
  let schema: string;

  beforeAll(async () => {
    view = await ViewUnderTest.of(debtorWatch);
    story = await fourCases();
    schema = await view.catchUp(story.store);
  });

  afterAll(() => view.drop());

  it('adds up what is claimed, undisputed, paid and open, to the fen', async () => {
    const { rows } = await debtors(view.pool, { kind: 'all' }, { by: 'cases', limit: 5 }, '2026-04-12' as PlainDate);
    expect(rows[0]).toMatchObject({ cases: 4, paid: '600000.00' });
    expect(rows.map(({ claimed }) => claimed).every((sum) => /^\d+\.\d\d$/.test(sum))).toBe(true);
  });

  it('warns when a measure has come to what its rule says, and not before', () => {
    const nothing = Object.fromEntries(warningRules.rules.map(({ measure }) => [measure, 0])) as unknown as Measures;
    const with10M = (outstanding: string) => ({ ...nothing, outstanding: outstanding as Money });
    expect(warningsOf(with10M('9999999.99'))).toEqual([]);
    expect(warningsOf(with10M('10000000.00')).map(({ id }) => id)).toEqual(['largeSum']);
    const open = { ...with10M('10000000.00'), open: 3 };
    expect(warningsOf(open).map(({ level }) => level)).toEqual(['red', 'amber']);
    expect(warningsOf({ ...with10M('0.00'), open: 10 }).map(({ id }) => id)).toEqual(['manyOpenRed', 'manyOpen']);
  });

  it('8: is rebuilt row for row, whatever the page size', async () => {
    const live = await view.rows(schema);
    for (const pageSize of [1, 7]) expect(await view.rebuilt(story.store, pageSize)).toEqual(live);
  });
});
