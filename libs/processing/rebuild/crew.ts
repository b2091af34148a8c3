import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Lane } from './lanes.js';
import type { CrewWork, ThreadAnswer, ThreadWork } from './fill-thread.js';

/** Where threads of a fill find what a message cannot carry. */
export interface FillThreads {
  readonly databaseUrl: string;
  /** A compiled module whose `views` are the definitions. */
  readonly module: URL;
}

/** PostgreSQL needs the machine as well: more than eight threads only wait for it. */
const most = Math.min(8, availableParallelism());

/**
 * Fills lanes in threads, each taking the next lane that nobody has. The first fault ends them all, and what was not
 * committed is filled again by the next call.
 */
export async function fillInThreads(
  { databaseUrl, module }: FillThreads,
  work: CrewWork,
  lanes: readonly Lane[],
  onFolded: (lane: number, events: number) => void,
  signal?: AbortSignal,
): Promise<void> {
  const left = [...lanes];
  const ending = new AbortController();
  const end = signal === undefined ? ending.signal : AbortSignal.any([signal, ending.signal]);
  const workerData: ThreadWork = { ...work, databaseUrl, module: module.href };
  const thread = () =>
    new Promise<void>((resolve, reject) => {
      const worker = new Worker(new URL('./fill-thread.js', import.meta.url), { workerData });
      const stop = () => void worker.terminate();
      end.addEventListener('abort', stop, { once: true });
      worker.on('message', (answer: ThreadAnswer) => {
        if (answer.folded !== undefined) onFolded(answer.lane, answer.folded);
        else worker.postMessage(left.shift() ?? null);
      });
      worker.on('error', reject);
      worker.on('exit', (code) => {
        end.removeEventListener('abort', stop);
        if (code === 0) resolve();
        else reject(end.aborted ? (end.reason as Error) : new Error(`A thread of a fill ended with ${code}.`));
      });
    });
  const threads = Array.from({ length: Math.min(most, lanes.length) }, () =>
    thread().catch((error: unknown) => {
      ending.abort(error);
      throw error;
    }),
  );
  const failed = (await Promise.allSettled(threads)).find((result) => result.status === 'rejected');
  if (signal?.aborted) throw signal.reason as Error;
  if (failed !== undefined) throw failed.reason as Error;
}
