import { isOfficial } from '@redress/access/account.js';
import type { Command, CommandBody } from '@redress/cases/complaint/commands.js';
import type { LodgedComplaint } from '@redress/cases/complaint/complaint-rules.js';
import type { DeclineGround } from '@redress/cases/complaint/events.js';
import type { State } from '@redress/cases/complaint/state.js';
import type { OfficeRef } from '@redress/cases/shared/reference.js';
import { refused, type Completing, type Completions } from '../kernel/casework-kind.js';
import { acceptingOffice, faultsOfName, lodgingOf, type SentLodging } from '../kernel/lodging.js';
import { officeRef } from '../kernel/references.js';

/** As their senders write them: offices by their ids, charges without numbers. */
export interface SentBodies {
  lodge: LodgedComplaint & {
    readonly lodging?: SentLodging;
    readonly takenBy?: CommandBody<'lodge'>['takenBy'];
  };
  decline: { readonly ground: string; readonly reason: string; readonly advice: string };
  transfer: { readonly office: string; readonly ground: string };
  referCompetition: Omit<CommandBody<'referCompetition'>, 'to'> & { readonly office: string };
}

const lawfulGrounds = [
  'notAFirmsMatter',
  'otherForum',
  'overduePayment',
  'abnormalComplainant',
  'otherByLaw',
] as const satisfies readonly DeclineGround[];

export const completions: Completions<State, Command, SentBodies> = {
  lodge({ lodging: sent, takenBy = 'smeServiceCentre', ...complaint }, at) {
    const accepting = acceptingOffice(at, 'complaint');
    if (!accepting) return refused({ code: 'noAcceptingOffice' });
    const faults = faultsOfName(complaint.complainant, at);
    // Whose rules it is taken by is for the office which takes it to say.
    const official = at.account !== null && isOfficial(at.account);
    if (takenBy === 'marketRegulation' && !official) faults.push({ code: 'channelDoesNotFit', field: 'takenBy' });
    if (faults.length > 0) return refused(...faults);
    return { body: { complaint, lodging: lodgingOf(sent, at), acceptingOffice: accepting, takenBy } };
  },

  async decline({ ground, ...sent }, { grounds }) {
    const known = lawfulGrounds.find((one) => one === ground);
    return { body: { ...sent, ground: known ?? (await grounds.find(ground, 'nonAcceptance')) } };
  },

  transfer: ({ office, ground }, at) => ({ body: { to: officeOf(office, at), ground } }),

  referCompetition: ({ office, ...sent }, at) => ({ body: { ...sent, to: officeOf(office, at) } }),
};

function officeOf(id: string, { offices }: Completing<State>): OfficeRef | null {
  const office = offices.office(id);
  return office ? officeRef(office) : null;
}
