import { PostgresEventStore } from '../../../../dist/libs/event-store/postgres/postgres-store.js';
import { ensureBuild, serveBuild } from '../../../../dist/libs/processing/builds.js';
import { countAnew } from '../../../../dist/libs/processing/counts.js';
import { publishedTables } from '../../../../dist/libs/processing/projection.js';
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
 * multiplied by SQL, under ids of their own, with days moved, other offices and officers and the companies of other cases. A
 * company has as many cases at every size. Their streams stand in the log too, the events without meta and data, but for the
 * first copy of each case: whoever asks for a file asks for one of those.
 */
export async function fillViews(url, { generated, cases }) {
  const pool = await fillGeneratedLog(url, generated);
  const filled = [];
  for (const definition of views.filter(({ name }) => measured.includes(name)))
    filled.push({ definition, build: await ensureBuild(pool, definition) });
  await fillBuilds(new PostgresEventStore(url), pool, filled, { batch: 2_000 });
  for (const { build } of filled) await serveBuild(pool, build);
  await withSchemas(pool, filled, (client) => client.query(copySql(cases)));
  await Promise.all([
    ...filled.map((one) => withSchemas(pool, [one], (client) => multiplyView(client, one))),
    withSchemas(pool, [], multiplyLog),
  ]);
  await pool.query('DROP TABLE public.copy');
  await pool.query('VACUUM ANALYZE');
  return pool;
}

async function withSchemas(pool, filled, work) {
  const client = await pool.connect();
  await client.query(`SET search_path = ${[...filled.map(({ build }) => build.schema), 'public'].join(', ')}`);
  await client.query(`SET work_mem = '256MB'; SET maintenance_work_mem = '1GB'; SET synchronous_commit = off`);
  try {
    await work(client);
  } finally {
    client.release(true);
  }
}

/** In one transaction: a table emptied in the one that fills it needs no write-ahead log where `wal_level` is minimal. */
async function multiplyView(client, { definition, build }) {
  await client.query('BEGIN');
  const indexes = await indexesOf(client, build);
  await dropIndexes(client, build);
  for (const name of publishedTables(definition))
    if (name in changes) for (const statement of multiply(name, changes[name])) await client.query(statement);
  for (const { name } of definition.counts ?? []) await client.query(`TRUNCATE ${name}`);
  await countAnew(client, definition);
  for (const ddl of indexes) await client.query(ddl);
  await client.query('COMMIT');
}

/** A copy's events come after all that stands in the log, those of the first copies first. */
async function multiplyLog(client) {
  await client.query('CREATE TEMPORARY TABLE old AS SELECT * FROM es.events; ANALYZE old');
  await client.query('ALTER TABLE es.events SET UNLOGGED');
  const { rows } = await client.query('SELECT max(k) AS copies FROM copy');
  for (let k = 1; k <= rows[0].copies; k++)
    await client.query(
      `INSERT INTO es.events (position, stream, revision, id, type, schema, data, meta, hash, recorded_at)
       SELECT ${copiedPosition}, replace(stream, old_id, new_id), revision,
         overlay(id::text placing left(new_id, 8) from 1 for 8)::uuid, type, schema, ${ofFirst('data')}, ${ofFirst('meta')},
         hash, recorded_at
       FROM old JOIN copy ON old_id = ${caseOfStream} WHERE k = $1 ORDER BY position`,
      [k],
    );
}

/** Which case is copied to which, and the companies it has: a quarter are copies of open ones. */
const copySql = (cases) => `
  CREATE UNLOGGED TABLE public.copy AS
  WITH had AS (
    SELECT case_id, open, marks AS numbered, count(*) OVER (PARTITION BY open) AS n, count(*) OVER () AS every,
      row_number() OVER (ORDER BY case_id) AS at FROM worklist
  ), copied AS (
    SELECT case_id AS old_id, lpad(to_hex(k), 8, '0') || substr(case_id, 9) AS new_id, k::integer AS k, open, numbered,
      (row_number() OVER (ORDER BY k, case_id))::integer AS nth, (at + k * 7919) % every + 1 AS named
    FROM had CROSS JOIN LATERAL generate_series(1, ceil(${cases} * CASE WHEN open THEN 0.25 ELSE 0.75 END / n)::bigint) AS k
  ), kept AS (
    SELECT *, row_number() OVER (PARTITION BY open ORDER BY nth) AS counted FROM copied
  ), named AS (
    SELECT n.complainant, n.respondent, marks, row_number() OVER (ORDER BY case_id) AS named
    FROM worklist_name n JOIN worklist USING (case_id)
  )
  SELECT old_id, new_id, k, nth, ${company('complainant')} AS new_complainant, ${company('respondent')} AS new_respondent,
    (marks & ${ofCompanies}) | (numbered & ~${ofCompanies}) | ${marksOf('complainant')} | ${marksOf('respondent')} AS new_marks
  FROM kept JOIN named USING (named) WHERE counted <= ${cases} * CASE WHEN open THEN 0.25 ELSE 0.75 END;
  CREATE INDEX ON public.copy (k);
  ANALYZE public.copy`;

