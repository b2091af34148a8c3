import type { Pool } from 'pg';
import type { ServerClock } from '@redress/casework/kernel/time.js';
import { dayInZone } from '@redress/deadlines/calendar/zone-day.js';
import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import type { EventStore, Position } from '@redress/event-store/port.js';
import { waitForView } from '@redress/processing/read-your-write.js';
import { WrongCursor } from '@redress/projections/reader.js';
import { knownUpTo } from '@redress/projections/known-up-to.js';
import { noLaterThan, type Past } from '@redress/projections/followed-case/past.js';
import { ProblemException } from '../problems/problem.js';
import { momentAsked, momentsCompared } from './two-times.js';
import type { DifferenceQuery, TwoTimesQuery } from './two-times.dto.js';

const patienceMs = 5000;
const undefinedTable = '42P01';

/** Reads a view as of today in Shanghai, when it has reached the position the caller wrote. */
export class ViewReading {
  constructor(
    private readonly pool: Pool,
    private readonly clock: ServerClock,
    private readonly store: EventStore,
  ) {}

  /** @throws ProblemException 503 while the view lags behind `atLeast`, or is not built yet */
  async of<T>(
    view: string,
    atLeast: string | undefined,
    read: (pool: Pool, today: PlainDate, now: string) => Promise<T>,
  ): Promise<T> {
    if (atLeast !== undefined && !(await waitForView(this.pool, view, atLeast as Position, patienceMs)))
      throw lagging();
    try {
      const now = await this.clock.now();
      return await read(this.pool, dayInZone(now, 'Asia/Shanghai'), now);
    } catch (error) {
      if (error instanceof WrongCursor)
        throw new ProblemException(400, 'invalid', {}, [{ field: 'after', code: 'cursor' }]);
      // A view is made by the first worker; before that its tables are not there.
      if ((error as { code?: string }).code === undefinedTable) throw lagging();
      throw error;
    }
  }

  /**
   * Reads as of a moment of the past, as it was known at one (invariant 15); of one that these views have not reached yet,
   * as it was known when they had reached all. @throws ProblemException 400, 503
   */
  async past<T>(
    { asOf, knownAt, atLeast }: TwoTimesQuery & { readonly atLeast?: string },
    read: (pool: Pool, at: Past) => Promise<T>,
    views: readonly [string, ...string[]] = ['history'],
  ): Promise<T> {
    const [view, ...others] = views;
    for (const other of others) await this.of(other, atLeast, () => Promise.resolve());
    return this.of(view, atLeast, async (pool, _today, now) => {
      const known = await knownUpTo(this.store, pool, views, now);
      const at = await momentAsked(pool, now, { ...(asOf && { asOf }), ...(knownAt && { knownAt }) });
      return read(pool, noLaterThan(at, known));
    });
  }

  /** Reads the same at two moments. @throws ProblemException 400, 503 */
  async compared<T>(
    query: DifferenceQuery,
    read: (pool: Pool, at: Past) => Promise<T>,
  ): Promise<{ readonly from: T; readonly to: T }> {
    return this.of('history', undefined, async (pool, _today, now) => {
      const { from, to } = await momentsCompared(pool, now, query);
      return { from: await read(pool, from), to: await read(pool, to) };
    });
  }
}

function lagging(): ProblemException {
  return new ProblemException(503, 'viewLags', {}, [], {}, { 'Retry-After': '1' });
}
