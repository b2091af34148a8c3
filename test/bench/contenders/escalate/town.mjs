import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tick } from '../../../../dist/apps/worker/src/escalation.js';
import { fillLog } from '../../../../dist/libs/casework/generation/fill-log.js';
import { openParts } from '../../../../dist/libs/casework/kernel/parts.js';
import { LawDirectory } from '../../../../dist/libs/casework/reference/law-directory.js';
import { OfficeDirectory } from '../../../../dist/libs/organisation/office-directory.js';
import { createLogger } from '../../../../dist/libs/platform/logging.js';
import { rebuildViews } from '../../../../dist/libs/processing/rebuild/rebuild.js';
import { ClockGuard } from '../../../../dist/libs/processing/timers/clock-guard.js';
import { escalations } from '../../../../dist/projections/escalations/projection.js';
import { dueRungs } from '../../../../dist/projections/escalations/queries.js';

const today = '2026-11-23';
const notYet = '2098-01-01';

/** A town with so many open rungs, of which as many as are asked for are due when a tick comes. */
export async function open(url, { cases, open: wanted, due, rounds }) {
  const masterKeyPath = join(mkdtempSync(join(tmpdir(), 'redress-bench-')), 'master-key');
  // The generated log ends before today.
  const places = { databaseUrl: url, eventStoreUrl: null, masterKeyPath, clockAheadDays: 3_650 };
  const plan = { seed: 'bench', cases, from: '2026-01-05', until: '2026-09-30' };
  await fillLog(places, plan, () => undefined);
  const parts = openParts(places, 'bench', createLogger('bench', 'error'));
  const { pool } = parts;
  await rebuildViews(parts.store, pool, [escalations], 'switch', { batch: 5_000 });
  const { rows: late } = await pool.query(
    `SELECT case_id, rung_key, due_on FROM views.escalation_rung
     WHERE fired_at IS NULL AND held IS NULL AND due_on <= $1 ORDER BY due_on, case_id, rung_key`,
    [today],
  );
  const needed = due * (2 * rounds + 2);
  if (late.length < needed) throw new Error(`${late.length} rungs are late, ${needed} are needed`);
  await multiply(pool, wanted);

  const worker = {
    ...parts,
    law: new LawDirectory(parts.store),
    offices: new OfficeDirectory(parts.store),
    guard: new ClockGuard(pool, parts.store, 3_650),
    owner: randomUUID(),
  };
  let taken = 0;
  let fired = 0;
  /** So many which come due; afterwards they are as the view would have them: open no more. */
  async function whileDue(work) {
    const some = late.slice(taken, (taken += due));
    const named = [
      some.map((rung) => rung.case_id),
      some.map((rung) => rung.rung_key),
      some.map((rung) => rung.due_on),
    ];
    await pool.query(
      `UPDATE views.escalation_rung r SET due_on = d.due_on
       FROM unnest($1::text[], $2::text[], $3::date[]) AS d (case_id, rung_key, due_on)
       WHERE r.case_id = d.case_id AND r.rung_key = d.rung_key`,
      named,
    );
    const start = performance.now();
    await work();
    const time = performance.now() - start;
    await pool.query(
      `DELETE FROM views.escalation_rung r USING unnest($1::text[], $2::text[]) AS d (case_id, rung_key)
       WHERE r.case_id = d.case_id AND r.rung_key = d.rung_key`,
      named.slice(0, 2),
    );
    return { events: due, times: [time] };
  }
  const countFired = async () => {
    const { rows } = await pool.query(`SELECT count(*)::integer AS fired FROM es.events WHERE type = 'RungFired'`);
    return rows[0].fired;
  };
  const fire = () => whileDue(() => tick(worker, 60, () => false));
  const look = () =>
    whileDue(async () => {
      const found = await dueRungs(pool, today, 200);
      if (found.length !== due) throw new Error(`${found.length} rungs were found due, not ${due}`);
    });
  await pool.query('VACUUM ANALYZE es.events');
  await fire();
  const before = await countFired();
  if (before !== due) throw new Error(`${before} rungs fired, not ${due}`);
  const load = (act, counts) => ({
    callers: 1,
    once: true,
    caller: () => async () => {
      fired += counts;
      return act();
    },
  });
  return {
    loads: { tick: load(fire, due), look: load(look, 0) },
    async check() {
      const { rows } = await pool.query(
        'SELECT count(*)::integer AS open FROM views.escalation_rung WHERE fired_at IS NULL AND held IS NULL',
      );
      return { open: rows[0].open, due, asked: fired, fired: (await countFired()) - before };
    },
  };
}

/** Fills the table up to so many open rungs, none of them due. */
async function multiply(pool, wanted) {
  await pool.query('UPDATE views.escalation_rung SET due_on = $1 WHERE fired_at IS NULL AND held IS NULL', [notYet]);
  const { rows: schema } = await pool.query(
    `SELECT 'escalations_v' || version || '_' || build AS name FROM processing.builds
     WHERE view = 'escalations' AND state = 'serving'`,
  );
  const table = `${schema[0].name}.escalation_rung`;
  const { rows: columns } = await pool.query(
    `SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 ORDER BY attnum`,
    [table],
  );
  const made = { case_id: 'gen_random_uuid()::text', due_on: `DATE '2027-01-01' + (n % 700)::integer` };
  const values = columns.map(({ name }) => made[name] ?? `s.${name}`).join(', ');
  const { rows } = await pool.query(
    'SELECT count(*)::integer AS open FROM views.escalation_rung WHERE fired_at IS NULL AND held IS NULL',
  );
  for (let open = rows[0].open; open < wanted; open += 50_000)
    await pool.query(
      `INSERT INTO ${table}
       SELECT ${values} FROM generate_series(1, $1::integer) n
       JOIN (SELECT *, row_number() OVER () AS i FROM (
         SELECT * FROM ${table} WHERE fired_at IS NULL AND held IS NULL LIMIT 500) e) s ON s.i = 1 + n % 500`,
      [Math.min(50_000, wanted - open)],
    );
  await pool.query(`VACUUM ANALYZE ${table}`);
}
