import { problemOf } from '../../api/problem.js';

export interface Progress {
  readonly bytes: number;
  /** How many rows there will be, as the server told before the first; null where it did not. */
  readonly rows: string | null;
  /** Position of the log the export rests on. */
  readonly position: string | null;
  readonly done: boolean;
}

/**
 * Fetches a file as it is written, telling how far it has come, and hands it to the person.
 *
 * @throws Problem for every answer other than 2xx
 */
export async function download(
  path: string,
  name: string,
  tell: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<void> {
  const response = await fetch(path, {
    credentials: 'same-origin',
    headers: { 'Accept-Language': document.documentElement.lang },
    signal,
  });
  if (!response.ok || !response.body) throw await problemOf(response);
  const said = { rows: response.headers.get('Export-Rows'), position: response.headers.get('Export-Position') };
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  const reader = response.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value);
    bytes += part.value.length;
    tell({ ...said, bytes, done: false });
  }
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob(parts, { type: response.headers.get('Content-Type') ?? '' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
  tell({ ...said, bytes, done: true });
}
