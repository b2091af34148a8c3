import type { ClientBase, Connection, Submittable } from 'pg';

/**
 * `COPY … TO STDOUT (FORMAT binary)`, its rows handed over as the bytes they came in. Row by row through the ordinary
 * protocol, which makes a JavaScript string of every column, the log was verified at half the rate.
 */
class BinaryCopy implements Submittable {
  private failure: Error | null = null;
  private begun = false;

  constructor(
    private readonly query: string,
    private readonly onRow: (row: CopiedRow) => void,
    private readonly settle: (failure: Error | null) => void,
  ) {}

  submit(connection: Connection): void {
    connection.query(`COPY (${this.query}) TO STDOUT (FORMAT binary)`);
  }

  /** One row a message, as PostgreSQL sends them; the header of the format stands before the first. */
  handleCopyData({ chunk }: { readonly chunk: Buffer }): void {
    const start = this.begun ? 0 : HEADER_BYTES;
    this.begun = true;
    if (this.failure !== null || chunk.readInt16BE(start) === END_OF_ROWS) return;
    try {
      this.onRow(new CopiedRow(chunk, start + 2));
    } catch (error) {
      // Thrown from here it would leave the connection in the middle of a message: the rest is read and dropped.
      this.failure = error as Error;
    }
  }

  handleCommandComplete(): void {}

  handleError(error: Error): void {
    this.settle(error);
  }

  handleReadyForQuery(): void {
    this.settle(this.failure);
  }
}

const HEADER_BYTES = 19;
const END_OF_ROWS = -1;
const NULL = -1;

/** One row, its columns taken from left to right; good until the call which it was given to returns. */
export class CopiedRow {
  constructor(
    private readonly bytes: Buffer,
    private at: number,
  ) {}

  /** A column of text, bytea: its bytes. A null gives none. */
  take(): Buffer {
    const length = this.bytes.readInt32BE(this.at);
    const start = this.at + 4;
    this.at = start + (length === NULL ? 0 : length);
    return this.bytes.subarray(start, this.at);
  }

  /** A column of int8, or of timestamptz: microseconds since 2000. Past 2⁵³ it is rounded. */
  takeInt8(): number {
    const bytes = this.take();
    return bytes.length === 8 ? bytes.readInt32BE(0) * 2 ** 32 + bytes.readUInt32BE(4) : Number.NaN;
  }

  takeInt4(): number {
    const bytes = this.take();
    return bytes.length === 4 ? bytes.readInt32BE(0) : Number.NaN;
  }
}

/** Runs a query without parameters; rejects with what it, or `onRow`, failed with. */
export function copyRows(client: ClientBase, query: string, onRow: (row: CopiedRow) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    client.query(
      new BinaryCopy(query, onRow, (failure) => {
        if (failure === null) resolve();
        else reject(failure);
      }),
    );
  });
}
