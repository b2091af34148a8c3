import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export const root = resolve(__dirname, '../..');

/** A command run as a person would in a terminal: in a process group of its own, which Ctrl-C reaches as a whole. */
export interface Running {
  readonly pid: number;
  /** Everything it has said so far, on both streams. */
  said(): string;
  /** Resolves when it has said `text`; rejects when it ends before. */
  until(text: string): Promise<void>;
  readonly exit: Promise<number | null>;
  pressCtrlC(): void;
}

export function run(command: string, words: readonly string[], environment: NodeJS.ProcessEnv): Running {
  const child = spawn(command, words, {
    cwd: root,
    env: { ...process.env, ...environment },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => (said += part));
  const exit = once(child, 'close').then(([code]) => code as number | null);
  return {
    pid: pidOf(child),
    said: () => said,
    async until(text) {
      const ended = exit.then(() => 'ended');
      while (!said.includes(text)) {
        if ((await Promise.race([ended, sleep(20)])) === 'ended' && !said.includes(text))
          throw new Error(`ended early:\n${said}`);
      }
    },
    exit,
    pressCtrlC: () => process.kill(-pidOf(child), 'SIGINT'),
  };
}

function pidOf({ pid }: ChildProcess): number {
  if (pid === undefined) throw new Error('not started');
  return pid;
}

/** The ids and command lines of everything that a process has started, near and far. */
export function descendants(pid: number): { pid: number; command: string }[] {
  const lines = spawnSync('ps', ['-A', '-ww', '-o', 'pid=,ppid=,command='], { encoding: 'utf8' })
    .stdout.trim()
    .split('\n');
  const all = lines.flatMap((line) => {
    const [, id, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return command === undefined ? [] : [{ pid: Number(id), parent: Number(parent), command }];
  });
  const under = (parent: number): typeof all =>
    all.filter((one) => one.parent === parent).flatMap((one) => [one, ...under(one.pid)]);
  return under(pid).filter(({ command }) => !command.startsWith('ps '));
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
  return port;
}
