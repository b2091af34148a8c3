import { loadDemonstrationCases } from '@redress/casework/preparation/demonstration-cases.js';
import { openParts, type Parts } from '@redress/casework/kernel/parts.js';
import { prepare } from '@redress/casework/preparation/prepare.js';
import { createLogger } from '@redress/platform/logging.js';
import { rebuildViews } from '@redress/processing/rebuild/rebuild.js';
import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import { holdBack } from '@redress/processing/timers/held-back.js';
import { dueRungs } from '@redress/projections/escalations/queries.js';
import { instalments } from '@redress/projections/instalments/projection.js';
import { escalations } from '@redress/projections/escalations/projection.js';
import { testDatabase, type TestDatabase } from '../../../../test/database.js';
import { refused, said } from '../testing/redress.js';
import { escalation } from './escalation.js';

describe('redress escalation dry-run', () => {
  const before = { ...process.env };
  let database: TestDatabase;
  let parts: Parts & { close(): Promise<void> };

  beforeAll(async () => {
    database = await testDatabase();
    const { url: databaseUrl, masterKeyPath } = database;
    const places = { databaseUrl, eventStoreUrl: null, masterKeyPath };
    await prepare({ ...places, demonstration: true, say: () => undefined });
    parts = openParts(places, 'spec', createLogger('spec', 'fatal'));
    await loadDemonstrationCases(parts);
    Object.assign(process.env, { DATABASE_URL: databaseUrl, MASTER_KEY_PATH: masterKeyPath });
  }, 60_000);

  afterAll(async () => {
    process.env = before;
    await parts.close();
    await database.drop();
  });

  it('says that there is no view yet, and what it asks for', async () => {
    expect(await refused(escalation, ['dry-run', '--until', '2027-06-30'])).toContain('has not been built yet');
    expect(await refused(escalation, ['stuck'])).toContain('has not been built yet');
    expect(await refused(escalation, ['dry-run'])).toContain('--until');
    expect(await refused(escalation, ['dry-run', '--until', 'soon'])).toContain('--until');
    expect(await refused(escalation, ['climb', '--until', '2027-06-30'])).toContain('dry-run or stuck is expected');
  });

  it('tells what would fire until a day, for whom, and writes nothing', async () => {
    await rebuildViews(parts.store, parts.pool, [escalations], 'switch', { batch: 1_000 });
    const head = await parts.store.head();
    const { exit, out } = await said(escalation, ['dry-run', '--until', '2099-12-31']);
    expect(exit).toBe(0);
    expect(out).toMatch(/将触发 would fire: [1-9]\d*/);
    expect(out).toMatch(/→ .*浦东新区/);
    const json = JSON.parse((await said(escalation, ['dry-run', '--until', '2099-12-31', '--json'])).out) as {
      fires: number;
      rungs: { fires: boolean; told: object[]; skipped: string | null }[];
    };
    expect(json.fires).toBe(json.rungs.filter(({ fires }) => fires).length);
    expect(json.rungs.filter(({ fires }) => fires).every(({ told }) => told.length > 0)).toBe(true);
    const soon = JSON.parse(
      (await said(escalation, ['dry-run', '--until', '2000-01-01', '--json'])).out,
    ) as typeof json;
    expect(soon.fires).toBe(0);
    expect(await parts.store.head()).toBe(head);
  });

  it('names what is due and refused again and again, with why and when it is tried again', async () => {
    await rebuildViews(parts.store, parts.pool, [instalments], 'switch', { batch: 1_000 });
    expect(await said(escalation, ['stuck'])).toMatchObject({ exit: 0, out: '\n' });
    const [due] = await dueRungs(parts.pool, '2099-01-01' as PlainDate, 1);
    const work = { timer: 'escalation', subject: due!.caseId, key: due!.key };
    for (let tries = 0; tries < 5; tries++) await holdBack(parts.pool, work, 'rungNotDue');
    const { exit, out } = await said(escalation, ['stuck']);
    expect(exit).toBe(1);
    expect(out).toContain(`${due!.dueOn}  ${due!.caseId}  escalation  ${due!.key}`);
    expect(out).toMatch(/rungNotDue {2}自 since .*已试 tried 5，下次 again 20/);
    expect(await dueRungs(parts.pool, due!.dueOn, 1)).not.toContainEqual(due);
  });
});
