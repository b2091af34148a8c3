import { waitForView } from '@redress/processing/read-your-write.js';
import { confirmClock } from '@redress/processing/timers/clock-guard.js';
import { holdBack } from '@redress/processing/timers/held-back.js';
import { startApplication, type TestApplication } from '../application.js';

interface Health {
  status: string;
  clock: { healthy: boolean; why: string | null };
  due: { healthy: boolean; stuck: number; error: string | null } | null;
  projections: { view: string; healthy: boolean }[];
}

let application: TestApplication;

beforeAll(async () => {
  application = await startApplication({ demonstrationCases: true, notices: { smtpUrl: null } });
  await waitForView(application.parts.pool, 'escalations', await application.parts.store.head(), 20_000);
}, 60_000);

afterAll(() => application.close());

async function health(): Promise<[number, Health]> {
  const response = await fetch(`${application.url}/api/health`);
  return [response.status, (await response.json()) as Health];
}

/** Until it answers so. */
async function until(fits: (status: number, body: Health) => boolean): Promise<Health> {
  for (;;) {
    const [status, body] = await health();
    if (fits(status, body)) return body;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

test('says that a connection is kept for longer than proxies keep it', async () => {
  expect((await fetch(`${application.url}/api/health`)).headers.get('keep-alive')).toBe('timeout=75');
});

test('well while every view keeps up and somebody looks at what is due', async () => {
  const body = await until((status) => status === 200);
  expect(body).toMatchObject({ status: 'ok', clock: { healthy: true, why: null }, due: { healthy: true, stuck: 0 } });
}, 30_000);

test('red while the clock has gone back and nothing fires, until it is confirmed', async () => {
  const { pool } = application.parts;
  await until((status) => status === 200);
  await pool.query(`UPDATE processing.clock SET last_at = clock_timestamp() + interval '1 hour'`);
  const body = await until((status) => status === 503);
  expect(body.clock).toMatchObject({ healthy: false, why: 'wentBack' });
  await confirmClock(pool, 'operator');
  await until((status) => status === 200);
}, 30_000);

test('red while something due is refused again and again', async () => {
  const { pool } = application.parts;
  await until((status) => status === 200);
  const { rows } = await pool.query<{ case_id: string; rung_key: string }>(
    `UPDATE views.escalation_rung SET due_on = CURRENT_DATE - 1 WHERE (case_id, rung_key) IN
       (SELECT case_id, rung_key FROM views.escalation_rung WHERE fired_at IS NULL AND held IS NULL
        AND due_on > CURRENT_DATE + 3 LIMIT 1) RETURNING case_id, rung_key`,
  );
  const [misled] = rows;
  const work = { timer: 'escalation', subject: misled!.case_id, key: misled!.rung_key };
  for (let tries = 0; tries < 5; tries++) await holdBack(pool, work, 'rungNotDue');
  const body = await until((status) => status === 503);
  expect(body.due).toMatchObject({ healthy: false, stuck: 1, error: null });
  await pool.query('UPDATE views.escalation_rung SET due_on = CURRENT_DATE + 9 WHERE case_id = $1 AND rung_key = $2', [
    misled!.case_id,
    misled!.rung_key,
  ]);
  await until((status) => status === 200);
}, 30_000);

test('answers, and red, while the database keeps it waiting', async () => {
  await until((status) => status === 200);
  const holder = await application.parts.pool.connect();
  await holder.query('BEGIN; LOCK TABLE processing.clock');
  const body = await until((status) => status === 503);
  expect(body).toMatchObject({ status: 'degraded', database: 'unreachable', projections: [] });
  await holder.query('ROLLBACK');
  holder.release();
  await until((status) => status === 200);
}, 30_000);
