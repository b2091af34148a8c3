import type { OfficeRef, PersonRef } from '@redress/cases/shared/reference.js';
import type { Instant } from '../instants.js';
import { holderOf } from './told-case.js';
import type { Moment } from './two-times.js';

/** A stretch of time in which one office, and one person of it or nobody, held a case in one stage. */
export interface Holding {
  readonly office: OfficeRef;
  readonly person: PersonRef | null;
  /** The status of the kind's own. */
  readonly stage: string;
  /** The ground on which the handling was paused; null while it was not. The time stays with who held it. */
  readonly paused: string | null;
  readonly from: Instant;
  /** `Infinity` while it goes on. */
  readonly to: Instant;
}

/**
 * Who held a case, from its lodging until it was closed for the last time: one stretch after the other, without a gap and
 * without an overlap, so that they sum to the time elapsed.
 */
export function holdingsOf(moments: readonly Moment[]): readonly Holding[] {
  const lived = moments.flatMap(({ from, file, told }) =>
    told === null ? [] : [{ from, file, summary: told.summary }],
  );
  const lastOpen = lived.findLastIndex(({ summary }) => !summary.closed);
  const holdings: Holding[] = [];
  for (const [i, { from, summary, file }] of lived.slice(0, lastOpen + 1).entries()) {
    const { office, person } = holderOf(summary);
    const holding = { office, person, stage: summary.status, paused: groundOfPause(file) };
    const to = lived[i + 1]?.from ?? Infinity;
    const last = holdings.at(-1);
    if (last !== undefined && isSame(last, holding)) holdings[holdings.length - 1] = { ...last, to };
    else holdings.push({ ...holding, from, to });
  }
  return holdings;
}

function isSame(one: Omit<Holding, 'from' | 'to'>, other: Omit<Holding, 'from' | 'to'>): boolean {
  return (
    one.office.id === other.office.id &&
    one.person?.id === other.person?.id &&
    one.stage === other.stage &&
    one.paused === other.paused
  );
}

function groundOfPause(file: unknown): string | null {
  const { pauses } = (
    file as {
      readonly procedure: { readonly pauses: readonly { readonly ground: string; readonly to: string | null }[] };
    }
  ).procedure;
  return pauses.findLast(({ to }) => to === null)?.ground ?? null;
}
