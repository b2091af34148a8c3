import { isOfficial, type Account } from '@redress/access/account.js';
import type { Side } from '@redress/cases/ip-fast-track/adjudication-events.js';
import type { Command, NamedPanel, OwnBody } from '@redress/cases/ip-fast-track/commands.js';
import type { Matter, Request } from '@redress/cases/ip-fast-track/matter.js';
import type { State } from '@redress/cases/ip-fast-track/state.js';
import type { OfficeRef, PersonRef } from '@redress/cases/shared/reference.js';
import { refused, type Completing, type Completions } from '../kernel/casework-kind.js';
import { acceptingOffice, faultsOfName, lodgingOf, type SentLodging } from '../kernel/lodging.js';
import { officeRef, personRef } from '../kernel/references.js';

interface SentExtension {
  readonly months: number;
  readonly reason: string;
}

/** As their senders write them: offices and officers by their ids. */
export interface SentBodies {
  /** `office`: who is asked to handle it; null leaves it with the office which accepts it. */
  lodge: Omit<Request<Matter>, 'lodging'> & { readonly office: string | null; readonly lodging?: SentLodging };
  fileCase: Omit<OwnBody<'fileCase'>, 'panel'> & {
    readonly panel: { readonly presiding: string; readonly members: readonly string[] };
  };
  decideJurisdiction: Omit<OwnBody<'decideJurisdiction'>, 'to'> & { readonly to: string | null };
  objectJurisdiction: OwnBody<'objectJurisdiction'>;
  recordSuit: OwnBody<'recordSuit'>;
  recommendPriority: { readonly office: string; readonly opinion: string };
  extendHandling: SentExtension;
  extendFurther: SentExtension;
  recordTermExtension: SentExtension;
}

export const completions: Completions<State, Command, SentBodies> = {
  lodge(sent, at) {
    const accepting = acceptingOffice(at, 'ipFastTrack');
    if (!accepting) return refused({ code: 'noAcceptingOffice' });
    const faults = faultsOfName(sent.complainant, at);
    if (faults.length > 0) return refused(...faults);
    const { office: named, lodging, ...rest } = sent;
    const office = named === null ? accepting : handlingAuthority(named, at);
    return { body: { request: { ...rest, lodging: lodgingOf(lodging, at) }, acceptingOffice: accepting, office } };
  },

  fileCase({ panel, ...sent }, at) {
    const seat = (id: string) => officerHere(id, at);
    const named: NamedPanel = { presiding: seat(panel.presiding), members: panel.members.map(seat) };
    return { body: { ...sent, panel: named } };
  },

  decideJurisdiction({ to: named, ...sent }, at) {
    const to = named === null ? null : handlingAuthority(named, at);
    if (named !== null && to === null) return refused({ code: 'notAHandlingAuthority', field: 'to' });
    return { body: { ...sent, to } };
  },

  objectJurisdiction(sent, { account }) {
    return { body: { ...sent, by: sideOf(account) ?? sent.by } };
  },

  recordSuit(sent, { account }) {
    return { body: { ...sent, party: sideOf(account) ?? sent.party } };
  },

  recommendPriority({ office, opinion }, at) {
    return { body: { by: handlingAuthority(office, at), opinion } };
  },

  extendHandling: approved,
  extendFurther: approved,
  recordTermExtension: approved,
};

function handlingAuthority(id: string, { offices }: Completing<State>): OfficeRef | null {
  const office = offices.office(id);
  return office?.functions.includes('handlingAuthority') ? officeRef(office) : null;
}

/** A party speaks for itself; an officer records what either did. Null for an officer. */
function sideOf(account: Account | null): Side | null {
  if (account?.role === 'respondent') return 'respondent';
  return account?.role === 'sme' || account?.role === 'agent' ? 'complainant' : null;
}

/** A panel is made of officers of the office which handles the case. */
function officerHere(id: string, { offices, summary }: Completing<State>): PersonRef | null {
  const officer = offices.officer(id);
  return officer && officer.office === summary?.handlingOffice?.id ? personRef(officer) : null;
}

/** An extension says which office approved it: the approver's own. */
function approved(sent: SentExtension, { account, offices, summary }: Completing<State>) {
  const own = account && isOfficial(account) ? offices.office(account.office) : undefined;
  const office = own ? officeRef(own) : summary?.handlingOffice;
  return office ? { body: { ...sent, office } } : refused({ code: 'noHandlingOffice' });
}
