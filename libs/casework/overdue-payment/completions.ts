import type { Command, CommandBody } from '@redress/cases/overdue-payment/commands.js';
import type { Claim } from '@redress/cases/overdue-payment/events.js';
import type { State } from '@redress/cases/overdue-payment/state.js';
import { refused, type Completions } from '../kernel/casework-kind.js';
import { acceptingOffice, faultsOfName } from '../kernel/lodging.js';
import { officeRef, personRef } from '../kernel/references.js';

/** As their senders write them: offices and officers by their ids, lines without numbers. */
export interface SentBodies {
  lodge: Omit<Claim, 'lines'> & { readonly lines: readonly Omit<Claim['lines'][number], 'line'>[] };
  transfer: { readonly office: string; readonly ground: string };
  assignMediator: { readonly mediator: string };
}

export const completions: Completions<State, Command, SentBodies> = {
  lodge(sent, at) {
    const accepting = acceptingOffice(at, 'overduePayment');
    if (!accepting) return refused({ code: 'noAcceptingOffice' });
    const faults = faultsOfName(sent.complainant, at);
    if (faults.length > 0) return refused(...faults);
    const lines = sent.lines.map((line, i) => ({ line: i + 1, ...line }));
    return { body: { claim: { ...sent, lines }, acceptingOffice: accepting } };
  },

  transfer({ office: id, ground }, { offices }) {
    const office = offices.office(id);
    const to = office?.functions.includes('handlingAuthority') ? officeRef(office) : null;
    return { body: { to, ground } };
  },

  assignMediator({ mediator: id }, { offices, summary }) {
    const officer = offices.officer(id);
    const ours = officer?.role === 'mediator' && officer.office === summary?.handlingOffice?.id;
    return { body: { mediator: ours ? personRef(officer) : null } satisfies CommandBody<'assignMediator'> };
  },
};
