import type { Pool } from 'pg';
import { isPlainDate } from '@redress/deadlines/calendar/plain-date.js';
import { filterValues } from '@redress/projections/exporting/filter-values.js';
import { logBegan } from '@redress/projections/history/began.js';
import { past, type Past } from '@redress/projections/followed-case/past.js';
import type { DifferenceQuery } from './two-times.dto.js';
import { ProblemException, type Fault } from '../problems/problem.js';

/** What a caller says of a moment; by which names it says so, for the fault. */
interface Asked {
  readonly asOf?: string;
  readonly knownAt?: string;
}

const names = { asOf: 'asOf', knownAt: 'knownAt' };

export function isOfThePast({ asOf, knownAt }: Asked): boolean {
  return asOf !== undefined || knownAt !== undefined;
}

/**
 * The moment asked for: what is left out of it is now, and as of no later than it was known.
 *
 * @param now ISO 8601 with an offset
 * @throws ProblemException 400 for a moment in the future, before the first event of the log, or known before it came
 */
export async function momentAsked(pool: Pool, now: string, { asOf, knownAt }: Asked, field = names): Promise<Past> {
  const known = endOf(knownAt, now) ?? now;
  const held = endOf(asOf, now) ?? known;
  const faults: Fault[] = [];
  const said = { asOf, knownAt };
  const fault = (of: keyof Asked, code: Fault['code'], params: Fault['params'] = {}) => {
    if (said[of] !== undefined) faults.push({ field: field[of], code, params });
  };
  if (Date.parse(known) > Date.parse(now)) fault('knownAt', 'momentInFuture');
  if (Date.parse(held) > Date.parse(now)) fault('asOf', 'momentInFuture');
  else if (Date.parse(held) > Date.parse(known)) fault(knownAt === undefined ? 'asOf' : 'knownAt', 'knownBeforeItCame');
  const began = await logBegan(pool);
  if (began !== null) {
    const { recorded, held: first } = began;
    if (Date.parse(known) < Date.parse(recorded)) fault('knownAt', 'beforeTheLog', { began: recorded });
    if (Date.parse(held) < Math.min(Date.parse(first), Date.parse(recorded)))
      fault('asOf', 'beforeTheLog', { began: first });
  }
  if (faults.length > 0) throw new ProblemException(400, 'invalid', {}, faults);
  return past(held, known);
}

/** Two moments, and what the log holds of each. @throws ProblemException 400, naming the parameters of `DifferenceQuery` */
export async function momentsCompared(
  pool: Pool,
  now: string,
  { fromAsOf, fromKnownAt, toAsOf, toKnownAt }: DifferenceQuery,
): Promise<{ readonly from: Past; readonly to: Past }> {
  const said = (asOf?: string, knownAt?: string) => ({ ...(asOf && { asOf }), ...(knownAt && { knownAt }) });
  const named = { from: { asOf: 'fromAsOf', knownAt: 'fromKnownAt' }, to: { asOf: 'toAsOf', knownAt: 'toKnownAt' } };
  return {
    from: await momentAsked(pool, now, said(fromAsOf, fromKnownAt), named.from),
    to: await momentAsked(pool, now, said(toAsOf, toKnownAt), named.to),
  };
}

/** What is owed after the end of a case is told of today alone. @throws ProblemException 400 */
export function queueThen<Q extends { readonly of: string | undefined }>(
  queue: Q,
): Exclude<Q, { readonly of: 'afterEnd' }> {
  if (queue.of !== 'afterEnd') return queue as Exclude<Q, { readonly of: 'afterEnd' }>;
  const values = filterValues.queue.filter((one) => one !== 'afterEnd').join(', ');
  throw new ProblemException(400, 'invalid', {}, [{ field: 'queue', code: 'oneOf', params: { values } }]);
}

/** A day means its end, today's means now. */
function endOf(moment: string | undefined, now: string): string | undefined {
  if (moment === undefined || !isPlainDate(moment)) return moment;
  const [begins, ends] = [`${moment}T00:00:00+08:00`, `${moment}T23:59:59.999999+08:00`];
  const isToday = Date.parse(begins) <= Date.parse(now) && Date.parse(now) <= Date.parse(ends);
  return isToday ? now : ends;
}
