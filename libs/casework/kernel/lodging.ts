import { isOfficial } from '@redress/access/account.js';
import type { CaseAccess } from '@redress/access/scope.js';
import type { CaseKind as KindName } from '@redress/cases/shared/case-number.js';
import type { Refusal } from '@redress/cases/shared/decision.js';
import type { Lodging } from '@redress/cases/shared/procedure/events.js';
import type { OfficeRef } from '@redress/cases/shared/reference.js';
import type { Completing } from './casework-kind.js';
import { officeRef } from './references.js';

/** How a case came in, as its sender writes it; left out by a complainant, who lodges online and today. */
export interface SentLodging {
  readonly channel: Lodging['channel'];
  readonly receivedOn: string;
  readonly agent: Lodging['agent'];
}

interface LodgedBody {
  readonly complainant?: { readonly creditCode: string };
  readonly lodging?: SentLodging;
}

/** What access decides a lodging by, where the body names its complainant. */
export function accessOfLodging(body: object): CaseAccess | null {
  const { complainant, lodging } = body as LodgedBody;
  if (!complainant) return null;
  return {
    complainantCode: complainant.creditCode,
    agentCode: lodging?.agent?.creditCode ?? null,
    respondentCode: null,
    respondentTold: false,
    acceptingOffice: '',
    handlingOffice: null,
    coHandlingOffices: [],
    firstContact: null,
    firstContactOffice: null,
    overseer: null,
    holder: null,
    confidential: [],
    markedParts: [],
    district: null,
  };
}

/** By whose hand it was lodged is the account's to say, never the body's. */
export function lodgingOf(
  sent: SentLodging | undefined,
  { account, on, offices }: Pick<Completing<unknown>, 'account' | 'on' | 'offices'>,
): Lodging {
  const { channel, receivedOn, agent } = sent ?? { channel: 'online', receivedOn: on, agent: null };
  if (account && isOfficial(account)) {
    const office = offices.office(account.office);
    return { by: 'officer', ...(office && { office: officeRef(office) }), channel, receivedOn, agent };
  }
  if (account?.role !== 'agent') return { by: 'complainant', channel, receivedOn, agent };
  return { by: 'agent', channel, receivedOn, agent: agent && { ...agent, ...account.company } };
}

/** A company lodges under its own name. */
export function faultsOfName(
  complainant: { readonly name: string },
  { account }: Pick<Completing<unknown>, 'account'>,
): Refusal[] {
  if (account?.role !== 'sme' || complainant.name === account.company.name) return [];
  return [{ code: 'notYourCompany', field: 'complainant.name', params: { name: account.company.name } }];
}

/** The authority which accepts cases of this kind; null where none is set up (`noAcceptingOffice`). */
export function acceptingOffice(
  { offices, on }: Pick<Completing<unknown>, 'offices' | 'on'>,
  kind: KindName,
): OfficeRef | null {
  const [competent] = offices.competent({ act: 'accept', kind, respondentCode: null, on });
  return competent ? officeRef(competent.office) : null;
}
