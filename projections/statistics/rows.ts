import type { Rows, Subject } from '@redress/processing/projection.js';
import { changesOf, type Counted } from '../followed-case/changes.js';
import { KnownSpans, type Piece } from '../followed-case/known-spans.js';
import { holderOf } from '../followed-case/listed-case.js';
import type { RecordedCase } from '../followed-case/recorded-case.js';
import { learned, type Moment } from '../followed-case/two-times.js';
import { factsAt, respondentType } from './facts.js';

/** How the figures of statistics change by one case, along both times. */
export function statisticsRows({ id, state }: Subject<RecordedCase>): Rows {
  const facts = new KnownSpans<Counted>();
  for (const { at, since, moments } of learned(state)) {
    const pieces = moments.flatMap((moment, i) => (moment.from >= since ? [pieceOf(state, moments, i, moment)] : []));
    facts.revise(at, since, pieces);
  }
  return { statistics_change: changesOf(facts.spans()).map((change) => ({ case_id: id, ...change })) };
}

/** A fact is counted where the case lies: what was lodged counts for the district it was transferred to. */
function pieceOf(
  { kind }: RecordedCase,
  moments: readonly Moment[],
  at: number,
  { from, summary, file }: Moment,
): Piece<Counted> {
  if (summary === null) return { from, things: new Map() };
  const { office } = holderOf(summary);
  const where = {
    kind,
    category: summary.category ?? '',
    respondent_type: respondentType(kind, file),
    office: office.id,
    district: office.district ?? '',
  };
  const things = factsAt(moments, at).map(({ of, measure, value, days, weight, on }) => {
    const is = { group: { measure, value, days, fact_month: `${on.slice(0, 7)}-01`, ...where }, weight };
    return [of, { key: JSON.stringify(is), is }] as const;
  });
  return { from, things: new Map(things) };
}
