/** Days by which copies are moved, so that they fall on other days than what they were copied from. */
const moved = 28;

/** Multiplies the rows which boards and statistics of the past read; answers how many there are. */
export async function multiply(pool, copies) {
  const schemaOf = async (view) =>
    (
      await pool.query(
        `SELECT schema FROM (SELECT format('%s_v%s_%s', replace(view, '-', '_'), version, build) AS schema, state, view
      FROM processing.builds) b WHERE view = $1 AND state = 'serving'`,
        [view],
      )
    ).rows[0].schema;
  const history = await schemaOf('history');
  const statistics = await schemaOf('statistics');
  const client = await pool.connect();
  await client.query(`SET synchronous_commit = off; SET maintenance_work_mem = '2GB'; SET work_mem = '256MB'`);
  await copied(
    client,
    `${history}.history_clock`,
    copies,
    {
      case_id: `case_id || '-' || k`,
      known: movedRange('known'),
      held: movedRange('held'),
      due_sort: `CASE WHEN due_sort = 'infinity' THEN due_sort ELSE due_sort + k % ${moved} END`,
    },
    `state IN ('open', 'paused', 'cannotTell')`,
  );
  await copied(client, `${history}.history_finished`, copies, movedChange);
  await recounted(client, `${history}.history_finished`, copies);
  await recounted(client, `${history}.history_matter`, copies);
  await copied(client, `${statistics}.statistics_change`, copies, movedChange);
  await recounted(client, `${statistics}.statistics_change`, copies);
  client.release();
  await pool.query('VACUUM ANALYZE');
  const { rows } = await pool.query(
    `SELECT (SELECT count(*) FROM ${history}.history_clock) AS clocks, (SELECT count(*) FROM ${history}.history_finished) AS finished,
       (SELECT count(*) FROM ${history}.history_finished_by_month) AS months,
       (SELECT count(*) FROM ${history}.history_finished_by_day) AS days,
       (SELECT count(*) FROM ${history}.history_matter_by_day) AS "matterDays",
       (SELECT count(*) FROM ${statistics}.statistics_change) AS changes,
       (SELECT count(*) FROM ${statistics}.statistics_change_by_month) AS "statisticsMonths",
       (SELECT count(*) FROM ${statistics}.statistics_change_by_day) AS "statisticsDays"`,
  );
  return Object.fromEntries(Object.entries(rows[0]).map(([name, n]) => [name, Number(n)]));
}

const movedRange = (of) =>
  `tstzrange(lower(${of}) + (k % ${moved}) * interval '1 day', upper(${of}) + (k % ${moved}) * interval '1 day')`;

const movedChange = {
  case_id: `case_id || '-' || k`,
  known_at: `known_at + (k % ${moved}) * interval '1 day'`,
  held_at: `held_at + (k % ${moved}) * interval '1 day'`,
  known_on: `known_on + k % ${moved}`,
  held_on: `held_on + k % ${moved}`,
};

/** Without its indexes, which are made again after. */
async function copied(client, table, copies, changes, where = 'true') {
  const [schema, name] = table.split('.');
  const { rows: indexes } = await client.query(
    `SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = $1 AND tablename = $2 AND indexname NOT LIKE '%pkey'`,
    [schema, name],
  );
  for (const { indexname } of indexes) await client.query(`DROP INDEX ${schema}.${indexname}`);
  const { rows: keys } = await client.query(
    `SELECT pg_get_constraintdef(oid) AS key FROM pg_constraint WHERE conrelid = '${table}'::regclass AND contype = 'p'`,
  );
  await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}_pkey`);
  const { rows } = await client.query(
    'SELECT column_name AS name FROM information_schema.columns WHERE table_schema = $1 AND table_name = $2',
    [schema, name],
  );
  const columns = rows.map((row) => row.name);
  await client.query(
    `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${columns.map((column) => changes[column] ?? column).join(', ')}
     FROM ${table} CROSS JOIN generate_series(1, ${copies - 1}) AS k WHERE ${where}`,
  );
  for (const { indexdef } of indexes) await client.query(indexdef);
  await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name}_pkey ${keys[0].key}`);
}

/** The sums of the copies: of copies moved alike, as many times as much; months from days. */
async function recounted(client, table, copies) {
  const [schema, name] = table.split('.');
  const { rows } = await client.query(
    `SELECT column_name AS name FROM information_schema.columns WHERE table_schema = $1 AND table_name = $2
     AND column_name NOT IN ('known_on', 'held_on', 'n')`,
    [schema, `${name}_by_day`],
  );
  const group = rows.map((row) => row.name).join(', ');
  const [days, months] = [`${table}_by_day`, `${table}_by_month`];
  await client.query(`CREATE TEMP TABLE original ON COMMIT PRESERVE ROWS AS SELECT * FROM ${days}`);
  await client.query(`TRUNCATE ${days}, ${months}`);
  // Of k from 0 to copies - 1 as many leave each remainder.
  await client.query(
    `INSERT INTO ${days} (known_on, held_on, ${group}, n)
     SELECT known_on + s, held_on + s, ${group}, sum(n * (${copies} / ${moved} + (s < ${copies} % ${moved})::integer))
     FROM original CROSS JOIN generate_series(0, ${Math.min(moved, copies) - 1}) AS s GROUP BY known_on + s, held_on + s, ${group}
     HAVING sum(n * (${copies} / ${moved} + (s < ${copies} % ${moved})::integer)) <> 0`,
  );
  await client.query(
    `INSERT INTO ${months} (known_month, held_month, ${group}, n)
     SELECT date_trunc('month', known_on::timestamp)::date, date_trunc('month', held_on::timestamp)::date, ${group}, sum(n)
     FROM ${days} GROUP BY 1, 2, ${group} HAVING sum(n) <> 0`,
  );
  await client.query('DROP TABLE original');
}
