import { readFileSync } from 'node:fs';
import type { Money } from '@redress/cases/shared/money.js';
import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import { parseWarningRules } from '@redress/deadlines/warnings/warning-rules.js';
import { fourCases } from '../testing/cases.js';
import type { Story } from '../testing/story.js';
import { ViewUnderTest } from '../testing/view-under-test.js';
import { debtorWatch } from './projection.js';
import { debtors, type DebtorsQuery } from './queries.js';
import { warningsOf, type Measures } from './warnings.js';

const file = new URL('../../libs/deadlines/warnings/data/debtor-warnings.json', import.meta.url);
const released = JSON.parse(readFileSync(file, 'utf8')) as { rules: { id: string }[] };

describe('The view of debtors', () => {
  let view: ViewUnderTest;
  let story: Story;
  let schema: string;
  const of = (query: DebtorsQuery) => debtors(view.pool, { kind: 'all' }, query, '2026-04-12' as PlainDate);

  beforeAll(async () => {
    view = await ViewUnderTest.of(debtorWatch);
    story = await fourCases();
    schema = await view.catchUp(story.store);
  });

  afterAll(() => view.drop());

  it('adds up what is claimed, undisputed, paid and open, to the fen', async () => {
    const { rows } = await of({ by: 'cases', limit: 5 });
    expect(rows[0]).toMatchObject({ cases: 4, paid: '600000.00' });
    expect(rows.map(({ claimed }) => claimed).every((sum) => /^\d+\.\d\d$/.test(sum))).toBe(true);
  });

  it('warns when a measure has come to what its rule says, and not before', () => {
    const rules = parseWarningRules(released);
    const nothing = Object.fromEntries(rules.rules.map(({ measure }) => [measure, 0])) as unknown as Measures;
    const with10M = (outstanding: string) => ({ ...nothing, outstanding: outstanding as Money });
    expect(warningsOf(with10M('9999999.99'), rules)).toEqual([]);
    expect(warningsOf(with10M('10000000.00'), rules).map(({ id }) => id)).toEqual(['largeSum']);
    const open = { ...with10M('10000000.00'), open: 3 };
    expect(warningsOf(open, rules).map(({ level }) => level)).toEqual(['red', 'amber']);
    const many = warningsOf({ ...with10M('0.00'), open: 10 }, rules);
    expect(many.map(({ id }) => id)).toEqual(['manyOpenRed', 'manyOpen']);
  });

  it('warns by the rules in the log alone, and by the last of them', async () => {
    const warned = async () => {
      const { rows, rules } = await of({ by: 'cases', warning: 'amber', limit: 5 });
      return [rules.version, ...rows.map(({ warnings }) => warnings.map(({ id }) => id))];
    };
    expect(await warned()).toEqual([0]);
    const publish = async (document: object) => {
      await story.law(['warnings-debtors', 'WarningRulesPublished', 'warnings', document]);
      await view.catchUp(story.store);
    };
    await publish(released);
    expect(await warned()).toEqual([1, ['severalDistricts', 'manyOpen', 'repeat']]);
    const rules = released.rules.filter(({ id }) => id === 'repeat').map((rule) => ({ ...rule, atLeast: 4 }));
    await publish({ ...released, version: 2, rules });
    expect(await warned()).toEqual([2]);
    await publish({ ...released, version: 3 });
    expect(await warned()).toEqual([3, ['severalDistricts', 'manyOpen', 'repeat']]);
  });

  it('8: is rebuilt row for row, whatever the page size', async () => {
    const live = await view.rows(schema);
    for (const pageSize of [1, 7]) expect(await view.rebuilt(story.store, pageSize)).toEqual(live);
  });

  it('finds those with a warning among however many there are, the last of them too', async () => {
    const { rows } = await view.pool.query<{ name: string }>(
      `SELECT column_name AS name FROM information_schema.columns WHERE table_schema = $1 AND table_name = 'debtor_case'`,
      [schema],
    );
    const others: Readonly<Record<string, string>> = {
      case_id: `case_id || n`,
      debtor: `'debtor ' || n / 2`,
      complainant: 'n',
      outstanding: '500000000',
      open: 'true',
    };
    const [one, columns] = [`${schema}.debtor_case`, rows.map(({ name }) => name)];
    await view.pool.query(
      `INSERT INTO ${one} (${columns.join(', ')}) SELECT ${columns.map((name) => others[name] ?? name).join(', ')}
       FROM (SELECT * FROM ${one} LIMIT 1) AS one, generate_series(1, 6000) n`,
    );
    const { rows: largest } = await of({ by: 'outstanding', limit: 1 });
    expect(largest[0]!.warnings.map(({ id }) => id)).not.toContain('repeat');
    const found = await of({ by: 'claimed', warning: 'amber', limit: 10_000 });
    expect(found.rows.map(({ cases }) => cases)).toContain(4);
    const { rows: red } = await of({ by: 'outstanding', warning: 'red', limit: 10_000 });
    expect(red).toHaveLength(3_000);
    expect(red.at(-1)).toMatchObject({ cases: 4, districts: 3 });
  });
});
