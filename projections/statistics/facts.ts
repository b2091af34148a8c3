import type { CaseSummary } from '@redress/cases/shared/case-kind.js';
import { dayNumber, type PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import { dayInZone } from '@redress/deadlines/calendar/zone-day.js';
import { instantText } from '../instants.js';
import type { Step } from '../followed-case/followed-case.js';
import type { Moment } from '../followed-case/two-times.js';

/** What statistics count. `weight` is a number of cases or acts, or fen of money for `claimed` and `recovered`. */
export type Measure =
  'lodged' | 'accepted' | 'refused' | 'concluded' | 'claimed' | 'recovered' | 'satisfaction' | 'stage';

export interface Fact {
  /** Which it is, among those of the case. */
  readonly of: string;
  readonly measure: Measure;
  /** Ground of a refusal, outcome, rating, or the stage that was left; else empty. */
  readonly value: string;
  /** How long a stage lasted, in calendar days; 0 for all else. */
  readonly days: number;
  readonly weight: number;
  /** The day in whose month it is counted. */
  readonly on: PlainDate;
}

/** Acts by which a case of some kind is taken up; several of one case count once. */
const accepting: ReadonlySet<string> = new Set([
  'FormallyAccepted',
  'ComplaintAccepted',
  'DepartmentAccepted',
  'CaseFiled',
  'MediationFiled',
  'PriorityGranted',
  'IpComplaintAccepted',
]);

/** Acts by which one is refused; each names its ground. */
const refusing: ReadonlySet<string> = new Set([
  'ClaimDeclined',
  'ComplaintDeclined',
  'DepartmentDeclined',
  'FilingRefused',
  'MediationRefused',
  'PriorityRefused',
  'IpComplaintDeclined',
]);

const paying: ReadonlySet<string> = new Set(['PaymentRecorded', 'RefundRecorded']);

/** What is known at one moment of a case, the moments before it included: facts by the day they are counted on. */
export function factsAt(moments: readonly Moment[], at: number): readonly Fact[] {
  const { told, steps, file } = moments[at]!;
  if (told === null) return [];
  const { summary } = told;
  return [...lodging(summary), ...acts(steps, file), ...conclusion(summary, steps, file), ...stages(moments, at)];
}

function lodging({ lodgedOn, total }: CaseSummary): readonly Fact[] {
  const on = lodgedOn as PlainDate;
  const lodged = fact('lodged', 'lodged', '', on);
  return total === null ? [lodged] : [lodged, { ...fact('claimed', 'claimed', '', on), weight: fen(total) }];
}

function acts(steps: readonly Step[], file: unknown): readonly Fact[] {
  const facts: Fact[] = [];
  let isAccepted = false;
  for (const { folded } of steps) {
    const { id, type, data } = folded;
    const on = dayOf(folded, file);
    if (accepting.has(type) && !isAccepted) {
      isAccepted = true;
      facts.push(fact('accepted', 'accepted', '', on));
    }
    if (refusing.has(type)) facts.push(fact(id, 'refused', typeof data.ground === 'string' ? data.ground : '', on));
    if (paying.has(type)) facts.push({ ...fact(id, 'recovered', '', on), weight: fen(String(data.amount)) });
    if (type === 'SatisfactionRated') facts.push(fact(id, 'satisfaction', String(data.rating), on));
  }
  return facts;
}

/** A case that stands closed, by its outcome: the result told last, or the way it ended without one. */
function conclusion({ closed, status }: CaseSummary, steps: readonly Step[], file: unknown): readonly Fact[] {
  if (!closed) return [];
  const result = steps.findLast(({ folded }) => folded.type === 'ResultIssued')?.folded.data.outcome;
  const outcome = status === 'concluded' && typeof result === 'string' ? result : status;
  return [fact('concluded', 'concluded', outcome, (file as { readonly since: PlainDate }).since)];
}

/** Each stage which was left, in the month in which it was. */
function stages(moments: readonly Moment[], at: number): readonly Fact[] {
  const facts: Fact[] = [];
  let entered = { status: '', on: '' as PlainDate };
  for (const { from, told } of moments.slice(0, at + 1)) {
    if (told === null || told.summary.status === entered.status) continue;
    const { summary } = told;
    const on = dayInZone(instantText(from), 'Asia/Shanghai');
    if (entered.status !== '') {
      const days = dayNumber(on) - dayNumber(entered.on);
      facts.push({ ...fact(`stage ${facts.length}`, 'stage', entered.status, on), days });
    }
    entered = { status: summary.status, on };
  }
  return facts;
}

function fact(of: string, measure: Measure, value: string, on: PlainDate): Fact {
  return { of: `${measure} ${of}`, measure, value, days: 0, weight: 1, on };
}

/** The day of an act, as last corrected. */
function dayOf({ id, on }: Step['folded'], file: unknown): PlainDate {
  const { events } = (file as { readonly procedure: { readonly events: readonly { id: string; on: string }[] } })
    .procedure;
  return (events.find((event) => event.id === id)?.on ?? on) as PlainDate;
}

function fen(amount: string): number {
  return Number(amount.replace('.', ''));
}
