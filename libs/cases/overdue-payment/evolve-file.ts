import type { Scopes } from '@redress/deadlines/payment/scope-tests.js';
import type { SizeType } from '../shared/party.js';
import type { Party } from '../shared/procedure/events.js';
import { passedTo } from '../shared/procedure/state.js';
import type { OfficeRef } from '../shared/reference.js';
import type { DatedEvent, OverduePaymentEvent } from './events.js';
import type { File, Offer, Settlement } from './file.js';
import { settlementPaidOn } from './owed.js';
import { isSme, partiesOf, type PartiesFound } from './scope.js';

/** What an event changes on the file, its status apart. It finds whatever there is, and never throws (invariant 15). */
export function evolveFile(file: File, event: DatedEvent): File {
  const changes = intake(file, event) ?? respondent(file, event) ?? money(file, event) ?? beside(file, event);
  if (changes === null) return file;
  const { on } = event;
  return { ...file, ...changes, lastActOn: acts.has(event.type) && on > file.lastActOn ? on : file.lastActOn };
}

type Changes = Partial<File> | null;

/** Acts of the handling, on which a result rests. */
export const acts: ReadonlySet<OverduePaymentEvent['type']> = new Set([
  ...(['RespondentAnswerDemanded', 'UndisputedPartPressed', 'RespondentReplied', 'ReplyAssessed'] as const),
  ...(['PartsDisputed', 'SupervisoryOrderIssued', 'FormalInterviewHeld', 'PublicCircularIssued'] as const),
  ...(['CorrectionOrdered', 'MediationHeld', 'SettlementAgreed', 'InstalmentMissed', 'PaymentRecorded'] as const),
  ...(['SizeDisputeDecided', 'FindingRecorded', 'HandlingExtended'] as const),
]);

function intake(file: File, event: DatedEvent): Changes {
  switch (event.type) {
    case 'Resubmitted': {
      const { due, scopes, respondent: named } = event.data;
      const evidence = [...file.claim.evidence, ...event.data.evidence];
      const claim = { ...file.claim, respondent: named ?? file.claim.respondent, evidence };
      const respondentNamedSince = file.respondentNamedSince || named !== null;
      return {
        claim,
        respondentNamedSince,
        due: due ?? file.due,
        ...(scopes && { parties: partiesOf(claim), scope: covered(scopes) }),
      };
    }
    case 'DueDatesRecomputed':
      return { due: event.data.due };
    case 'EvidenceAdded':
      return { claim: { ...file.claim, evidence: [...file.claim.evidence, ...event.data.evidence] } };
    case 'ScopeExamined': {
      const { creditor, debtor, scopes } = event.data;
      return { parties: { creditor, debtor }, scope: covered(scopes) };
    }
    case 'Transferred':
      return { ...passed(file, event.data.to), receivedOn: null };
    case 'DispatchObjectionDecided':
      return event.data.upheld ? { mediator: null, receivedOn: null } : {};
    case 'HandedOn':
      return { mediator: null };
    case 'MaterialsReceived':
      return { ...passed(file, event.data.handlingAuthority), receivedOn: event.on };
    case 'MediatorAssigned': {
      const { mediator } = event.data;
      return { mediator, procedure: { ...file.procedure, holder: mediator } };
    }
    case 'ProceedingsRecorded':
      return { proceedings: true };
    case 'CaseReopened':
      // The clocks have their whole term again, and their extension with it.
      return { fedBackTo: [], extensions: [] };
    default:
      return null;
  }
}

function passed({ procedure, mediator }: File, office: OfficeRef): Partial<File> {
  const stays = procedure.handlingOffice?.id === office.id;
  return { procedure: passedTo(procedure, office), mediator: stays ? mediator : null };
}

function covered({ is802, isPEPL67 }: Scopes): NonNullable<File['scope']> {
  return { is802: is802.covered, isPEPL67: isPEPL67.covered };
}

function respondent(file: File, event: DatedEvent): Changes {
  const { ladder } = file;
  const { on } = event;
  switch (event.type) {
    case 'RespondentAnswerDemanded':
      return { ladder: { ...ladder, demand: { on, dueOn: event.data.dueOn } } };
    case 'UndisputedPartPressed':
      return {};
    case 'RespondentReplied':
      return { replies: [...file.replies, { on, proper: null }] };
    case 'ReplyAssessed': {
      const { proper } = event.data;
      return { replies: file.replies.map((reply, i, all) => (i === all.length - 1 ? { ...reply, proper } : reply)) };
    }
    case 'PartsDisputed': {
      const { lines } = event.data;
      const disputed = (line: number) => lines.find((one) => one.line === line)?.disputed;
      const redisputed = file.claim.lines.map((line) => ({ ...line, disputed: disputed(line.line) ?? line.disputed }));
      return { claim: { ...file.claim, lines: redisputed } };
    }
    case 'SupervisoryOrderIssued':
      return {
        ladder: {
          ...ladder,
          order: { order: event.data.order, on, dueOn: event.data.dueOn, answers: file.replies.length },
        },
      };
    case 'FormalInterviewHeld':
      return { ladder: { ...ladder, interviewedOn: on } };
    case 'PublicCircularIssued':
      return { ladder: { ...ladder, circularOn: on } };
    case 'CorrectionOrdered':
      return {};
    default:
      return null;
  }
}

