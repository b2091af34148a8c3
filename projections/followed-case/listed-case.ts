import { accessOf, reachColumns, reachOf } from '@redress/access/scope.js';
import { overduePayment } from '@redress/cases/overdue-payment/kind.js';
import type { Claim } from '@redress/cases/overdue-payment/claim.js';
import type { OfficeRef, PersonRef } from '@redress/cases/shared/reference.js';
import {
  closed,
  evolve,
  initial,
  type DatedEvent,
  type Existing,
  type State,
} from '@redress/cases/overdue-payment/state.js';
import { schemas } from '@redress/cases/overdue-payment/events.js';
import { upcasters } from '@redress/cases/overdue-payment/upcast.js';
import { upcast } from '@redress/cases/shared/upcast.js';
import { dayInZone } from '@redress/deadlines/calendar/zone-day.js';
import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import type { RecordedEvent } from '@redress/event-store/port.js';
import type { Followed } from './case-view.js';
import { historyEvent } from './history.js';

/** A case as the lists keep it: names, codes, sums and stages, none of its texts and contacts. */
export interface ListedCase extends Followed {
  readonly lodgedOn: PlainDate;
  readonly file: Existing;
}

export function evolveListed(listed: ListedCase | null, event: RecordedEvent): ListedCase | null {
  const dated = datedEvent(event);
  const before: State = listed?.file ?? initial;
  const after = evolve(before, dated);
  if (after.status === 'none') return null;
  return {
    open: !closed.has(after.status),
    lodgedOn: listed?.lodgedOn ?? dated.on,
    file: after.claim === listed?.file.claim ? after : { ...after, claim: lean(after.claim) },
    history: [...(listed?.history ?? []), historyEvent(event)],
  };
}

export function datedEvent(event: RecordedEvent): DatedEvent & { readonly on: PlainDate } {
  const on = dayInZone(event.meta.occurredAt, 'Asia/Shanghai');
  const { id, revision, type, data } = upcast(event, { schemas, upcasters });
  return { id, revision, type, data, on } as unknown as DatedEvent & { readonly on: PlainDate };
}

function lean(claim: Claim): Claim {
  return {
    ...claim,
    complainant: { ...claim.complainant, address: '', contact: { name: '', phone: '' } },
    respondent: { ...claim.respondent, address: '', contact: null },
    lines: [],
    request: '',
    facts: '',
    evidence: [],
    promises: { ...claim.promises, signatory: '' },
  };
}

/** Who holds the case: the office it lies with, and the mediator once there is one. */
export interface Holder {
  readonly office: OfficeRef;
  readonly person: PersonRef | null;
}

export function holderOf(file: Existing): Holder {
  return { office: file.procedure.handlingOffice ?? file.procedure.acceptingOffice, person: file.mediator };
}

/** The columns by which access filters (`scope-sql.ts`). The district is the holding office's; null: the whole city. */
export function scopeColumns(file: Existing) {
  return reachColumns(reachOf(accessOf(overduePayment.summaryOf(file)!)));
}
