import type { HistoryEvent, Status } from '../../api/types.js';
import { addUp, cents, fromCents } from '../../money/money-text.js';

/** What of a case an event may change, as far as the audit page shows it before and after. */
export interface Facts {
  readonly status: Status | null;
  readonly office: { readonly zh: string; readonly en: string } | null;
  readonly mediator: string | null;
  readonly claimed: string | null;
  readonly settled: string | null;
  readonly paid: string | null;
  readonly outstanding: string | null;
  readonly handlingDays: number | null;
}

export const nothingKnown: Facts = {
  status: null,
  office: null,
  mediator: null,
  claimed: null,
  settled: null,
  paid: null,
  outstanding: null,
  handlingDays: null,
};

const statusAfter: Readonly<Record<string, Status>> = {
  ClaimLodged: 'lodged',
  SupplementRequested: 'returnedForSupplement',
  Resubmitted: 'lodged',
  FormallyAccepted: 'accepted',
  ClaimDeclined: 'declined',
  Transferred: 'transferred',
  MaterialsReceived: 'inHandling',
  SettlementAgreed: 'settled',
  ResultIssued: 'resultIssued',
  ClaimWithdrawn: 'withdrawn',
  HandlingTerminated: 'terminated',
};

type Data = Readonly<Record<string, unknown>>;
const officeOf = (value: unknown) => (value as { readonly name?: Facts['office'] } | undefined)?.name ?? null;
const text = (data: Data, name: string) => (typeof data[name] === 'string' ? data[name] : null);

/** One event onto the facts before it; events this page does not know change nothing it shows. */
export function after(facts: Facts, event: Pick<HistoryEvent, 'type' | 'data'>, told: number): Facts {
  const { type, data } = event;
  const moved: Facts = { ...facts, status: statusAfter[type] ?? facts.status };
  switch (type) {
    case 'ClaimLodged':
      return {
        ...moved,
        office: officeOf(data['acceptingOffice']),
        claimed: text(data, 'total'),
        paid: '0.00',
        outstanding: text(data, 'total'),
      };
    case 'Transferred':
      return { ...moved, office: officeOf(data['to']) };
    case 'MaterialsReceived':
      return { ...moved, office: officeOf(data['handlingAuthority']) };
    case 'MediatorAssigned':
      return { ...moved, mediator: (data['mediator'] as { readonly name?: string } | undefined)?.name ?? null };
    case 'SettlementAgreed':
      return { ...moved, settled: text(data, 'total'), outstanding: text(data, 'total') };
    case 'PaymentRecorded':
      return {
        ...moved,
        paid: addUp([facts.paid ?? '0.00', text(data, 'amount') ?? '0.00']),
        outstanding: text(data, 'outstanding') ?? left(facts.outstanding, text(data, 'amount')),
      };
    case 'HandlingExtended':
      return { ...moved, handlingDays: typeof data['totalDays'] === 'number' ? data['totalDays'] : null };
    case 'ResultFedBack':
      return told === 2 ? { ...moved, status: 'concluded' } : moved;
    default:
      return moved;
  }
}

function left(before: string | null, paid: string | null): string | null {
  return before === null || paid === null ? before : fromCents(cents(before) - cents(paid));
}

export interface Change {
  readonly fact: keyof Facts;
  readonly before: Facts[keyof Facts];
  readonly after: Facts[keyof Facts];
}

/** What each event changed, in the order of revisions. */
export function changesOf(events: readonly Pick<HistoryEvent, 'type' | 'data'>[]): readonly (readonly Change[])[] {
  let facts = nothingKnown;
  let told = 0;
  return events.map((event) => {
    if (event.type === 'ResultFedBack') told += 1;
    const next = after(facts, event, told);
    const changed = (Object.keys(next) as (keyof Facts)[])
      .filter((fact) => JSON.stringify(next[fact]) !== JSON.stringify(facts[fact]))
      .map((fact) => ({ fact, before: facts[fact], after: next[fact] }));
    facts = next;
    return changed;
  });
}
