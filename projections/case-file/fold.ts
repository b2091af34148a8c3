import type { Name, PersonRef } from '@redress/cases/shared/reference.js';
import type {
  MediationOutcome,
  Outcome,
  OverduePaymentEvent,
  PaymentMethod,
} from '@redress/cases/overdue-payment/events.js';
import { closed, evolve, initial, type Existing } from '@redress/cases/overdue-payment/state.js';
import type { Money } from '@redress/cases/shared/money.js';
import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import type { Position, RecordedEvent, Revision } from '@redress/event-store/port.js';
import type { Followed } from '../followed-case/case-view.js';
import { historyEvent } from '../followed-case/history.js';
import { datedEvent } from '../followed-case/listed-case.js';

/** What the file shows beyond the state by which commands are decided. */
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
  readonly rungs: readonly {
    readonly clock: string;
    readonly rung: string;
    readonly title: Name;
    readonly firedOn: PlainDate;
    readonly tells: string;
    readonly act: string;
    readonly late: boolean;
  }[];
}

export interface FiledCase extends Followed {
  readonly revision: Revision;
  readonly position: Position;
  readonly file: Existing;
  readonly acts: FiledActs;
}

const noActs: FiledActs = {
  disputed: '0.00' as Money,
  reply: null,
  mediations: [],
  settlement: null,
  payments: [],
  extension: null,
  result: null,
  rungs: [],
};

export function evolveFiled(filed: FiledCase | null, event: RecordedEvent): FiledCase | null {
  const dated = datedEvent(event);
  const file = evolve(filed?.file ?? initial, dated);
  if (file.status === 'none') return null;
  return {
    open: !closed.has(file.status),
    revision: event.revision,
    position: event.position,
    file,
    acts: evolveActs(filed?.acts ?? noActs, dated, dated.on),
    history: [...(filed?.history ?? []), historyEvent(event)],
  };
}

function evolveActs(acts: FiledActs, event: OverduePaymentEvent, on: PlainDate): FiledActs {
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
    case 'RungFired': {
      const { clock, rung, title, tells, act, late } = event.data;
      return { ...acts, rungs: [...acts.rungs, { clock, rung, title, firedOn: on, tells, act, late }] };
    }
    default:
      return acts;
  }
}
