import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demonstrationAccounts, demonstrationPassword } from '@redress/access/demonstration-accounts.js';
import { openParts } from '@redress/casework/kernel/parts.js';
import { loadDemonstrationCases } from '@redress/casework/preparation/demonstration-cases.js';
import { prepare } from '@redress/casework/preparation/prepare.js';
import { createLogger } from '@redress/platform/logging.js';
import { rebuildViews } from '@redress/processing/rebuild/rebuild.js';
import { escalations } from '@redress/projections/escalations/projection.js';
import { testDatabase, type TestDatabase } from '../../../../test/database.js';
import { refused, said } from '../testing/redress.js';
import { law } from './law.js';

const data = `${import.meta.dirname}/../../../../libs/deadlines`;
const lpr = JSON.parse(readFileSync(`${data}/interest/data/lpr-1y-cn.json`, 'utf8')) as { rows: object[] };
const supervisor = demonstrationAccounts().find(({ role }) => role === 'supervisor')?.name ?? '';

describe('redress law import and confirm', () => {
  const before = { ...process.env };
  let database: TestDatabase;
  let folder: string;

  beforeAll(async () => {
    database = await testDatabase();
    await prepare({
      databaseUrl: database.url,
      eventStoreUrl: null,
      masterKeyPath: database.masterKeyPath,
      demonstration: true,
      say: () => undefined,
    });
    folder = mkdtempSync(join(tmpdir(), 'redress-import-'));
    Object.assign(process.env, { DATABASE_URL: database.url, REDRESS_PASSWORD: demonstrationPassword });
  }, 60_000);

  afterAll(async () => {
    process.env = before;
    await database.drop();
    rmSync(folder, { recursive: true });
  });

  function written(document: object): string {
    const file = join(folder, 'document.json');
    writeFileSync(file, JSON.stringify(document, null, 1));
    return file;
  }

  const published = { date: '2026-10-20', rate: '3.00', status: 'secondary' };

  it('enters a publication, which another account confirms', async () => {
    const file = written({ ...lpr, rows: [...lpr.rows, published] });
    const { exit, out } = await said(law, ['import', file, '--account', 'operator', '--json']);
    expect(exit).toBe(0);
    const entered = JSON.parse(out) as { import: string; outcome: string; moves: unknown[] };
    expect(entered).toMatchObject({ outcome: 'imported', subject: 'lpr-CN', moves: [] });

    expect(await refused(law, ['confirm', entered.import, '--account', 'operator'])).toContain('does not confirm it');
    const confirmed = await said(law, ['confirm', entered.import, '--account', 'operator-b']);
    expect([confirmed.exit, confirmed.error]).toEqual([0, '']);
    expect(confirmed.out).toContain('已生效 · in force: lpr-CN');
    const again = await said(law, ['confirm', entered.import, '--account', supervisor, '--json']);
    expect(JSON.parse(again.out)).toMatchObject({ outcome: 'published', subject: 'lpr-CN' });
  });

  it('enters a service norm beside the law, and tells which open clocks begin', async () => {
    const { url: databaseUrl, masterKeyPath } = database;
    const parts = openParts({ databaseUrl, eventStoreUrl: null, masterKeyPath }, 'spec', createLogger('spec', 'fatal'));
    const { store, pool } = parts;
    await loadDemonstrationCases(parts);
    const norm = `${import.meta.dirname}/../../../../docs/examples/service-norm.json`;
    const file = join(folder, 'moves.jsonl');
    const importing = ['import', norm, '--account', 'operator'];
    expect((await said(law, importing)).out).toContain('the views are not built or lag behind');
    await rebuildViews(store, pool, [escalations], 'switch', { batch: 1_000 });
    const { out } = await said(law, [...importing, '--moves', file, '--json']);
    const entered = JSON.parse(out) as { import: string; moves: { rule: string; stream: string }[]; counted: object };
    expect(entered).toMatchObject({ outcome: 'imported', subject: 'lawPack-SH-PUDONG-NORMS' });
    expect(entered.moves.length).toBeGreaterThan(0);
    for (const moved of entered.moves) expect(moved).toMatchObject({ rule: 'pudong.result', dueBefore: null });
    const written = readFileSync(file, 'utf8').trimEnd().split('\n');
    const all = written.map((line) => JSON.parse(line) as { stream: string; clocks: object[]; rungs: object[] });
    expect(all.flatMap(({ clocks }) => clocks)).toEqual(entered.moves);
    const [clocks, rungs] = [all.flatMap((one) => one.clocks).length, all.flatMap((one) => one.rungs).length];
    expect(entered.counted).toEqual({ cases: all.length, clocks, rungs, unread: 0 });
    await rebuildViews(store, pool, [escalations], 'switch', { batch: 1_000 });
    const confirmed = await said(law, ['confirm', entered.import, '--account', 'operator-b', '--json']);
    expect(JSON.parse(confirmed.out)).toMatchObject({ outcome: 'published', moves: entered.moves });
    const published = (await store.readStream('lawPack-SH-PUDONG-NORMS')).at(-1);
    expect(published?.meta.actor).toMatchObject({ role: 'operator' });
    await parts.close();
  });

  it('names the line at fault, of the document and of what it would follow', async () => {
    const rows = lpr.rows.map((row, at) => (at === 3 ? { ...row, rate: '9.99' } : row));
    const file = written({ ...lpr, rows: [...rows, published] });
    const { exit, out } = await said(law, ['import', file, '--account', 'operator']);
    expect(exit).toBe(1);
    expect(out).toMatch(/document\.json:\d+ {2}rows\[3\]\.rate {2}2019-11-20 was published with 4\.15, not 9\.99/);
    const unsound = await said(law, ['import', written({ ...lpr, rows: [] }), '--account', 'operator', '--json']);
    expect([unsound.exit, (JSON.parse(unsound.out) as { outcome: string }).outcome]).toEqual([1, 'refused']);
  });

  it('refuses who may not, and what is not there', async () => {
    const file = written({ ...lpr, rows: [...lpr.rows, published] });
    expect(await refused(law, ['import', file])).toContain('--account');
    expect(await refused(law, ['import', file, '--account', supervisor])).toContain('an operator imports');
    expect(await refused(law, ['import', file, '--account', 'nobody'])).toContain('--account');
    expect(await refused(law, ['import', file, '--account', 'operator', '--moves', '/nowhere/x'])).toContain('--moves');
    expect(await refused(law, ['import', '/nowhere.json', '--account', 'operator'])).toContain('law import <file>');
    expect(await refused(law, ['confirm', 'nothing', '--account', 'operator'])).toContain('law confirm <import>');
    process.env.REDRESS_PASSWORD = 'wrong';
    expect(await refused(law, ['import', file, '--account', 'operator'])).toContain('--account');
    process.env.REDRESS_PASSWORD = demonstrationPassword;
  });

  it('records nothing while the clock is ahead', async () => {
    const { pool } = database;
    const file = written({ ...lpr, rows: [...lpr.rows, published, { ...published, date: '2026-11-20' }] });
    await pool.query(`UPDATE processing.clock SET halted_at = clock_timestamp(), why = 'ranAhead'`);
    const head = () => pool.query('SELECT position FROM es.counter').then(({ rows }) => rows as object[]);
    const before = await head();
    expect(await refused(law, ['import', file, '--account', 'operator'])).toContain('the clock is ahead');
    expect(await head()).toEqual(before);
    await pool.query('UPDATE processing.clock SET halted_at = NULL, why = NULL');
  });
});
