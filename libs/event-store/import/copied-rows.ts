/** The binary format of COPY (PostgreSQL 18, COPY, File Formats): what stands before all rows, and after them. */
export const copyHeader = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
export const copyTrailer = Buffer.from([0xff, 0xff]);

const EPOCH_2000 = Date.UTC(2000, 0, 1);
const LENGTH_BYTES = 4;
const FIRST_BYTES = 1 << 20;

/** Rows in the binary format of COPY, written one after the other, column by column. */
export class CopiedRows {
  private bytes = Buffer.allocUnsafeSlow(FIRST_BYTES);
  length = 0;

  /** @param most a bound of the row's columns, in bytes, 16 for each beside its text */
  beginRow(columns: number, most: number): void {
    if (this.length + most > this.bytes.length) {
      const larger = Buffer.allocUnsafeSlow(2 * this.bytes.length + most);
      larger.set(this.bytes.subarray(0, this.length));
      this.bytes = larger;
    }
    this.length = this.bytes.writeInt16BE(columns, this.length);
  }

  text(value: string): void {
    const start = this.length + LENGTH_BYTES;
    const length = this.bytes.write(value, start, 'utf8');
    this.bytes.writeInt32BE(length, this.length);
    this.length = start + length;
  }

  bytea(value: Uint8Array): void {
    this.length = this.bytes.writeInt32BE(value.length, this.length);
    this.bytes.set(value, this.length);
    this.length += value.length;
  }

  uuid(value: string): void {
    this.length = this.bytes.writeInt32BE(16, this.length);
    this.length += this.bytes.write(value.replaceAll('-', ''), this.length, 'hex');
  }

  int4(value: number): void {
    this.length = this.bytes.writeInt32BE(4, this.length);
    this.length = this.bytes.writeInt32BE(value, this.length);
  }

  /** @param value whole, below 2⁵³ */
  int8(value: number): void {
    this.length = this.bytes.writeInt32BE(8, this.length);
    this.length = writeInt8(this.bytes, value, this.length);
  }

  /** @param milliseconds since 1970 */
  timestamp(milliseconds: number): void {
    this.int8((milliseconds - EPOCH_2000) * 1000);
  }

  /** All of them, in memory of their own. */
  take(): Uint8Array<ArrayBuffer> {
    const rows = new Uint8Array(this.bytes.subarray(0, this.length));
    this.length = 0;
    return rows;
  }
}

/** @param value whole, below 2⁵³ @returns where the next column begins */
export function writeInt8(bytes: Buffer, value: number, at: number): number {
  const high = Math.floor(value / 2 ** 32);
  return bytes.writeUInt32BE(value - high * 2 ** 32, bytes.writeInt32BE(high, at));
}
