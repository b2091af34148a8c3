import type { Response } from 'express';
import type { Logger } from '@redress/platform/logging.js';
import { ReaderLeftError } from '@redress/projections/exporting/reader-left.js';
import { NoSuchViewError, type Snapshot } from '@redress/projections/exporting/snapshot.js';
import { ProblemException } from '../problems/problem.js';

export const contentTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** What is told of a file before its first byte. */
export function begin(
  response: Response,
  { rows, position, madeAt }: Snapshot,
  name: string,
  contentType: string,
): void {
  const [base, ending] = name.split('.');
  response.set({
    'Content-Type': contentType,
    'Content-Disposition': `attachment; filename="${base}-${madeAt.slice(0, 10)}.${ending}"`,
    'Export-Rows': String(rows),
    'Export-Position': position,
    'Export-Made-At': madeAt,
  });
}

/** Each holds a session of the database for as long as its reader takes: the rest of the pool is for everybody else. */
const mostAtOnce = 4;
let underWay = 0;

/**
 * Writes a file; one that breaks off in the middle must not look whole: the connection is cut.
 * @throws ProblemException 503 while too many are under way
 */
export async function streamed(response: Response, logger: Logger, write: () => Promise<void>): Promise<void> {
  if (underWay >= mostAtOnce) throw new ProblemException(503, 'unavailable', {}, [], {}, { 'Retry-After': '10' });
  underWay += 1;
  try {
    await write();
  } catch (error) {
    if (error instanceof NoSuchViewError)
      throw new ProblemException(503, 'viewLags', {}, [], {}, { 'Retry-After': '1' });
    if (!response.headersSent) throw error;
    if (!(error instanceof ReaderLeftError) && !response.closed) logger.error({ err: error }, 'an export broke off');
    response.destroy();
  } finally {
    underWay -= 1;
  }
}
