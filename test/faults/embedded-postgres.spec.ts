import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { locateBinaries } from '../../libs/platform/embedded-postgres/binaries.js';
import { lookUpProcess } from '../../libs/platform/embedded-postgres/processes.js';
import { chooseRunAs } from '../../libs/platform/embedded-postgres/run-as.js';
import { folderNamed } from '../temporary-folder.js';
import { root, run } from './running.js';

jest.setTimeout(60_000);

let folder: string;
beforeAll(() => run(process.execPath, ['apps/cli/bin/redress.mjs', '--help'], {}).exit);
beforeEach(() => (folder = folderNamed('redress-tether-')));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A supervisor in a process of its own, which says its server's process id. */
function supervisor(platform: NodeJS.Platform) {
  const options = JSON.stringify({
    folder,
    pgBin: join(locateBinaries(null, chooseRunAs(folder)).postgres, '..'),
    fsync: false,
  });
  const script = `
    Object.defineProperty(process, 'platform', { value: '${platform}' });
    const { startEmbeddedPostgres } = await import('${root}/dist/libs/platform/embedded-postgres/start.js');
    console.log('server', (await startEmbeddedPostgres(${options})).pid, '.');`;
  return run(process.execPath, ['--input-type=module', '-e', script], {});
}

test.each([process.platform, 'darwin' as const])(
  'PostgreSQL ends in good order with its supervisor, killed on %s',
  async (platform) => {
    const parent = supervisor(platform);
    await parent.until('.\n');
    const server = Number(/server (\d+)/.exec(parent.said())?.[1]);
    expect(lookUpProcess(server)).not.toBeNull();
    process.kill(parent.pid, 'SIGKILL');
    for (const end = Date.now() + 40_000; lookUpProcess(server) !== null && Date.now() < end;) await sleep(20);
    expect(lookUpProcess(server)).toBeNull();
    expect(existsSync(join(folder, 'data', 'postmaster.pid'))).toBe(false);
  },
);
