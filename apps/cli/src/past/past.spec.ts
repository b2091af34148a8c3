import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demonstrationPassword } from '@redress/access/demonstration-accounts.js';
import type { Position } from '@redress/event-store/port.js';
import { instantOf } from '@redress/projections/instants.js';
import { ApiUser } from '../../../../test/acceptance/client.js';
import { specimenClaim } from '../../../../test/acceptance/specimen-claim.js';
import { startApplication, type TestApplication } from '../../../../test/application.js';
import { exportToFile } from '../export/export.js';
import { answered, refused, said } from '../testing/redress.js';
import { board } from './board.js';
import { statistics } from './statistics.js';

interface Told {
  position: string;
  asOf: string;
  knownAt: string;
  law: { stream: string }[];
  rows: Record<string, unknown>[];
  totals: object;
}

describe('redress board, redress statistics and redress export, of the past', () => {
  const before = { ...process.env };
  let application: TestApplication;
  let supervisor: ApiUser;
  let moment: string;
  const get = async (path: string) => (await supervisor.get<Told>(`/api/${path}`)).body;

  beforeAll(async () => {
    application = await startApplication({ demonstrationCases: true, escalation: false });
    Object.assign(process.env, {
      DATABASE_URL: application.places.url,
      MASTER_KEY_PATH: application.places.masterKeyPath,
      REDRESS_PASSWORD: demonstrationPassword,
    });
    supervisor = await ApiUser.of(application, 'supervisor');
    const position = await application.parts.store.head();
    for (const view of ['worklist', 'sla-board']) await get(`${view}?atLeast=${position}`);
    await get(`statistics?period=2026&atLeast=${position}`);
    const { rows } = await application.parts.pool.query<{ now: Date }>('SELECT clock_timestamp() AS now');
    moment = rows[0]!.now.toISOString();
  }, 60_000);

  afterAll(async () => {
    process.env = before;
    await application.close();
  });

  it('the board of a moment is the one on the screen, with what it rests on', async () => {
    const told = await answered<Told>(board, `--by office --as-of ${moment} --known-at ${moment}`);
    const shown = await get(`sla-board?by=office&asOf=${moment}&knownAt=${moment}`);
    expect(told.totals).toEqual(shown.totals);
    expect(told.rows).toHaveLength(shown.rows.length);
    expect(told).toMatchObject({ asOf: shown.asOf, knownAt: shown.knownAt });
    expect(told.law.map(({ stream }) => stream)).toContain('lawPack-CN-ORDER-802');
    const { out } = await said(board, `--as-of ${moment}`);
    expect(out.trim().split('\n').at(-1)).toMatch(/^合计 total {2}.*running \d+/);
  });

  it('the figures of a year are those on the screen, told apart alike', async () => {
    const year = moment.slice(0, 4);
    for (const by of ['', '--by district', '--by category', '--by respondentType']) {
      const told = await answered<Told>(statistics, `${year} ${by} --as-of ${moment} --known-at ${moment}`);
      const shown = await get(
        `statistics?period=${year}&asOf=${moment}&knownAt=${moment}${by && `&by=${by.split(' ').at(-1)!}`}`,
      );
      expect([by, told.rows]).toEqual([by, shown.rows.map(({ name: _, rank: __, ...row }) => row)]);
    }
    const { out } = await said(statistics, year);
    expect(out).toMatch(new RegExp(`^${year} {2}提出 lodged \\d+ .*按时率 on time `));
  });

  it('15: what a view has yet to take in is told of by none: the figures are as known just before it', async () => {
    const { pool, store } = application.parts;
    const slow = await pool.connect();
    await slow.query('BEGIN');
    await slow.query(`SELECT FROM processing.checkpoints WHERE view = 'statistics' FOR UPDATE`);
    try {
      const sme = await ApiUser.of(application, 'sme');
      const lodged = await sme.command<{ position: string }>('/api/overdue-payment-claims', specimenClaim());
      await get(`sla-board?atLeast=${lodged.body.position}`);
      const [event] = await store.readAll({ after: String(BigInt(lodged.body.position) - 1n) as Position, limit: 1 });
      const year = moment.slice(0, 4);
      const told = await answered<Told>(statistics, year);
      expect(instantOf(told.knownAt)).toBeLessThan(instantOf(event!.recordedAt));
    } finally {
      await slow.query('ROLLBACK');
      slow.release();
    }
  });

  it('a moment that cannot be told of is refused by its option, and a year that is none', async () => {
    expect(await refused(board, '--as-of 2999-01-01')).toContain('--as-of');
    expect(await refused(board, `--as-of ${moment} --known-at 2026-01-01`)).toContain('--known-at');
    expect(await refused(board, '--by moon')).toContain('--by');
    expect(await refused(statistics, '26')).toContain('statistics YEAR');
    expect(await refused(statistics, '2026 --known-at yesterday')).toContain('--known-at');
  });

  it('a file of the past has what the list had then, narrowed alike; what cannot be asked is refused by its option', async () => {
    const out = join(mkdtempSync(join(tmpdir(), 'redress-')), 'worklist.csv');
    const options = `--account supervisor --out ${out} --language en`;
    const whole = await answered<{ rows: number }>(exportToFile, `worklist ${options} --as-of ${moment}`);
    const shown = (await get(`worklist?limit=200&asOf=${moment}`)) as unknown as { total: number };
    expect(whole.rows).toBe(shown.total);
    expect(readFileSync(out, 'utf8')).toContain(`\nAs of,${moment.slice(0, 19)}`);
    const late = await answered<{ rows: number }>(exportToFile, `sla-board ${options} --standing late --duty office`);
    const lateShown = await get('sla-board/cases?limit=200&status=late');
    expect(late.rows).toBe(lateShown.rows.length);
    expect(await refused(exportToFile, `worklist ${options} --standing late`)).toContain('--standing');
    expect(await refused(exportToFile, `escalations ${options} --state gone`)).toContain('--state');
    expect(await refused(exportToFile, `parties ${options} --as-of ${moment}`)).toContain('--as-of');
    expect(await refused(exportToFile, `escalations ${options.replace('supervisor', 'sme')}`)).toContain('--account');
  });
});
