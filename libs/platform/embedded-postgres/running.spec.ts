import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { runningServerUrl } from './running.js';
import { startEmbeddedPostgres } from './start.js';

describe('a server which another program runs', () => {
  it.each(['socket', 'loopback'] as const)(
    'is found by its folder, over %s, for as long as it runs',
    async (transport) => {
      const folder = mkdtempSync(join(tmpdir(), 'redress-running-'));
      expect(runningServerUrl(join(folder, 'none'), 'postgres')).toBeNull();
      expect(runningServerUrl(folder, 'postgres')).toBeNull();
      const server = await startEmbeddedPostgres({ folder, pgBin: null, fsync: false, transport });
      try {
        const url = runningServerUrl(folder, 'postgres');
        expect(url).toBe(server.url('postgres'));
        const client = new pg.Client({ connectionString: url! });
        await client.connect();
        await client.end();
      } finally {
        await server.stop();
      }
      expect(runningServerUrl(folder, 'postgres')).toBeNull();
      rmSync(folder, { recursive: true });
    },
  );
});
