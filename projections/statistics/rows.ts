import type { Rows, Subject } from '@redress/processing/projection.js';
import { changesOf, sameCounted, type Counted } from '../followed-case/changes.js';
import { KnownSpans, type Piece } from '../followed-case/known-spans.js';
import { holderOf } from '../followed-case/told-case.js';
import type { FollowedCase } from '../followed-case/followed-case.js';
import { learned, type Moment } from '../followed-case/two-times.js';
import { respondentType } from '../followed-case/respondent-type.js';
import { factsAt } from './facts.js';

/** How the figures of statistics change by one case, along both times. */
export function statisticsRows({ id, state }: Subject<FollowedCase>): Rows {
  const facts = new KnownSpans<Counted>(sameCounted);
  for (const { at, since, moments } of learned(state)) {
    const pieces = moments.flatMap((moment, i) => (moment.from >= since ? [pieceOf(state, moments, i)] : []));
    facts.revise(at, since, pieces);
  }
  return { statistics_change: changesOf(facts.spans()).map((change) => ({ case_id: id, ...change })) };
}

/** What follows from all events up to one is told once, however much is learned after it. */
function pieceOf(state: FollowedCase, moments: readonly Moment[], at: number): Piece<Counted> {
  const moment = moments[at]!;
  const tell = () => toldAt(state, moments, at, moment);
  return moment.until === null ? tell() : moment.until.once.get(toldAt, null, tell);
}

/** A fact is counted where the case lies: what was lodged counts for the district it was transferred to. */
function toldAt(
  { kind }: FollowedCase,
  moments: readonly Moment[],
  at: number,
  { from, told, file }: Moment,
): Piece<Counted> {
  if (told === null) return { from, things: new Map() };
  const { summary } = told;
  const { office } = holderOf(summary);
  const where = {
    kind,
    category: summary.category ?? '',
    respondent_type: respondentType(kind, file),
    office: office.id,
    district: office.district ?? '',
  };
  const things = factsAt(moments, at).map(({ of, measure, value, days, weight, on }) => {
    const fact_month = `${on.slice(0, 7)}-01`;
    return [of, { group: { measure, value, days, fact_month, ...where }, weight }] as const;
  });
  return { from, things: new Map(things) };
}
