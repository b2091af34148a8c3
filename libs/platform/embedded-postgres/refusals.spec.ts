import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanUp, cleanUpMade, madeFolder, query, start, temporaryFolder } from '../../../test/embedded-servers.js';
import { EmbeddedPostgresError } from './errors.js';
import { type EmbeddedPostgresOptions, startEmbeddedPostgres } from './start.js';

async function refusal(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgresError> {
  const error: unknown = await startEmbeddedPostgres(options).then(
    (server) => server.stop(),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(EmbeddedPostgresError);
  expect((error as Error).message).not.toContain('\n');
  return error as EmbeddedPostgresError;
}

afterEach(cleanUp);
afterAll(cleanUpMade);

describe('an embedded PostgreSQL that cannot be had', () => {
  jest.setTimeout(60_000);

  test('refuses a folder which another living supervisor uses, and leaves that one alone', async () => {
    const folder = await madeFolder();
    const first = await start(folder);
    const { fault, message } = await refusal({ folder, pgBin: null });
    expect(fault).toBe('folderInUse');
    expect(message).toContain(String(process.pid));
    expect(await query(first, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('says in one line that the folder cannot be written', async () => {
    const file = join(temporaryFolder(), 'a-file');
    writeFileSync(file, '');
    const { fault, message } = await refusal({ folder: join(file, 'data'), pgBin: null });
    expect(fault).toBe('folderNotWritable');
    expect(message).toContain('REDRESS_DATA_DIR');
  });

  test('says in one line that the data is of another version', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'data'));
    writeFileSync(join(folder, 'data', 'PG_VERSION'), '12\n');
    const { fault, message } = await refusal({ folder, pgBin: null });
    expect(fault).toBe('versionMismatch');
    expect(message).toMatch(/made by PostgreSQL 12, this is \d+: set PG_BIN/);
  });

  test('says in one line that there are no programs', async () => {
    const empty = temporaryFolder();
    const { fault, message } = await refusal({ folder: temporaryFolder(), pgBin: empty });
    expect(fault).toBe('noBinaries');
    expect(message).toContain('DATABASE_URL');
  });

  test('says in one line why the server ended at its start', async () => {
    const folder = await madeFolder();
    writeFileSync(join(folder, 'data', 'postgresql.conf'), 'no_such_setting = 1\n');
    const { fault, message } = await refusal({ folder, pgBin: null });
    expect(fault).toBe('startFailed');
    expect(message).toContain('no_such_setting');
  });

  test('gives up in one line when the server does not get ready', async () => {
    const folder = await madeFolder();
    const { fault, message } = await refusal({ folder, pgBin: null, fsync: false, startWithinMs: -1 });
    expect(fault).toBe('startTimeout');
    expect(message).toContain(join(folder, 'postgres.log'));
  });
});
