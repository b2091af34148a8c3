import type { Writable } from 'node:stream';

/** Whoever read the export has gone: nothing more is written, and nothing of it is an error of ours. */
export class ReaderLeftError extends Error {
  override readonly name = 'ReaderLeftError';
}

/** What is waited for, unless the reader leaves before: a stream that was closed neither drains nor finishes. @throws ReaderLeftError */
export async function whileRead<T>(out: Writable, waited: Promise<T>): Promise<T> {
  let leave = () => {};
  const left = new Promise<never>((_, reject) => {
    // One that has taken all closes as well.
    leave = () => (out.writableFinished ? undefined : reject(new ReaderLeftError('the reader left')));
    out.once('close', leave);
    if (out.destroyed) leave();
  });
  try {
    return await Promise.race([waited, left]);
  } finally {
    out.off('close', leave);
  }
}

/** Writes, and waits for a reader who is slower. @throws ReaderLeftError */
export async function put(out: Writable, text: string): Promise<void> {
  if (out.destroyed) throw new ReaderLeftError('the reader left');
  out.write(text);
  await drained(out);
}

/** Resolves once there is room again. @throws ReaderLeftError */
export async function drained(out: Writable): Promise<void> {
  if (out.destroyed) throw new ReaderLeftError('the reader left');
  if (out.writableNeedDrain)
    await whileRead(out, new Promise<void>((resolve) => void out.once('drain', () => resolve())));
}
