import type { Pool } from 'pg';
import type { ServerClock } from '@redress/casework/kernel/time.js';
import { dayInZone } from '@redress/deadlines/calendar/zone-day.js';
import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import type { Position } from '@redress/event-store/port.js';
import { waitForView } from '@redress/processing/read-your-write.js';
import { WrongCursor } from '@redress/projections/reader.js';
import { ProblemException } from '../problems/problem.js';

const patienceMs = 5000;
const undefinedTable = '42P01';

/** Reads a view as of today in Shanghai, when it has reached the position the caller wrote. */
export class ViewReading {
  constructor(
    private readonly pool: Pool,
    private readonly clock: ServerClock,
  ) {}

  /** @throws ProblemException 503 while the view lags behind `atLeast`, or is not built yet */
  async of<T>(
    view: string,
    atLeast: string | undefined,
    read: (pool: Pool, today: PlainDate) => Promise<T>,
  ): Promise<T> {
    if (atLeast !== undefined && !(await waitForView(this.pool, view, atLeast as Position, patienceMs)))
      throw lagging();
    try {
      return await read(this.pool, dayInZone(await this.clock.now(), 'Asia/Shanghai'));
    } catch (error) {
      if (error instanceof WrongCursor)
        throw new ProblemException(400, 'invalid', {}, [{ field: 'after', code: 'cursor' }]);
      // A view is made by the first worker; before that its tables are not there.
      if ((error as { code?: string }).code === undefinedTable) throw lagging();
      throw error;
    }
  }
}

function lagging(): ProblemException {
  return new ProblemException(503, 'viewLags', {}, [], {}, { 'Retry-After': '1' });
}
