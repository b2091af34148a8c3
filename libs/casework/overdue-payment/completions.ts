import type { Claim, Line, LineDue } from '@redress/cases/overdue-payment/claim.js';
import type { Command, CommandBody } from '@redress/cases/overdue-payment/commands.js';
import type { DeclineGround } from '@redress/cases/overdue-payment/events.js';
import { claimRead, movesTerm } from '@redress/cases/overdue-payment/corrections.js';
import { duesOf } from '@redress/cases/overdue-payment/line-due.js';
import type { State } from '@redress/cases/overdue-payment/state.js';
import type { Respondent } from '@redress/cases/shared/party.js';
import type { Party } from '@redress/cases/shared/procedure/events.js';
import type { OfficeRef } from '@redress/cases/shared/reference.js';
import { InterestRefused } from '@redress/deadlines/interest/exact.js';
import { isPlainDate } from '@redress/deadlines/calendar/plain-date.js';
import { calculateInterest } from '@redress/deadlines/interest/calculate-interest.js';
import { refused, type Completing, type Completions } from '../kernel/casework-kind.js';
import { acceptingOffice, faultsOfName, lodgingOf } from '../kernel/lodging.js';
import { officeRef, personRef } from '../kernel/references.js';
import { papersCompletions } from '../procedure/papers.js';
import { paymentTerms } from './payment-terms.js';
import type { SentBodies } from './sent.js';
import { sheetInput } from './sheet-input.js';

const lawfulGrounds: ReadonlySet<string> = new Set([
  'notAPurchase',
  'otherForum',
  'otherByLaw',
] satisfies DeclineGround[]);

export const completions: Completions<State, Command, SentBodies> = {
  async lodge({ lodging: sent, lines, privateOrganisation = null, ...rest }, at) {
    const accepting = acceptingOffice(at, 'overduePayment');
    if (!accepting) return refused({ code: 'noAcceptingOffice' });
    const faults = faultsOfName(rest.complainant, at);
    if (faults.length > 0) return refused(...faults);
    const claim: Claim = { ...rest, privateOrganisation, lines: lines.map(numbered) };
    const due = await duesWith(claim, at);
    return { body: { claim, lodging: lodgingOf(sent, at), acceptingOffice: accepting, due } };
  },

  async supplyMaterials(sent, at) {
    return { body: { ...sent, due: sent.respondent && (await duesOfAnother(sent.respondent, at)) } };
  },

  async correctFact(sent, at) {
    const read = await papersCompletions.correctFact(sent, at);
    if (!('body' in read)) return read;
    const { state } = at;
    if (state.status === 'none' || !movesTerm(sent.field) || !isPlainDate(sent.is)) return read;
    return { body: { ...read.body, due: await duesWith(claimRead(state, sent.field, sent.is), at) } };
  },

  async decline({ ground, reason }, { grounds }) {
    if (lawfulGrounds.has(ground)) return { body: { ground: ground as DeclineGround, reason } };
    return { body: { ground: await grounds.find(ground, 'nonAcceptance'), reason } };
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

  disputeParts: (sent, at) => ({ body: { ...sent, by: partyOf(at) === 'respondent' ? 'respondent' : 'office' } }),

  /** Civil Code Art. 561: costs, then interest, then principal, unless the parties agreed otherwise. */
  recordPayment: ({ proof = null, allocation = { order: 'interestFirst' }, ...sent }) => ({
    body: { ...sent, proof, allocation },
  }),

  async attachSheet({ title, input }, { law, lpr }) {
    const series = await lpr();
    try {
      const asked = sheetInput(input);
      return { body: { title, input: asked, result: calculateInterest(asked, series, law.law.calendar) } };
    } catch (error) {
      if (!(error instanceof InterestRefused)) throw error;
      const field = error.field in input ? error.field : `basis.${error.field}`;
      return refused({ code: 'interestNotComputable', field: `input.${field}` });
    }
  },

  raiseSizeDispute: ({ of, by, ground, office }, at) => ({
    body: { of, by: partyOf(at) ?? by ?? of, ground, to: named(office, at) },
  }),

  referToMarketRegulation: ({ office, ground, receipt }, at) => ({ body: { to: named(office, at), ground, receipt } }),
};

function named(id: string, { offices }: Completing<State>): OfficeRef | null {
  const office = offices.office(id);
  return office ? officeRef(office) : null;
}

/** Whose own act it is; null where an officer records another's. */
function partyOf({ account }: Completing<State>): Party | null {
  if (account?.role === 'respondent') return 'respondent';
  return account?.role === 'sme' || account?.role === 'agent' ? 'complainant' : null;
}

function numbered(line: SentBodies['lodge']['lines'][number], i: number): Line {
  return { line: i + 1, inspectionEndsOn: null, settlementConfirmedOn: null, agreedDays: null, ...line };
}

async function duesOfAnother(
  respondent: Respondent,
  at: Pick<Completing<State>, 'state' | 'law'>,
): Promise<readonly LineDue[]> {
  return at.state.status === 'none' ? [] : duesWith({ ...at.state.claim, respondent }, at);
}

/** Without a calendar in the log nothing is derived: the claim is then examined by the days it names itself. */
async function duesWith(claim: Claim, { law }: Pick<Completing<State>, 'law'>): Promise<readonly LineDue[]> {
  return law.published ? duesOf(claim, await paymentTerms(), law.law.calendar) : [];
}
