import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { setPreferences } from '@redress/notices/preferences.js';
import { ApiUser } from '../acceptance/client.js';
import { specimenClaim } from '../acceptance/specimen-claim.js';
import { startApplication, type TestApplication } from '../application.js';
import { mailServer, type MailServer } from '../mail-server.js';
import { root, run, type Running } from './running.js';

jest.setTimeout(120_000);

const cases = 60;
let application: TestApplication;
let mail: MailServer;
const running: Running[] = [];

beforeAll(async () => {
  // Builds the programs, as every command does.
  expect(spawnSync(process.execPath, ['apps/cli/bin/redress.mjs', '--help'], { cwd: root }).status).toBe(0);
  mail = await mailServer();
  application = await startApplication({ escalation: false });
});

afterAll(async () => {
  for (const { pid, exit } of running) {
    // Not running any more, most of them.
    spawnSync('kill', ['-KILL', String(pid)]);
    await exit;
  }
  await application.close();
  await mail.close();
});

async function worker(): Promise<Running> {
  const { url, masterKeyPath } = application.places;
  const started = run(process.execPath, ['test/faults/notices-worker.mjs', url, masterKeyPath, mail.url], {});
  running.push(started);
  await started.until('the notices run');
  return started;
}

test('a worker killed again and again amid a batch: no notice is lost, and a mail sent twice bears one Message-ID', async () => {
  const { pool } = application.parts;
  const { rows } = await pool.query<{ id: string }>(`SELECT id FROM access.accounts WHERE name IN ('sme', 'intake')`);
  for (const { id } of rows)
    await setPreferences(pool, id, {
      language: 'en',
      mail: 'each',
      mailAddress: `${id}@redress.example`,
      sms: false,
      phone: null,
      muted: [],
    });
  const sme = await ApiUser.of(application, 'sme');
  const lodging = (async () => {
    for (let n = 0; n < cases; n++)
      expect(
        (await sme.command('/api/overdue-payment-claims', specimenClaim(), { 'Idempotency-Key': randomUUID() })).status,
      ).toBe(201);
  })();
  for (let round = 0; round < 6; round++) {
    const victim = await worker();
    await sleep(250 + ((round * 377) % 500));
    process.kill(victim.pid, 'SIGKILL');
    await victim.exit;
  }
  await lodging;
  await worker();
  const waiting = async () =>
    Number(
      (await pool.query<{ n: string }>(`SELECT count(*) AS n FROM notices.deliveries WHERE state = 'sent'`)).rows[0]!.n,
    );
  for (let tries = 0; tries < 1200 && (await waiting()) < 2 * cases; tries++) await sleep(50);

  const deliveries = await pool.query<{ notice: string }>('SELECT notice FROM notices.deliveries ORDER BY notice');
  // Two for each case, one to the complainant and one to the accepting desk.
  expect(deliveries.rowCount).toBe(2 * cases);
  const wanted = deliveries.rows.map(({ notice }) => `<${notice}.mail@redress.example>`);
  const sent = mail.mails.map(({ messageId }) => messageId!);
  expect([...new Set(sent)].sort()).toEqual(wanted);
  const texts = new Map(mail.mails.map(({ messageId, text }) => [messageId, text]));
  for (const { messageId, text } of mail.mails) expect(text).toBe(texts.get(messageId));
  // Only what a killed program had under way may have gone twice: four at once, six times.
  expect(sent.length - wanted.length).toBeLessThanOrEqual(24);
});
