import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

/** Connections for all contenders at once; no checkpoint or vacuum in the middle of somebody's round, charged to them. */
const settings = [`max_connections = 400`, `max_wal_size = '8GB'`, `checkpoint_timeout = '1h'`, 'autovacuum = off'];

/** A PostgreSQL of the benchmark's own, fsync on, which every contender reaches the same way. @param more settings, as SQL */
export async function startServer(more = []) {
  const { startEmbeddedPostgres } = await import('../../dist/libs/platform/embedded-postgres/start.js');
  const folder = mkdtempSync(join(tmpdir(), 'redress-bench-'));
  const start = () =>
    startEmbeddedPostgres({ folder, pgBin: process.env.PG_BIN ?? null, fsync: true, transport: 'loopback' });
  const first = await start();
  await once(first.url('postgres'), async (client) => {
    for (const setting of [...settings, ...more]) await client.query(`ALTER SYSTEM SET ${setting}`);
  });
  await first.stop();
  const server = await start();
  const admin = new pg.Client({ connectionString: server.url('postgres') });
  await admin.connect();
  const { rows } = await admin.query('SHOW server_version');
  return {
    admin,
    version: rows[0].server_version,
    url: (database) => server.url(database),
    fsyncRate: () => fsyncRate(folder),
    async stop() {
      await admin.end();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function once(connectionString, use) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await use(client);
  await client.end();
}

/** How often a second the disk under the data makes 8 kB durable: what one flush a commit cannot exceed. */
function fsyncRate(folder) {
  const path = join(folder, 'fsync-probe');
  const file = openSync(path, 'w');
  const page = Buffer.alloc(8192, 1);
  writeSync(file, Buffer.alloc(8192 * 64));
  fdatasyncSync(file);
  const start = performance.now();
  let count = 0;
  while (performance.now() - start < 500) {
    writeSync(file, page, 0, page.length, 8192 * (count % 64));
    fdatasyncSync(file);
    count++;
  }
  const rate = (count * 1000) / (performance.now() - start);
  closeSync(file);
  rmSync(path);
  return Math.round(rate);
}
