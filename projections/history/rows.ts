import type { CaseKind as KindName } from '@redress/cases/shared/case-number.js';
import type { ClockFact, Law } from '@redress/deadlines/clock/clock.js';
import type { Row, Rows, Subject } from '@redress/processing/projection.js';
import { sameRow } from '@redress/processing/same-row.js';
import { spanText, type Instant } from '../instants.js';
import { KnownSpans, type KnownSpan, type Piece } from '../followed-case/known-spans.js';
import { respondentType } from '../followed-case/respondent-type.js';
import { holderOf } from '../followed-case/told-case.js';
import { clocksAfter, clocksUnder } from '../followed-case/clocks.js';
import type { FollowedCase } from '../followed-case/followed-case.js';
import { learned, type Knowledge, type Moment } from '../followed-case/two-times.js';
import { editionsFor, type EditionForKind } from '../law-in-force/law-history.js';
import type { LawInLog } from '../law-in-force/law-in-force.js';
import { mostUrgent } from '../law-in-force/standing.js';
import { changesOf } from '../followed-case/changes.js';
import { finishedCase, finishedClock, type HeldClock } from './finished.js';
import { countedState } from './counted-state.js';

/** What a list tells of a case, but for the two spans. */
type CaseColumns = Row;

/** Every row of a case: what lists and boards showed of it at any moment, and what is known now of any moment. */
export function historyRows({ id, state }: Subject<FollowedCase>, law: LawInLog): Rows {
  const cases = new KnownSpans<CaseColumns>(sameRow);
  const clocks = new KnownSpans<HeldClock & Row>(sameRow);
  for (const { at, since, moments, law: read } of readings(state, editionsFor(law, state.kind))) {
    const pieces = moments.filter(({ from }) => from >= since).map((moment) => pieceOf(state.kind, moment, read));
    cases.revise(
      at,
      since,
      pieces.map(({ from, whole }) => ({ from, things: whole })),
    );
    clocks.revise(
      at,
      since,
      pieces.map(({ from, clocks }) => ({ from, things: clocks })),
    );
  }
  const finished = [...clocks.spans().flatMap(finishedClock), ...cases.spans().flatMap(finishedCase)];
  return {
    history_case: cases.spans().map((span) => ({ case_id: id, ...spansOf(span), ...span.is })),
    history_clock: clocks.spans().map((span) => ({ case_id: id, ...spansOf(span), ...span.is })),
    history_finished: changesOf(finished).map((change) => ({ case_id: id, ...change })),
  };
}

/** What is known from an instant on, and the law by which it is read. */
interface Reading extends Pick<Knowledge, 'at' | 'since' | 'moments'> {
  readonly law: Law | null;
}

/**
 * Where the law changed while something was owed, all moments of the case are read anew: from then on the clocks are
 * known otherwise. A case known as closed is read by the law of its last event, whatever the law became (as on today's
 * lists, and so that no figure of the past moves with a new policy).
 */
function* readings(state: FollowedCase, editions: readonly EditionForKind[]): Generator<Reading> {
  const all = learned(state);
  let law: Law | null = null;
  for (const [i, { at, since, moments, last, closed }] of all.entries()) {
    const read = closed ? heldAt(editions, last.position) : knownAt(editions, at);
    yield { at, since: read === law ? since : -Infinity, moments, law: read };
    law = read;
    if (closed) continue;
    const until = all[i + 1]?.at ?? Infinity;
    for (const edition of editions) {
      if (edition.knownFrom <= at || edition.knownFrom >= until) continue;
      law = edition.law;
      yield { at: edition.knownFrom, since: -Infinity, moments, law };
    }
  }
}

function heldAt(editions: readonly EditionForKind[], position: string): Law | null {
  const last = BigInt(position);
  return editions.findLast((edition) => edition.position < last)?.law ?? null;
}

function knownAt(editions: readonly EditionForKind[], at: Instant): Law | null {
  return editions.findLast(({ knownFrom }) => knownFrom <= at)?.law ?? null;
}

interface PieceOfCase {
  readonly from: Instant;
  readonly whole: Piece<CaseColumns>['things'];
  readonly clocks: Piece<HeldClock & Row>['things'];
}

/** What follows from all events up to one is told once, however much is learned after it. */
function pieceOf(kind: KindName, moment: Moment, law: Law | null): PieceOfCase {
  const tell = () => toldAt(kind, moment, law);
  return moment.until === null ? tell() : moment.until.once.get(toldAt, law, tell);
}

function toldAt(kind: KindName, { from, file, told: tells, steps, until }: Moment, law: Law | null): PieceOfCase {
  if (tells === null) return { from, whole: new Map(), clocks: new Map() };
  const facts = law === null ? [] : until === null ? clocksUnder(steps, law) : clocksAfter(steps, law);
  const { summary } = tells;
  const urgent = mostUrgent(facts);
  const { office, person } = holderOf(summary);
  const whole = {
    case_number: summary.caseNumber,
    kind,
    status: summary.status,
    lodged_on: summary.lodgedOn,
    ...tells.scope,
    summary: tells.shown,
    open: !summary.closed,
    level: summary.level,
    respondent_code: summary.respondent?.creditCode ?? null,
    holder_office: office.id,
    holder: person?.id ?? null,
    first_contact: summary.firstContact?.id ?? null,
    due_sort: urgent?.dueOn ?? 'infinity',
    rule: urgent?.rule ?? null,
    subject: urgent?.subject ?? null,
    run: urgent?.run ?? null,
  };
  const place = { office: office.id, district: whole.district ?? '' };
  const held = { kind, ...place, category: summary.category ?? '', respondent_type: respondentType(kind, file) };
  return {
    from,
    whole: new Map([['case', whole]]),
    clocks: new Map(
      facts.map((fact) => [`${fact.rule}|${fact.subject}|${fact.run}`, { ...clockColumns(fact), ...held }] as const),
    ),
  };
}

function clockColumns(fact: ClockFact) {
  const { rule, subject, run, dueOn, cautiousDueOn, provisional, remaining, unit, duty, startedOn } = fact;
  const state = countedState(fact);
  return {
    rule,
    subject,
    run,
    state,
    due_sort: state === 'open' ? (dueOn ?? 'infinity') : 'infinity',
    due_on: dueOn,
    cautious_due_on: cautiousDueOn,
    counts_on: dueOn ?? startedOn,
    provisional,
    remaining,
    unit,
    duty,
  };
}

function spansOf({ knownFrom, knownTo, heldFrom, heldTo }: KnownSpan<unknown>): Row {
  return { known: spanText(knownFrom, knownTo), held: spanText(heldFrom, heldTo) };
}
