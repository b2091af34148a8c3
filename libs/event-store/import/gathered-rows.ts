import type { ImportedRows } from './imported-rows.js';

const CHUNK_CHARACTERS = 1 << 18;

/** Gathers rows until there are enough of them to be sent. */
export class GatheredRows {
  private rows: string[] = [];
  private at: number[] = [];
  private characters = 0;

  /** @param at `recordedAt` in milliseconds */
  add(row: string, at: number): void {
    this.rows.push(row);
    this.at.push(at);
    this.characters += row.length;
  }

  get isFull(): boolean {
    return this.characters >= CHUNK_CHARACTERS;
  }

  take(): ImportedRows {
    const { rows, at } = this;
    // A UTF-16 unit takes three bytes of UTF-8 at most.
    const bytes = new Uint8Array(this.characters * 3);
    const encoder = new TextEncoder();
    let length = 0;
    const ends = Uint32Array.from(rows, (row) => (length += encoder.encodeInto(row, bytes.subarray(length)).written));
    this.rows = [];
    this.at = [];
    this.characters = 0;
    return { bytes: bytes.slice(0, length), ends, at: Float64Array.from(at) };
  }
}