/** The bits of a mark which its companies set, below those of its number: as `marks.ts` makes them. */
const bits = 57;
const ofCompanies = `((1::bigint << ${bits}) - 1)`;

/** Another for every third copy, with a code and a name of its own. */
const variant = '((k - 1) / 3)';
const hasVariant = (party) => `k > 3 AND ${party} LIKE '9%'`;

function company(party) {
  const named = `overlay(${party} placing chr(19968 + ${variant}) from 22 for 0)`;
  const other = `overlay(${named} placing lpad(upper(to_hex(${variant})), 2, '0') from 9 for 2)`;
  return `CASE WHEN ${hasVariant(party)} THEN ${other} ELSE ${party} END`;
}

/** The marks of the two pairs which the name has more. */
function marksOf(party) {
  const inserted = `(19968 + ${variant})`;
  const [before, behind] = [21, 22].map((place) => `ascii(substr(${party}, ${place}, 1))`);
  const mark = (one, other) => `(1::bigint << (${one} * 31 + ${other}) % ${bits})`;
  return `CASE WHEN ${hasVariant(party)} THEN ${mark(before, inserted)} | ${mark(inserted, behind)} ELSE 0 END`;
}

const moved = (column) => `(${column} - (k * 37 % 700))`;
const due = (column) => `CASE WHEN isfinite(${column}) THEN ${column} + (k * 11 % 90) - 30 ELSE ${column} END`;
const office = (column) =>
  `CASE WHEN ${column} ~ '^[0-9]{6}' THEN ${column} || '-' || k % ${officesOfDistrict} ELSE ${column} END`;
const officer = (column) => `${column} || '-' || nth / ${openEach * 40}`;
const offices = `ARRAY(SELECT ${office('o')} FROM unnest(offices) AS o)`;
const number = (column) =>
  `CASE WHEN k = 1 THEN ${column} ELSE substr(${column}, 1, 8) || 'U' || upper(lpad(to_hex(k), 3, '0')) || substr(${column}, 13) END`;
const ofFirst = (column) => `CASE WHEN k = 1 THEN ${column} ELSE '{}' END`;

const caseOfStream = `substr(stream, strpos(stream, '-') + 1)`;
const copiedPosition = `k * (SELECT position FROM es.counter) + position`;

/** What the copies' rows have of their own. */
const changes = {
  worklist: {
    case_id: 'new_id',
    case_number: number('case_number'),
    complainant_code: 'left(new_complainant, 18)',
    complainant: 'new_complainant',
    respondent: 'new_respondent',
    marks: 'new_marks',
    lodged_on: moved('lodged_on'),
    due_sort: due('due_sort'),
    offices,
    holder_office: office('holder_office'),
    holder: officer('holder'),
    first_contact: officer('first_contact'),
  },
  worklist_reader: {
    case_id: 'new_id',
    reader: office('reader'),
    marks: 'new_marks',
    lodged_on: moved('lodged_on'),
    due_sort: due('due_sort'),
  },
  worklist_name: {
    case_id: 'new_id',
    number: number('number'),
    complainant: 'new_complainant',
    respondent: 'new_respondent',
    names: `concat_ws(E'\\n', substr(new_complainant, strpos(new_complainant, ' ') + 1),
      substr(new_respondent, strpos(new_respondent, ' ') + 1))`,
  },
  sla_clock: {
    case_id: 'new_id',
    case_number: number('case_number'),
    lodged_on: moved('lodged_on'),
    due_sort: due('due_sort'),
    offices,
    office: office('office'),
  },
  case_file: {
    case_id: 'new_id',
    case_number: number('case_number'),
    stream: `replace(stream, old_id, new_id)`,
    offices,
  },
  case_file_subject: { stream: `replace(stream, old_id, new_id)`, position: copiedPosition },
};

function multiply(table, given) {
  const of = table.endsWith('_subject') ? caseOfStream : 'case_id';
  return [
    `CREATE TEMPORARY TABLE old AS SELECT * FROM ${table}; ANALYZE old`,
    `TRUNCATE ${table}`,
    `DO $do$
     DECLARE changes json := $json$${JSON.stringify(given)}$json$; columns text; given text;
     BEGIN
       SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum),
         string_agg(coalesce(changes ->> attname, quote_ident(attname)), ', ' ORDER BY attnum)
       INTO columns, given FROM pg_attribute
       WHERE attrelid = '${table}'::regclass AND attnum > 0 AND NOT attisdropped;
       EXECUTE format($sql$INSERT INTO ${table} (%s) SELECT %s FROM old JOIN copy ON old_id = ${of}$sql$, columns, given);
     END $do$`,
    'DROP TABLE old',
  ];
}
