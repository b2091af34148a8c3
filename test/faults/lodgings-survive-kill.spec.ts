import { randomUUID } from 'node:crypto';
import { chmodSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { lookUpProcess } from '../../libs/platform/embedded-postgres/processes.js';
import { specimenClaim } from '../acceptance/specimen-claim.js';
import { folderNamed } from '../temporary-folder.js';
import { descendants, freePort, run, type Running } from './running.js';

jest.setTimeout(180_000);

const lodgings = 100;
const announced = 'Ctrl-C stops it all';

let folder: string;
let environment: NodeJS.ProcessEnv & { PORT: string };
let server: Running | null = null;

beforeAll(async () => {
  folder = folderNamed('redress-kill-');
  chmodSync(folder, 0o755);
  environment = { PORT: String(await freePort()), REDRESS_DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'warn' };
});

afterAll(async () => {
  if (server && lookUpProcess(server.pid) !== null) {
    process.kill(server.pid, 'SIGTERM');
    await server.exit;
  }
  rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<Running> {
  const started = run(process.execPath, ['apps/cli/bin/redress.mjs', 'start'], environment);
  await started.until(announced);
  return started;
}

async function signIn(): Promise<string> {
  const response = await fetch(`http://localhost:${environment.PORT}/api/sessions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ account: 'sme', password: 'redress-demo' }),
  });
  return ((await response.json()) as { token: string }).token;
}

interface Acknowledged {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly position: string;
}

interface Lodging {
  readonly commandId: string;
  readonly acknowledged: Acknowledged | null;
}

async function lodge(token: string, commandId: string): Promise<Lodging['acknowledged']> {
  const response = await fetch(`http://localhost:${environment.PORT}/api/overdue-payment-claims`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}`, 'Idempotency-Key': commandId },
    body: JSON.stringify(specimenClaim()),
  });
  return response.status === 201 ? ((await response.json()) as NonNullable<Lodging['acknowledged']>) : null;
}

async function worklist(token: string): Promise<Set<string>> {
  const found = new Set<string>();
  for (let after: string | null = ''; after !== null;) {
    const page = `limit=200${after ? `&after=${encodeURIComponent(after)}` : ''}`;
    const response = await fetch(`http://localhost:${environment.PORT}/api/worklist?${page}`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    const body = (await response.json()) as { rows: { caseId: string }[]; next: string | null };
    body.rows.forEach(({ caseId }) => found.add(caseId));
    after = body.next;
  }
  return found;
}

async function factsOf(token: string, { caseId, position }: Acknowledged): Promise<unknown> {
  const response = await fetch(`http://localhost:${environment.PORT}/api/cases/${caseId}?atLeast=${position}`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  return ((await response.json()) as { claim: { facts: unknown } }).claim.facts;
}

/** A backend of PostgreSQL whose connection was no longer wanted has gone by itself meanwhile. */
function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

test('kill -9 of everything amid a hundred concurrent lodgings loses none that was acknowledged (invariant 1)', async () => {
  server = await start();
  const token = await signIn();
  const everything = [...descendants(server.pid).map(({ pid }) => pid), server.pid];
  const all: Lodging[] = [];
  let killed = false;
  // Each of the hundred lodges again as soon as it is answered, so that a hundred are under way when the kill comes.
  const lodgeUntilKilled = async (): Promise<void> => {
    while (!killed) {
      const commandId = randomUUID();
      // A connection cut by the kill is a lodging nobody acknowledged.
      all.push({ commandId, acknowledged: await lodge(token, commandId).catch(() => null) });
      if (killed || all.length < lodgings) continue;
      killed = true;
      everything.forEach(killIfThere);
    }
  };
  await Promise.all(Array.from({ length: lodgings }, lodgeUntilKilled));
  await server.exit;
  expect(all.filter((one) => one.acknowledged === null).length).toBeGreaterThan(lodgings / 10);

  server = await start();
  const again = await signIn();
  const kept = all.flatMap((one) => one.acknowledged ?? []);
  const wanted = kept.map(({ caseId }) => caseId);
  for (const end = Date.now() + 60_000; Date.now() < end; await sleep(100)) {
    const listed = await worklist(again);
    if (wanted.every((caseId) => listed.has(caseId))) break;
  }
  const listed = await worklist(again);
  expect(wanted.filter((caseId) => !listed.has(caseId))).toEqual([]);

  // The keys of what is sealed are as durable as the event: it opens.
  for (const one of kept) expect(await factsOf(again, one)).toBe(specimenClaim().facts);

  // Sent again with its command id, each lodging is one case: the first outcome, or the one that was never recorded.
  for (const { commandId, acknowledged: first } of all) {
    const outcome = await lodge(again, commandId);
    if (first) expect(outcome).toMatchObject({ caseId: first.caseId, caseNumber: first.caseNumber });
    else expect(outcome).not.toBeNull();
  }
});
