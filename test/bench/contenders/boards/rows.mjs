import { PostgresEventStore } from '../../../../dist/libs/event-store/postgres/postgres-store.js';
import { ensureBuild, serveBuild } from '../../../../dist/libs/processing/builds.js';
import { countAnew } from '../../../../dist/libs/processing/counts.js';
import { fillBuilds } from '../../../../dist/libs/processing/rebuild/fill.js';
import { dropIndexes, indexesOf } from '../../../../dist/libs/processing/rebuild/indexes.js';
import { views } from '../../../../dist/projections/registry.js';
import { fillGeneratedLog } from '../generated-log.mjs';

/** Officers have this many open cases in hand each, offices of a district number three: more cases, more officers. */
const openEach = 100;
const officesOfDistrict = 3;
const measured = ['worklist', 'sla-board', 'case-file'];

/**
 * The rows of so many cases, a quarter of them open: some thousand generated cases folded by the real views, whose rows are then
 * multiplied by SQL, under ids of their own, with days moved and other offices and officers. The timeline of a copied case has
 * its events without meta and data, but for the first copy of each.
 */
export async function fillViews(url, { generated, cases }) {
  const pool = await fillGeneratedLog(url, generated);
  const filled = [];
  for (const definition of views.filter(({ name }) => measured.includes(name)))
    filled.push({ definition, build: await ensureBuild(pool, definition) });
  await fillBuilds(new PostgresEventStore(url), pool, filled, { batch: 2_000 });
  for (const { build } of filled) await serveBuild(pool, build);
  const client = await pool.connect();
  const builds = filled.map(({ build }) => build);
  await client.query(`SET search_path = ${builds.map(({ schema }) => schema).join(', ')}`);
  await client.query(`SET work_mem = '256MB'; SET maintenance_work_mem = '512MB'; SET synchronous_commit = off`);
  const indexes = [];
  for (const build of builds) {
    indexes.push(...(await indexesOf(client, build)));
    await dropIndexes(client, build);
  }
  await client.query(copySql(cases));
  for (const statement of statements) await client.query(statement);
  await client.query('TRUNCATE sla_count, worklist_count, worklist_reader_count');
  for (const { definition } of filled) await countAnew(client, definition);
  for (const ddl of indexes) await client.query(ddl);
  await client.query('DROP TABLE copy');
  client.release();
  await pool.query('VACUUM ANALYZE');
  return pool;
}

/** Which case is copied to which: a quarter are copies of open ones. */
const copySql = (cases) => `
  CREATE TEMPORARY TABLE copy AS
  WITH had AS (SELECT case_id, open, count(*) OVER (PARTITION BY open) AS n FROM worklist)
  SELECT case_id AS old_id, lpad(to_hex(k), 8, '0') || substr(case_id, 9) AS new_id, k::integer AS k, open AS was_open,
    (row_number() OVER (ORDER BY k, case_id))::integer AS nth
  FROM had CROSS JOIN LATERAL generate_series(1, ceil(${cases} * CASE WHEN open THEN 0.25 ELSE 0.75 END / n)::bigint) AS k;
  DELETE FROM copy USING (
    SELECT new_id, row_number() OVER (PARTITION BY was_open ORDER BY nth) > ${cases} * CASE WHEN was_open THEN 0.25 ELSE 0.75 END AS beyond
    FROM copy
  ) AS counted WHERE counted.new_id = copy.new_id AND beyond;
  CREATE UNIQUE INDEX ON copy (old_id, k);
  ANALYZE copy`;

const moved = (column) => `(${column} - (k * 37 % 700))`;
const due = (column) => `CASE WHEN isfinite(${column}) THEN ${column} + (k * 11 % 90) - 30 ELSE ${column} END`;
const office = (column) =>
  `CASE WHEN ${column} ~ '^[0-9]{6}' THEN ${column} || '-' || k % ${officesOfDistrict} ELSE ${column} END`;
const officer = (column) => `${column} || '-' || nth / ${openEach * 40}`;
const offices = `ARRAY(SELECT ${office('o')} FROM unnest(offices) AS o)`;
const number = (column) =>
  `CASE WHEN k = 1 THEN ${column} ELSE substr(${column}, 1, 8) || 'U' || upper(lpad(to_hex(k), 3, '0')) || substr(${column}, 13) END`;
const ofFirst = (column) => `CASE WHEN k = 1 THEN ${column} ELSE '{}' END`;

/** The copies' rows, table by table, in the place of the ones they were made from. */
const statements = [
  multiply('worklist', 'case_id', {
    case_id: 'new_id',
    case_number: number('case_number'),
    lodged_on: moved('lodged_on'),
    due_sort: due('due_sort'),
    offices,
    holder_office: office('holder_office'),
    holder: officer('holder'),
    first_contact: officer('first_contact'),
  }),
  multiply('worklist_reader', 'case_id', {
    case_id: 'new_id',
    reader: office('reader'),
    lodged_on: moved('lodged_on'),
    due_sort: due('due_sort'),
  }),
  multiply('worklist_name', 'case_id', { case_id: 'new_id', number: number('number') }),
  multiply('sla_clock', 'case_id', {
    case_id: 'new_id',
    case_number: number('case_number'),
    lodged_on: moved('lodged_on'),
    due_sort: due('due_sort'),
    offices,
    office: office('office'),
  }),
  multiply('case_file', 'case_id', {
    case_id: 'new_id',
    case_number: number('case_number'),
    stream: `replace(stream, old_id, new_id)`,
    offices,
  }),
  multiply('case_file_timeline', 'case_id', { case_id: 'new_id', meta: ofFirst('meta'), data: ofFirst('data') }),
].flat();

function multiply(table, key, changes) {
  const set = JSON.stringify(changes);
  return [
    `CREATE TEMPORARY TABLE old AS SELECT * FROM ${table}`,
    `TRUNCATE ${table}`,
    `DO $do$
     DECLARE changes json := $json$${set}$json$; columns text; given text;
     BEGIN
       SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum),
         string_agg(coalesce(changes ->> attname, quote_ident(attname)), ', ' ORDER BY attnum)
       INTO columns, given FROM pg_attribute
       WHERE attrelid = '${table}'::regclass AND attnum > 0 AND NOT attisdropped;
       EXECUTE format('INSERT INTO ${table} (%s) SELECT %s FROM old JOIN copy ON old_id = ${key}', columns, given);
     END $do$`,
    'DROP TABLE old',
  ];
}
