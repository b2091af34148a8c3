import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { appendLoads, checkAppends, connections, warmUp, withClient } from '../case-work.mjs';

/** What message-db's install.sh and install-functions.sh run, in their order. */
const files = [
  'roles/message-store',
  'schema/message-store',
  'extensions/pgcrypto',
  'tables/messages',
  'types/message',
  'functions/message-store-version',
  'functions/hash-64',
  'functions/acquire-lock',
  'functions/category',
  'functions/is-category',
  'functions/id',
  'functions/cardinal-id',
  'functions/stream-version',
  'functions/write-message',
  'functions/get-stream-messages',
  'functions/get-category-messages',
  'functions/get-last-stream-message',
  'indexes/messages-id',
  'indexes/messages-stream',
  'indexes/messages-category',
];

export async function install(url) {
  const folder = join(dirname(createRequire(import.meta.url).resolve('@eventide/message-db/package.json')), 'database');
  await withClient(url, async (client) => {
    await client.query('SET search_path = message_store, public');
    for (const file of files) await client.query(readFileSync(join(folder, `${file}.sql`), 'utf8'));
  });
  return new pg.Pool({
    connectionString: url,
    max: connections,
    options: '-c search_path=message_store,public',
  });
}

/** message-db's own functions; all streams in one category, as ours are. */
export async function open(url, size) {
  const pool = await install(url);
  const append = (stream, n, { id, type, data, meta }) =>
    pool.query({
      name: 'write',
      text: 'SELECT write_message($1, $2, $3, $4, $5, $6)',
      values: [id, stream, type, data, meta, n - 1],
    });
  const contender = { loads: appendLoads(append) };
  await warmUp(url, contender, size.warmUp);
  return {
    ...contender,
    async check() {
      const { rows } = await pool.query('SELECT max(global_position) AS last FROM messages');
      return checkAppends(url, size, append, async (checkpoint) => {
        const page = await pool.query('SELECT id, global_position AS position FROM get_category_messages($1, $2)', [
          'case',
          BigInt(checkpoint ?? rows[0].last) + 1n,
        ]);
        return page.rows;
      });
    },
  };
}
