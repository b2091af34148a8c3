import pg from 'pg';
import { randomBytes, randomUUID } from 'node:crypto';
import { migrate } from '../../dist/libs/platform/migrate.js';
import { AppendInGroups1795383000000 } from '../../dist/libs/event-store/migrations/append-in-groups.js';
import { CreateEventStore1763700000000 } from '../../dist/libs/event-store/migrations/create-event-store.js';
import { SESSION } from '../../dist/libs/event-store/postgres/postgres-store.js';
import { caseEvent } from './contenders/append/case-work.mjs';
const url = process.env.URL;
await migrate(url, [CreateEventStore1763700000000, AppendInGroups1795383000000]);
const pool = new pg.Pool({ connectionString: url, options: SESSION, max: 1 });
const mk = (name, lock, notify) => `CREATE FUNCTION es.${name}(of_stream text, head_revision bigint, head_hash bytea, next_revision bigint, next_hash bytea, eid uuid, etype text, eschema int, edata text, emeta text)
 RETURNS TABLE (last_position bigint, at timestamptz) LANGUAGE plpgsql AS $$
BEGIN
  ${lock ? 'SELECT position + 1, greatest(recorded_at, clock_timestamp()) INTO last_position, at FROM es.counter FOR UPDATE;' : 'UPDATE es.counter SET position = position + 1, recorded_at = greatest(recorded_at, clock_timestamp()) RETURNING position, recorded_at INTO last_position, at;'}
  UPDATE es.streams SET revision = next_revision, hash = next_hash WHERE stream = of_stream AND revision = head_revision AND hash = head_hash;
  IF NOT FOUND THEN RETURN; END IF;
  ${lock ? 'UPDATE es.counter SET position = last_position, recorded_at = at;' : ''}
  INSERT INTO es.events (position, stream, revision, id, type, schema, data, meta, hash, recorded_at) VALUES (last_position, of_stream, next_revision, eid, etype, eschema, edata, emeta, next_hash, at);
  ${notify ? 'NOTIFY es_appended;' : ''}
  RETURN NEXT;
END $$`;
await pool.query(mk('fa', 1, 1)); await pool.query(mk('fb', 0, 1)); await pool.query(mk('fc', 1, 0)); await pool.query(mk('fd', 0, 0));
const bare = `
  WITH head AS (
    INSERT INTO es.streams (stream, revision, hash) VALUES ($1, $2, $3)
    ON CONFLICT (stream) DO UPDATE SET revision = excluded.revision, hash = excluded.hash
  ), next AS (
    UPDATE es.counter SET position = position + 1, recorded_at = clock_timestamp() RETURNING position, recorded_at
  )
  INSERT INTO es.events (position, stream, revision, id, type, schema, data, meta, hash, recorded_at)
  SELECT position, $1, $2, $4, $5, 1, $6, $7, $3, recorded_at FROM next`;
const cteU = (n) => `WITH k AS (UPDATE es.counter c SET position=c.position+1, recorded_at=greatest(c.recorded_at, clock_timestamp()) RETURNING c.position, c.recorded_at),
 s AS (UPDATE es.streams s SET revision=$2, hash=$3 FROM k WHERE s.stream=$1 AND s.revision=$9 AND s.hash=$10 RETURNING k.position, k.recorded_at),
 e AS (INSERT INTO es.events (position, stream, revision, id, type, schema, data, meta, hash, recorded_at) SELECT s.position,$1,$2,$4,$7,$8,$5,$6,$3,s.recorded_at FROM s)
 SELECT position, recorded_at::text${n ? ", pg_notify('es_appended','')" : ''} FROM k`;
const cteL = (n) => `WITH held AS MATERIALIZED (SELECT position, recorded_at FROM es.counter FOR UPDATE),
 s AS (UPDATE es.streams s SET revision=$2, hash=$3 FROM held WHERE s.stream=$1 AND s.revision=$9 AND s.hash=$10 RETURNING 1),
 k AS (UPDATE es.counter c SET position=c.position+1, recorded_at=greatest(c.recorded_at, clock_timestamp()) FROM s RETURNING c.position, c.recorded_at),
 e AS (INSERT INTO es.events (position, stream, revision, id, type, schema, data, meta, hash, recorded_at) SELECT k.position,$1,$2,$4,$7,$8,$5,$6,$3,k.recorded_at FROM k)
 SELECT position, recorded_at::text${n ? ", pg_notify('es_appended','')" : ''} FROM k`;
const ev = () => { const e = caseEvent(); return { id: e.id, type: e.type, schema: 1, data: JSON.stringify(e.data), meta: JSON.stringify(e.meta) }; };
const st = {};
async function opened(k) { if (st[k]) return st[k]; const stream = `case-${randomUUID()}`; const hash = randomBytes(32); await pool.query(`insert into es.streams(stream,revision,hash) values ($1,0,$2)`, [stream, hash]); return st[k] = { stream, rev: 0, hash }; }
const v = {
  async bare() { const s = await opened('bare'), e = ev(), hash = randomBytes(32); await pool.query({ name: 'b', text: bare, values: [s.stream, ++s.rev, hash, e.id, e.type, e.data, e.meta] }); },
};
for (const [k, text] of Object.entries({ cteLock: cteL(1), cteLockNoN: cteL(0), cteUpd: cteU(1), cteUpdNoN: cteU(0) })) v[k] = async () => { const s = await opened(k), e = ev(), hash = randomBytes(32); const r = await pool.query({ name: k, text, values: [s.stream, s.rev + 1, hash, e.id, e.data, e.meta, e.type, 1, s.rev, s.hash] }); if (!r.rows[0]) throw 1; s.rev++; s.hash = hash; };
for (const f of ['fa','fb','fc','fd']) v[f] = async () => { const s = await opened(f), e = ev(), hash = randomBytes(32); const r = await pool.query({ name: f, text: `SELECT last_position, at::text FROM es.${f}($1,$2,$3,$4,$5,$6,$7,$8,$9,$10)`, values: [s.stream, s.rev, s.hash, s.rev+1, hash, e.id, e.type, 1, e.data, e.meta] }); if (!r.rows[0]) throw 1; s.rev++; s.hash = hash; };
const t = {};
for (let r = 0; r < 25; r++) for (const k in v) { const n = 100; const t0 = performance.now(); for (let i = 0; i < n; i++) await v[k](); if (r > 2) (t[k] ??= []).push((performance.now() - t0) / n); delete st[k]; if (r === 2) await pool.query('analyze'); }
for (const k in t) { t[k].sort((a, b) => a - b); console.log(k.padEnd(12), 'median', t[k][11].toFixed(3), 'q1', t[k][5].toFixed(3), 'min', t[k][0].toFixed(3)); }
process.exit();
