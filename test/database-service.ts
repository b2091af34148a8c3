import { readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../libs/platform/embedded-postgres/start.js';
import { isAlive } from '../libs/platform/embedded-postgres/processes.js';
import { folderNamed, roomiest } from './temporary-folder.js';

/** One PostgreSQL for a Jest run, in Jest's own process, started when the first spec file asks for it. */
export interface DatabaseService {
  /** Answers a GET with the server as JSON, or 500 with why there is none. */
  readonly address: string;
  stop(): Promise<void>;
}

export interface DatabaseServer {
  /** Connection string of its database `postgres`. */
  readonly url: string;
  /** Goes with the server, and with it whatever belongs to its databases. */
  readonly folder: string;
}

const prefix = 'redress-test-';

export async function startDatabaseService(): Promise<DatabaseService> {
  let server: Promise<EmbeddedPostgres> | null = null;
  let folder = '';
  const start = (): Promise<EmbeddedPostgres> => {
    dropAbandoned();
    folder = folderNamed(`${prefix}${process.pid}-`);
    return startEmbeddedPostgres({ folder, pgBin: process.env.PG_BIN ?? null, fsync: false });
  };
  const door = createServer((_request, response) => {
    // A worker that was busy for longer than a kept connection lives would ask on one which is closed.
    response.shouldKeepAlive = false;
    (server ??= start()).then(
      (running) => response.end(JSON.stringify({ url: running.url('postgres'), folder } satisfies DatabaseServer)),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(door.address() as AddressInfo).port}/`,
    async stop() {
      door.closeAllConnections();
      await new Promise((resolve) => door.close(resolve));
      await (await server?.catch(() => null))?.stop();
      if (folder !== '') rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The folders of runs which were killed. */
function dropAbandoned(): void {
  const above = roomiest();
  for (const name of readdirSync(above)) {
    const pid = Number(new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1]);
    if (pid && !isAlive(pid)) rmSync(join(above, name), { recursive: true, force: true });
  }
}
