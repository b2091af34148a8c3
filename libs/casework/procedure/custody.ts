import { isOfficial } from '@redress/access/account.js';
import { occurredAt } from '@redress/cases/shared/procedure/state.js';
import type { OfficeRef } from '@redress/cases/shared/reference.js';
import { plainDate, type PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import { dayInZone } from '@redress/deadlines/calendar/zone-day.js';
import type { Office, OfficeLevel } from '@redress/organisation/office.js';
import type { Completing } from '../kernel/casework-kind.js';
import { officeRef, personRef } from '../kernel/references.js';
import { zone } from '../kernel/time.js';
import { lastDay } from './operators-days.js';
import { raiseToOffice } from '../escalation/receivers.js';
import type { ProcedureCompletions } from './sent.js';

interface Sent {
  nameFirstContact: { readonly officer: string; readonly reason: string | null };
  assignOfficer: { readonly officer: string };
  takeOver: object;
  handUp: { readonly office: string; readonly ground: string };
  handDown: { readonly office: string; readonly ground: string };
  arrangeJointHandling: {
    readonly coHandlers: readonly {
      readonly office: string;
      readonly task: string;
      readonly reportBy: string | null;
    }[];
    readonly ground: string;
  };
  recordCoHandlerReport: { readonly report: string };
  objectToDispatch: { readonly ground: string };
  decideDispatchObjection: { readonly upheld: boolean; readonly office: string | null; readonly reason: string };
  escalate: { readonly office: string; readonly act: string; readonly reason: string };
}

type At = Completing<unknown>;

export const custodyCompletions: ProcedureCompletions<Sent> = {
  nameFirstContact({ officer: id, reason }, at) {
    const officer = at.offices.officer(id);
    const office = officer && at.offices.office(officer.office);
    return {
      body: { officer: officer ? personRef(officer) : null, office: office ? officeRef(office) : holding(at), reason },
    };
  },

  /** Only who works in the office that has the file can have it in hand. */
  assignOfficer({ officer: id }, at) {
    const office = holding(at);
    const officer = at.offices.officer(id);
    const here = officer?.office === office.id && officer.role !== 'supervisor';
    return { body: { officer: here ? personRef(officer) : null, office } };
  },

  takeOver: (_, at) => ({ body: { office: ofSender(at) ?? holding(at) } }),

  handUp: ({ office: id, ground }, at) => ({ body: { ...reached(at, id, higher), ground } }),
  handDown: ({ office: id, ground }, at) => ({ body: { ...reached(at, id, lower), ground } }),

  arrangeJointHandling: ({ coHandlers, ground }, at) => ({
    body: { coHandlers: coHandlers.map(({ office, ...rest }) => ({ ...rest, office: named(at, office) })), ground },
  }),

  recordCoHandlerReport: ({ report }, at) => ({ body: { office: ofSender(at), report } }),

  async objectToDispatch({ ground }, at) {
    const rules = await at.grounds.rules();
    const latestOn = lastDay(dispatchedOn(at), rules?.dispatchObjectionDays ?? null, at);
    return { body: { by: ofSender(at) ?? holding(at), ground, latestOn } };
  },

  decideDispatchObjection({ upheld, office: id, reason }, at) {
    if (id === null) return { body: { upheld, to: 'acceptingAuthority', reason } };
    const office = at.offices.office(id);
    return { body: { upheld, to: office?.functions.includes('handlingAuthority') ? officeRef(office) : null, reason } };
  },

  escalate({ office: id, act, reason }, at) {
    const office = at.offices.office(id);
    return { body: { to: office ? raiseToOffice(at.offices, at.summary!, office) : null, act, reason } };
  },
};

function named({ offices }: At, id: string): OfficeRef | null {
  const office = offices.office(id);
  return office ? officeRef(office) : null;
}

/** The office the file lies with. */
function holding({ summary }: At): OfficeRef {
  return summary!.handlingOffice ?? summary!.acceptingOffice;
}

function ofSender(at: At): OfficeRef | null {
  return at.account && isOfficial(at.account) ? named(at, at.account.office) : null;
}

const heights = { street: 0, district: 1, city: 2 } as const satisfies Record<OfficeLevel, number>;
const higher = (to: Office, from: Office) =>
  heights[to.level] > heights[from.level] && to.functions.includes('handlingAuthority');
/** Down within the same district; the city's office hands down to any. */
const lower = (to: Office, from: Office) =>
  heights[to.level] < heights[from.level] && (from.district === null || to.district === from.district);

function reached(at: At, id: string, fits: (to: Office, from: Office) => boolean) {
  const to = at.offices.office(id);
  const from = at.offices.office(holding(at).id);
  // The office it lies with is no higher one, and is told so by its own name.
  const ok = to && from && (fits(to, from) || to.id === from.id);
  return { to: ok ? officeRef(to) : null, level: to?.level ?? 'city' } as const;
}

/** The events by which an accepting office sends a case on. */
const dispatches: ReadonlySet<string> = new Set(['Transferred', 'PassedToDepartment']);

/** PlainDate of the last dispatch, as last corrected; null where there was none. */
function dispatchedOn({ events }: At): PlainDate | null {
  const dispatch = events.findLast(({ type }) => dispatches.has(type));
  if (!dispatch) return null;
  const correction = events.findLast(
    ({ type, data }) => type === 'FactCorrected' && data.event === dispatch.id && data.field === occurredAt,
  );
  return correction ? plainDate(String(correction.data.is)) : dayInZone(dispatch.meta.occurredAt, zone);
}
