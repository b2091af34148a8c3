import { copyText } from '@redress/platform/copy-text.js';
import { chainEvents, type StreamHead } from '../chain.js';
import { writeEvents } from '../envelope.js';
import type { NewEvent, StreamName } from '../port.js';

/** One command's events on one stream, as an append would take them, with the time at which they were recorded. */
export interface ImportedAppend {
  readonly stream: StreamName;
  readonly events: readonly NewEvent[];
  /** ISO 8601 with offset; never before that of the append before. */
  readonly recordedAt: string;
  /** The stream gets no event after these: its head need not be kept. */
  readonly last: boolean;
}

/** Rows of `es.events`, chained, as COPY takes them, all but their positions, which follow from the order. */
export interface ImportedRows {
  /** Rows one after the other, without an end of line. */
  readonly bytes: Uint8Array;
  /** Where each row ends. */
  readonly ends: Uint32Array;
  /** `recordedAt` of each, in milliseconds. */
  readonly at: Float64Array;
}

/** The columns of a row, in order; the position comes after them. */
export const rowColumns = 'stream, revision, id, type, schema, data, meta, hash, recorded_at, position';

/** Chains appends, as a store would. Memory holds the heads of the streams under way. */
export class AppendRows {
  private readonly heads = new Map<StreamName, StreamHead>();

  /** The rows of one append. @throws InvalidEventError */
  of({ stream, events, recordedAt, last }: ImportedAppend): readonly string[] {
    const chained = chainEvents(stream, this.heads.get(stream) ?? null, writeEvents(stream, events));
    const head = chained.at(-1);
    if (head === undefined) return [];
    if (last) this.heads.delete(stream);
    else this.heads.set(stream, { revision: head.revision, hash: head.hash });
    const at = new Date(recordedAt).toISOString();
    return chained.map((event) => {
      const hash = Buffer.from(event.hash).toString('hex');
      return (
        `${copyText(stream)}\t${event.revision}\t${event.id}\t${event.type}\t${event.schema}\t` +
        `${copyText(event.data)}\t${copyText(event.meta)}\t\\\\x${hash}\t${at}`
      );
    });
  }
}
