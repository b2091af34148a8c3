import { chainEvents, type StreamHead } from '../chain.js';
import { writeEvents } from '../envelope.js';
import type { NewEvent, StreamName } from '../port.js';
import { CopiedRows } from './copied-rows.js';

/** One command's events on one stream, as an append would take them, with the time at which they were recorded. */
export interface ImportedAppend {
  readonly stream: StreamName;
  readonly events: readonly NewEvent[];
  /** ISO 8601 with offset; never before that of the append before. */
  readonly recordedAt: string;
  /** The stream gets no event after these: its head need not be kept. */
  readonly last: boolean;
}

/** Rows of `es.events`, chained, in the binary format of COPY; their positions, which follow from the order, are not yet set. */
export interface ImportedRows {
  /** Rows one after the other. Who takes them writes the positions into them. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where each row ends. */
  readonly ends: Uint32Array;
  /** `recordedAt` of each, in milliseconds. */
  readonly at: Float64Array;
}

/** The columns of a row, in order. */
export const rowColumns = 'position, stream, revision, id, type, schema, data, meta, hash, recorded_at';
const COLUMNS = 10;

/** Where in its row the position stands: after the number of columns and its own length. */
export const POSITION_AT = 6;

const PAGE_BYTES = 1 << 18;

/** Chains appends, as a store would, and gathers their rows. Memory holds the heads of the streams under way. */
export class ChainedRows {
  private readonly heads = new Map<StreamName, StreamHead>();
  private readonly rows = new CopiedRows();
  private ends: number[] = [];
  private at: number[] = [];

  /** @returns to how many rows the append came @throws InvalidEventError, RangeError where `recordedAt` is no time */
  add({ stream, events, recordedAt, last }: ImportedAppend): number {
    const at = Date.parse(recordedAt);
    if (Number.isNaN(at)) throw new RangeError(`${recordedAt} is not a time`);
    const chained = chainEvents(stream, this.heads.get(stream) ?? null, writeEvents(stream, events));
    const head = chained.at(-1);
    if (head === undefined) return 0;
    if (last) this.heads.delete(stream);
    else this.heads.set(stream, { revision: head.revision, hash: head.hash });
    const { rows } = this;
    for (const { id, type, schema, data, meta, revision, hash } of chained) {
      // A UTF-16 unit takes three bytes of UTF-8 at most.
      const texts = 3 * (stream.length + type.length + data.length + meta.length);
      rows.beginRow(COLUMNS, texts + hash.length + COLUMNS * 16);
      rows.int8(0);
      rows.text(stream);
      rows.int8(Number(revision));
      rows.uuid(id);
      rows.text(type);
      rows.int4(schema);
      rows.text(data);
      rows.text(meta);
      rows.bytea(hash);
      rows.timestamp(at);
      this.ends.push(rows.length);
      this.at.push(at);
    }
    return chained.length;
  }

  get isFull(): boolean {
    return this.rows.length >= PAGE_BYTES;
  }

  take(): ImportedRows {
    const { ends, at } = this;
    this.ends = [];
    this.at = [];
    return { bytes: this.rows.take(), ends: Uint32Array.from(ends), at: Float64Array.from(at) };
  }
}
