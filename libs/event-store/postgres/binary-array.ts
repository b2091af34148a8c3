/**
 * Arrays in PostgreSQL's binary form (array_send of its source): a text array of JSON would have every quote and
 * backslash escaped here and unescaped there. null stands for NULL.
 */
export function textArray(items: readonly (string | null)[]): Buffer {
  return array(
    25,
    items,
    (text) => Buffer.byteLength(text),
    (buffer, text, at) => buffer.write(text, at),
  );
}

/** Buffers of any length; null stands for NULL. */
export function byteaArray(items: readonly (Uint8Array | null)[]): Buffer {
  return array(
    17,
    items,
    (bytes) => bytes.length,
    (buffer, bytes, at) => buffer.set(bytes, at),
  );
}

/** Decimal strings; null stands for NULL. */
export function bigintArray(items: readonly (string | null)[]): Buffer {
  return array(
    20,
    items,
    () => 8,
    (buffer, decimal, at) => buffer.writeBigInt64BE(BigInt(decimal), at),
  );
}

export function integerArray(items: readonly number[]): Buffer {
  return array(
    23,
    items,
    () => 4,
    (buffer, integer, at) => buffer.writeInt32BE(integer, at),
  );
}

export function uuidArray(items: readonly string[]): Buffer {
  return array(
    2950,
    items,
    () => 16,
    (buffer, uuid, at) => buffer.write(uuid.replaceAll('-', ''), at, 'hex'),
  );
}

const HEADER = 20;

function array<T>(
  elementType: number,
  items: readonly (T | null)[],
  sizeOf: (item: T) => number,
  write: (buffer: Buffer, item: T, at: number) => void,
): Buffer {
  const sizes = items.map((item) => (item === null ? -1 : sizeOf(item)));
  const buffer = Buffer.allocUnsafe(sizes.reduce((sum, size) => sum + 4 + Math.max(size, 0), HEADER));
  // One dimension, whether it holds NULL, the type of its elements, their number, the first subscript.
  const header = [1, sizes.includes(-1) ? 1 : 0, elementType, items.length, 1];
  header.forEach((word, i) => buffer.writeInt32BE(word, 4 * i));
  let at = HEADER;
  for (const [i, item] of items.entries()) {
    at = buffer.writeInt32BE(sizes[i]!, at);
    if (item === null) continue;
    write(buffer, item, at);
    at += sizes[i]!;
  }
  return buffer;
}
