import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { readable } from '@redress/platform/logging.js';
import { OperatorError } from '@redress/platform/operator-error.js';

const linesKept = 20;
const readyWithinMs = 60_000;
const stopWithinMs = 7_000;

/** A child of the start which keeps the contract of libs/platform/child.ts. */
export interface Program {
  /** Rejects when it ends before, or is not ready within a minute. */
  readonly ready: Promise<void>;
  /** Rejects with its last lines when it ends unasked; never resolves. */
  readonly failed: Promise<never>;
  stop(): Promise<void>;
  kill(): void;
}

/** Runs a compiled program in a session of its own, so that Ctrl-C in the terminal reaches the start only. */
export function runProgram(
  name: string,
  path: string,
  environment: NodeJS.ProcessEnv,
  show: (line: string) => void,
): Program {
  const child = spawn(process.execPath, ['--enable-source-maps', path], {
    env: environment,
    detached: true,
    windowsHide: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const { last, read } = showLines(child, show);
  let asked = false;
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    // Not 'close', which Node does not emit after this side has closed the IPC channel.
    child.once('exit', (code, signal) => void read.then(() => resolve(signal ?? `exit ${code}`)));
  });
  const failed = new Promise<never>((_, reject) => {
    void ended.then((how) => {
      if (!asked)
        reject(
          new OperatorError([`The ${name} ended by itself (${how}).`, ...last.map((line) => `  ${line}`)].join('\n')),
        );
    });
  });
  // Awaited by whoever runs it for long; a stop in between is no unhandled rejection.
  failed.catch(() => undefined);
  const ready = new Promise<void>((resolve) => {
    child.on('message', (message) => {
      if ((message as { ready?: unknown } | null)?.ready === true) resolve();
    });
  });
  const late = sleep(readyWithinMs, undefined, { ref: false }).then(() => {
    throw new OperatorError([`The ${name} was not ready within a minute.`, ...last].join('\n'));
  });
  late.catch(() => undefined);
  return {
    ready: Promise.race([ready, failed, late]),
    failed,
    async stop() {
      asked = true;
      if (child.connected) child.disconnect();
      const inTime = await Promise.race([ended.then(() => true), sleep(stopWithinMs, false)]);
      if (!inTime) child.kill('SIGKILL');
      await ended;
    },
    kill() {
      asked = true;
      child.kill('SIGKILL');
    },
  };
}

/** Shows what the child says as it says it; `last` keeps its last lines, `read` resolves when all is read. */
function showLines(child: ChildProcess, show: (line: string) => void): { last: string[]; read: Promise<unknown> } {
  const last: string[] = [];
  const read = [child.stdout, child.stderr].map(async (stream) => {
    if (stream === null) return;
    const lines = createInterface({ input: stream }).on('line', (line) => {
      const text = readable(line);
      last.push(text);
      if (last.length > linesKept) last.shift();
      show(text);
    });
    await once(lines, 'close');
  });
  return { last, read: Promise.all(read) };
}
