import { spawn } from 'node:child_process';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDbStandIn } from './eventstoredb-stand-in/stand-in.js';
import { wholeContract } from './whole-contract.js';

const program = join(import.meta.dirname, 'run-eventstoredb.mjs');
const bundle = join(import.meta.dirname, '../../.cache/contract/eventstoredb-contract.mjs');

describe('npm run test:eventstoredb', () => {
  const environment: NodeJS.ProcessEnv = { ...process.env };
  delete environment.EVENT_STORE;
  // Else node:test takes the run for one of Jest's.
  delete environment.NODE_TEST_CONTEXT;

  const run = (words: string[], cwd: string, more: NodeJS.ProcessEnv = {}) =>
    new Promise<{ code: number | null; out: string; err: string }>((resolve, reject) => {
      const child = spawn(process.execPath, words, { cwd, env: { ...environment, ...more } });
      let [out, err] = ['', ''];
      child.stdout.on('data', (part: Buffer) => (out += part.toString()));
      child.stderr.on('data', (part: Buffer) => (err += part.toString()));
      child.once('error', reject);
      child.once('close', (code) => resolve({ code, out, err }));
    });

  it('makes one file which, alone with Node, runs every property against the server named', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'redress-contract-'));
    const server = await new EventStoreDbStandIn().start();
    const without = await run([program], folder);
    expect(without).toMatchObject({ code: 1 });
    expect(without.err.trimEnd().split('\n').at(-1)).toBe(
      'no server named: give --url esdb://… or set EVENT_STORE=esdb://…',
    );

    await copyFile(bundle, join(folder, 'contract.mjs'));
    const { code, out } = await run(['contract.mjs', '--url', server.url], folder);
    const properties = wholeContract({
      store: () => null as never,
      gapless: false,
      idsAcrossStreams: false,
      hold: null,
      breakOff: null,
      plans: null,
    });
    const kept = properties.filter(({ cannot }) => cannot === undefined).length;
    expect(out).toMatch(new RegExp(`pass ${kept}$`, 'm'));
    expect(out).toMatch(new RegExp(`skipped ${properties.length - kept}$`, 'm'));
    expect(out).toMatch(/fail 0$/m);
    expect(code).toBe(0);

    const wrong = await run(['contract.mjs'], folder, { EVENT_STORE: 'postgresql://localhost/x' });
    expect(wrong).toMatchObject({ code: 1, out: '' });
    expect(wrong.err).toMatch(/^not the address of an EventStoreDB: .*\n$/);
    server.stop();
    await rm(folder, { recursive: true });
  }, 60_000);
});
