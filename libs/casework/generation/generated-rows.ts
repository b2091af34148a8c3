import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ImportedRows } from '@redress/event-store/import/imported-rows.js';
import type { OpenRing } from '@redress/privacy/key-ring.js';
import type { Plan } from './city.js';
import type { GeneratedRows, ShareOfWork } from './generate-thread.js';

/**
 * The rows of a generated log, told, sealed and chained in threads, a part of the cases each, and brought into one order:
 * whatever their number, the log is the same.
 *
 * @param onKeys takes the keys which seal the rows that come next
 */
export async function* generatedRows(
  plan: Plan,
  ring: OpenRing,
  onKeys: (keys: string) => Promise<void>,
): AsyncGenerator<ImportedRows> {
  const of = Math.max(1, Math.min(8, availableParallelism(), Math.ceil(plan.cases / 500)));
  const secret = randomBytes(32);
  const parts = Array.from({ length: of }, (_, nth) => new Part({ plan, share: { nth, of }, secret, ring }, onKeys));
  try {
    await Promise.all(parts.map((part) => part.next()));
    for (let going = parts; ; going = going.filter((part) => part.head !== null)) {
      for (const part of going) if (part.isEmpty) await part.next();
      going = going.filter((part) => part.head !== null);
      if (going.length === 0) return;
      yield merged(going);
    }
  } finally {
    await Promise.all(parts.map((part) => part.end()));
  }
}

/** Rows of all parts up to where the first of them has no more. */
function merged(parts: readonly Part[]): ImportedRows {
  const rows: Uint8Array[] = [];
  const at: number[] = [];
  while (parts.every(({ isEmpty }) => !isEmpty)) {
    const first = parts.reduce((one, other) => (other.isBefore(one) ? other : one));
    at.push(first.at);
    rows.push(first.shift());
  }
  let length = 0;
  const ends = Uint32Array.from(rows, (row) => (length += row.length));
  return { bytes: Buffer.concat(rows, length), ends, at: Float64Array.from(at) };
}

/** What one thread has told and nobody has taken yet. */
class Part {
  head: GeneratedRows | null = null;
  private row = 0;
  private readonly told: (GeneratedRows | null)[] = [];
  private readonly worker: Worker;
  private fault: Error | null = null;
  private heard = () => undefined as void;

  constructor(
    work: ShareOfWork,
    private readonly onKeys: (keys: string) => Promise<void>,
  ) {
    this.worker = new Worker(new URL('./generate-thread.js', import.meta.url), { workerData: work });
    this.worker.on('message', (rows: GeneratedRows | null) => {
      this.told.push(rows);
      this.heard();
    });
    this.worker.on('error', (error) => {
      this.fault = error;
      this.heard();
    });
  }

  get isEmpty(): boolean {
    return this.head === null || this.row === this.head.ends.length;
  }

  get at(): number {
    return this.head!.at[this.row]!;
  }

  isBefore(other: Part): boolean {
    const [one, two] = [this.head!.numbers[this.row]!, other.head!.numbers[other.row]!];
    return this.at < other.at || (this.at === other.at && one < two);
  }

  shift(): Uint8Array {
    const { bytes, ends } = this.head!;
    const start = this.row === 0 ? 0 : ends[this.row - 1]!;
    return bytes.subarray(start, ends[this.row++]);
  }

  /** Waits for the next rows; `head` is null when there are none. */
  async next(): Promise<void> {
    while (this.told.length === 0 && this.fault === null) await new Promise<void>((resolve) => (this.heard = resolve));
    if (this.fault !== null) throw this.fault;
    this.head = this.told.shift()!;
    this.row = 0;
    if (this.head === null) return;
    this.worker.postMessage('more');
    await this.onKeys(this.head.keys);
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }
}
