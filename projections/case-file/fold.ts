import type { PersonRef } from '@redress/cases/shared/reference.js';
import type {
  MediationOutcome,
  Outcome,
  OverduePaymentEvent,
  PaymentMethod,
} from '@redress/cases/overdue-payment/events.js';
import type { CaseKind as KindName } from '@redress/cases/shared/case-number.js';
import type { CaseSummary, FoldedEvent } from '@redress/cases/shared/case-kind.js';
import type { FiredRung } from '@redress/cases/shared/procedure/events.js';
import type { Money } from '@redress/cases/shared/money.js';
import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import type { HistoryEvent } from '@redress/deadlines/clock/clock.js';
import type { Position, RecordedEvent, Revision } from '@redress/event-store/port.js';
import { historyEvent } from '../followed-case/history.js';
import { foldedEvent, kindNamed, kindOfStream, todaysEvent } from '../followed-case/case-kinds.js';

/** What the file of an overdue-payment claim shows beyond the state by which commands are decided. */
export interface FiledActs {
  readonly disputed: Money;
  readonly reply: { readonly statement: string; readonly admitted: Money; readonly on: PlainDate } | null;
  readonly mediations: readonly {
    readonly on: PlainDate;
    readonly place: string;
    readonly attendees: readonly string[];
    readonly minutes: string;
    readonly outcome: MediationOutcome;
  }[];
  /** `paymentsBefore`: how many payments had been recorded when it was agreed; they are none of its instalments. */
  readonly settlement: { readonly on: PlainDate; readonly terms: string; readonly paymentsBefore: number } | null;
  readonly payments: readonly {
    readonly payment: number;
    readonly paidOn: PlainDate;
    readonly amount: Money;
    readonly instalment: number | null;
    readonly method: PaymentMethod;
    readonly reference: string;
  }[];
  readonly extension: {
    readonly totalDays: number;
    readonly reason: string;
    readonly approvedBy: PersonRef;
    readonly on: PlainDate;
  } | null;
  readonly result: { readonly on: PlainDate; readonly outcome: Outcome; readonly summary: string } | null;
}

export interface FiledRung extends Pick<FiredRung, 'clock' | 'rung' | 'title' | 'tells' | 'act' | 'late'> {
  readonly firedOn: PlainDate;
}

export interface FiledCase {
  readonly kind: KindName;
  /** An office still owes something. */
  readonly open: boolean;
  /** Every event of the case, in revision order. */
  readonly history: readonly HistoryEvent[];
  readonly revision: Revision;
  readonly position: Position;
  /** The kind's own state, what is sealed in it sealed. */
  readonly file: unknown;
  readonly rungs: readonly FiledRung[];
  /** Null for the other kinds. */
  readonly acts: FiledActs | null;
}

const noActs: FiledActs = {
  disputed: '0.00' as Money,
  reply: null,
  mediations: [],
  settlement: null,
  payments: [],
  extension: null,
  result: null,
};

export function evolveFiled(filed: FiledCase | null, event: RecordedEvent): FiledCase | null {
  const kind = kindOfStream(event.stream);
  const known = todaysEvent(kind, event);
  const folded = foldedEvent(known);
  const file = kind.evolve(filed?.file ?? kind.initial, folded);
  const summary = kind.summaryOf(file);
  if (summary === null) return null;
  const { revision, position } = event;
  return {
    kind: kind.kind,
    open: !summary.closed,
    revision,
    position,
    file,
    rungs: folded.type === 'RungFired' ? [...(filed?.rungs ?? []), filedRung(folded)] : (filed?.rungs ?? []),
    acts: kind.kind === 'overduePayment' ? evolveActs(filed?.acts ?? noActs, folded) : null,
    history: [...(filed?.history ?? []), historyEvent(known)],
  };
}

/** What the case tells of itself. */
export function toldByFile({ kind, file }: FiledCase): CaseSummary {
  return kindNamed(kind).summaryOf(file)!;
}

function filedRung({ data, on }: FoldedEvent): FiledRung {
  const { clock, rung, title, tells, act, late } = data as unknown as FiredRung;
  return { clock, rung, title, firedOn: on as PlainDate, tells, act, late };
}

function evolveActs(acts: FiledActs, folded: FoldedEvent): FiledActs {
  const event = folded as unknown as OverduePaymentEvent;
  const on = folded.on as PlainDate;
  switch (event.type) {
    case 'ClaimLodged':
      return { ...acts, disputed: event.data.disputed };
    case 'RespondentReplied': {
      const { statement, admitted } = event.data;
      return { ...acts, reply: { statement, admitted, on } };
    }
    case 'MediationHeld':
      return { ...acts, mediations: [...acts.mediations, { on, ...event.data }] };
    case 'SettlementAgreed':
      return { ...acts, settlement: { on, terms: event.data.terms, paymentsBefore: acts.payments.length } };
    case 'PaymentRecorded': {
      const { outstanding: _, ...payment } = event.data;
      return { ...acts, payments: [...acts.payments, { paidOn: on, ...payment }] };
    }
    case 'HandlingExtended':
      return { ...acts, extension: { ...event.data, on } };
    case 'ResultIssued': {
      const { outcome, summary } = event.data;
      return { ...acts, result: { on, outcome, summary } };
    }
    default:
      return acts;
  }
}
