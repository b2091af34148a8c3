import { problemOf } from '../../api/problem.js';

/** What a file rests on, as the server tells it before its first byte; null what it does not tell. */
export interface Basis {
  /** How many rows there will be. */
  readonly rows: number | null;
  /** Position of the log. */
  readonly position: string | null;
  readonly madeAt: string | null;
}

export interface Progress extends Basis {
  readonly bytes: number;
  /** Rows that have come; null where they cannot be counted, in a workbook. */
  readonly written: number | null;
  readonly done: boolean;
}

/**
 * Fetches a file as it is written, telling how far it has come, and hands it to the person.
 *
 * @param name where the server gives the file none
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
  const basis = basisOf(response.headers);
  const type = response.headers.get('Content-Type') ?? '';
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  // The head of a table is a line as well.
  let written = type.startsWith('text/csv') ? -1 : null;
  const reader = response.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value);
    bytes += part.value.length;
    if (written !== null) written += linesIn(part.value);
    tell({ ...basis, bytes, written: written && Math.max(0, written), done: false });
  }
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob(parts, { type }));
  link.download = nameIn(response.headers) ?? name;
  link.click();
  URL.revokeObjectURL(link.href);
  tell({ ...basis, bytes, written: basis.rows, done: true });
}

export function basisOf(headers: Headers): Basis {
  const rows = headers.get('Export-Rows');
  return {
    rows: rows === null ? null : Number(rows),
    position: headers.get('Export-Position'),
    madeAt: headers.get('Export-Made-At'),
  };
}

/** The name which the server gives the file. */
export function nameIn(headers: Headers): string | null {
  return /filename="([^"]+)"/.exec(headers.get('Content-Disposition') ?? '')?.[1] ?? null;
}

/** A break within a quoted text is counted as well: told is how far the file has come, not what is in it. */
export function linesIn(part: Uint8Array): number {
  let lines = 0;
  for (const byte of part) if (byte === 10) lines += 1;
  return lines;
}
