import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ImportedRows } from '@redress/event-store/import/imported-rows.js';
import type { OpenRing } from '@redress/privacy/key-ring.js';
import type { Plan } from './city.js';
import type { GeneratedRows, SentRing, ShareOfWork } from './generate-thread.js';

/**
 * Threads in which a log is told, sealed and chained, a part of the cases each. They load the program from the moment they
 * are made, and tell when the rows are asked for.
 */
export class GeneratingThreads {
  private readonly parts: readonly Part[];

  constructor(plan: Plan) {
    const of = Math.max(1, Math.min(8, availableParallelism(), Math.ceil(plan.cases / 500)));
    const secret = randomBytes(32);
    this.parts = Array.from({ length: of }, (_, nth) => new Part({ plan, share: { nth, of }, secret }));
  }

  /**
   * The rows brought into one order: whatever the number of threads, the log is the same.
   *
   * @param onKeys takes the keys which seal the rows that come next
   */
  async *rows(ring: OpenRing, onKeys: (keys: string) => Promise<void>): AsyncGenerator<ImportedRows> {
    const next = async (part: Part) => {
      const keys = await part.next();
      if (keys !== null) await onKeys(keys);
    };
    for (const part of this.parts) part.begin(ring);
    for (const part of this.parts) await next(part);
    for (let going = this.parts; ;) {
      for (const part of going) if (part.isEmpty) await next(part);
      going = going.filter((part) => part.head !== null);
      if (going.length === 0) return;
      yield merged(going);
    }
  }

  async end(): Promise<void> {
    await Promise.all(this.parts.map((part) => part.end()));
  }
}

/** Rows of all parts up to where the first of them has no more. */
function merged(parts: readonly Part[]): ImportedRows {
  const bytes = new Uint8Array(parts.reduce((most, part) => most + part.left, 0));
  const ends: number[] = [];
  const at: number[] = [];
  let length = 0;
  while (parts.every(({ isEmpty }) => !isEmpty)) {
    const first = parts.reduce((one, other) => (other.isBefore(one) ? other : one));
    at.push(first.at);
    const row = first.shift();
    bytes.set(row, length);
    ends.push((length += row.length));
  }
  return { bytes: bytes.subarray(0, length), ends: Uint32Array.from(ends), at: Float64Array.from(at) };
}

/** What one thread has told and nobody has taken yet. */
class Part {
  head: GeneratedRows | null = null;
  private row = 0;
  private start = 0;
  private readonly told: (GeneratedRows | null)[] = [];
  private readonly worker: Worker;
  private fault: Error | null = null;
  private heard = () => undefined as void;

  constructor(work: ShareOfWork) {
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

  /** Bytes of the rows not taken yet. */
  get left(): number {
    return this.head!.bytes.length - this.start;
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
    const row = bytes.subarray(this.start, ends[this.row++]);
    this.start += row.length;
    return row;
  }

  begin({ master, indexKey }: OpenRing): void {
    const ring: SentRing = { master: { id: master.id, key: master.key }, indexKey };
    this.worker.postMessage(ring);
  }

  /** Waits for the next rows and answers their keys; null, and `head` null, when there are no more. */
  async next(): Promise<string | null> {
    while (this.told.length === 0 && this.fault === null) await new Promise<void>((resolve) => (this.heard = resolve));
    if (this.fault !== null) throw this.fault;
    this.head = this.told.shift()!;
    this.row = 0;
    this.start = 0;
    if (this.head === null) return null;
    this.worker.postMessage('more');
    return this.head.keys;
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }
}