function money(file: File, event: DatedEvent): Changes {
  const { on } = event;
  switch (event.type) {
    case 'MediationHeld':
      return {};
    case 'InstalmentsOffered':
      return { offers: [...file.offers, { offer: event.data.offer, on, answered: false }] };
    case 'InstalmentsDeclined':
      return { offers: answered(file.offers, event.data.offer) };
    case 'SettlementAgreed': {
      const { total, instalments } = event.data;
      const offers = file.offers.map((offer) => ({ ...offer, answered: true }));
      return { settlements: [...file.settlements, { on, total, instalments, missed: [], paid: [] }], offers };
    }
    case 'InstalmentPaid': {
      const paid = { instalment: event.data.instalment, event: event.id, on };
      return { settlements: standing(file, (one) => ({ paid: [...one.paid, paid] })) };
    }
    case 'InstalmentReopened': {
      const { takesBack } = event.data;
      return { settlements: standing(file, (one) => ({ paid: one.paid.filter((paid) => paid.event !== takesBack) })) };
    }
    case 'InstalmentMissed': {
      const { instalment } = event.data;
      return { settlements: standing(file, (one) => ({ missed: [...one.missed, instalment] })), fedBackTo: [] };
    }
    case 'PaymentClaimed':
      return { proofs: [...file.proofs, { offer: event.data.proof, on, answered: false }] };
    case 'PaymentProofRejected':
      return { proofs: answered(file.proofs, event.data.proof) };
    case 'PaymentRecorded': {
      const { payment, amount, instalment, method, allocation, proof } = event.data;
      const { principal, interest } = allocation;
      const paid = { payment, amount, instalment, method, principal, interest, event: event.id, paidOn: on };
      const payments = [...file.payments, { ...paid, settlement: settlementPaidOn(file, on) }];
      return { payments, proofs: proof === null ? file.proofs : answered(file.proofs, proof) };
    }
    case 'NonCashOffered': {
      const { offer, amount } = event.data;
      return { nonCash: [...file.nonCash, { offer, amount, on, answered: false, accepted: false }] };
    }
    case 'NonCashAnswered': {
      const { offer, accepted } = event.data;
      return { nonCash: file.nonCash.map((one) => (one.offer === offer ? { ...one, answered: true, accepted } : one)) };
    }
    case 'SheetAttached':
      return { sheets: file.sheets + 1, interest: event.data.interest };
    default:
      return null;
  }
}

/** The settlements, with what changes of the last of them. */
function standing(
  { settlements }: File,
  change: (settlement: Settlement) => Partial<Settlement>,
): readonly Settlement[] {
  return settlements.map((one, i) => (i === settlements.length - 1 ? { ...one, ...change(one) } : one));
}

function answered(offers: readonly Offer[], offer: number): readonly Offer[] {
  return offers.map((one) => (one.offer === offer ? { ...one, answered: true } : one));
}

function beside(file: File, event: DatedEvent): Changes {
  const { on } = event;
  switch (event.type) {
    case 'SizeDisputeRaised':
      return { sizeDisputes: [...file.sizeDisputes, { of: event.data.of, on, decided: null }] };
    case 'SizeDisputeDecided': {
      const { of, size, scopes } = event.data;
      const open = (one: File['sizeDisputes'][number]) => one.of === of && one.decided === null;
      const sizeDisputes = file.sizeDisputes.map((one) => (open(one) ? { ...one, decided: size } : one));
      return { sizeDisputes, parties: file.parties && resized(file.parties, of, size), scope: covered(scopes) };
    }
    case 'MarketRegulationReferred':
      return { referrals: [...file.referrals, { referral: event.data.referral, on, decided: null }] };
    case 'ReferralAnswered': {
      const { referral, decision } = event.data;
      const referrals = file.referrals.map((one) => (one.referral === referral ? { ...one, decided: decision } : one));
      return { referrals };
    }
    case 'BadCreditDecided':
      return { badCreditDecided: true };
    case 'ReceivableConfirmationRequested': {
      const { request, amount } = event.data;
      return { confirmations: [...file.confirmations, { request, amount, on, open: true }] };
    }
    case 'ReceivableConfirmed':
    case 'ReceivableConfirmationRefused': {
      const { request } = event.data;
      return {
        confirmations: file.confirmations.map((one) => (one.request === request ? { ...one, open: false } : one)),
      };
    }
    case 'FindingRecorded': {
      const { finding, line } = event.data;
      return { findings: [...file.findings, { finding, line }] };
    }
    case 'HandlingExtended':
      return { extensions: [...file.extensions, { totalDays: event.data.totalDays, on }] };
    case 'ResultFedBack':
      return { fedBackTo: [...new Set([...file.fedBackTo, event.data.to])] };
    default:
      return null;
  }
}

/** Who the parties are once a size is decided; a body has none. */
export function resized({ creditor, debtor }: PartiesFound, of: Party, size: SizeType): PartiesFound {
  return of === 'complainant'
    ? { creditor: { ...creditor, sme: isSme(size) }, debtor }
    : { creditor, debtor: { ...debtor, largeFirm: size === 'large' } };
}
