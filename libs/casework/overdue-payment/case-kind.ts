import type { CaseAccess } from '@redress/access/scope.js';
import type { Command } from '@redress/cases/overdue-payment/commands.js';
import { decide } from '@redress/cases/overdue-payment/decide.js';
import { schemas, streamOf, type OverduePaymentEvent } from '@redress/cases/overdue-payment/events.js';
import { evolve, initial, type DatedEvent, type State } from '@redress/cases/overdue-payment/state.js';
import { dayInZone } from '@redress/deadlines/calendar/zone-day.js';
import type { RecordedEvent } from '@redress/event-store/port.js';
import type { CaseKindDefinition } from '../kernel/case-kind.js';
import { zone } from '../kernel/handle-command.js';

/** The recorded event as the fold wants it: with the day in Shanghai on which it took effect. */
function dated(event: RecordedEvent): DatedEvent {
  return { type: event.type, data: event.data, on: dayInZone(event.meta.occurredAt, zone) } as unknown as DatedEvent;
}

export const overduePayment: CaseKindDefinition<State, Command, OverduePaymentEvent> = {
  streamOf,
  schemas,
  initial,
  evolve: (state, event) => evolve(state, dated(event)),
  decide,
  accessOf,
  accessOfNew,
  numberOf: (state) => (state.status === 'none' ? null : state.caseNumber),
};

function accessOf(state: State): CaseAccess | null {
  if (state.status === 'none') return null;
  return {
    complainantCode: state.claim.complainant.creditCode,
    acceptingOffice: state.acceptingOffice.id,
    handlingOffice: state.handlingOffice?.id ?? null,
    mediator: state.mediator?.id ?? null,
    district: state.handlingOffice?.district ?? null,
  };
}

function accessOfNew(body: object): CaseAccess | null {
  if (!('complainant' in body)) return null;
  const { creditCode } = (body as { complainant: { creditCode: string } }).complainant;
  return { complainantCode: creditCode, acceptingOffice: '', handlingOffice: null, mediator: null, district: null };
}
