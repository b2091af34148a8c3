import type { LineDue } from '@redress/cases/overdue-payment/claim.js';
import type { Command, CommandBody, CommandName } from '@redress/cases/overdue-payment/commands.js';
import type { State } from '@redress/cases/overdue-payment/state.js';
import { command, lodgedOn, today, yuan } from '@redress/cases/testing/overdue-payment.js';
import { plainDate } from '@redress/deadlines/calendar/plain-date.js';
import type { Act } from './told-story.js';

type Told = Act<State, Command>;

const c = <N extends CommandName>(name: N, changes: Partial<CommandBody<N>> = {}, day: string = today): Told => [
  day,
  lodgedOn(command(name, changes), day),
];
const byOfficer = { by: 'officer', channel: 'counter', receivedOn: today, agent: null } as const;

const received = [c('lodge'), c('accept'), c('transfer'), c('receiveMaterials'), c('assignMediator')];
const later = '2025-10-16';

/** Order 802, Art. 25¶3 to its end, with what stands beside it. */
const ladder: readonly Told[] = [
  c('lodge', { lodging: byOfficer }),
  c('examineScope'),
  c('requestSupplement'),
  c('supplyMaterials'),
  ...received.slice(1),
  c('demandAnswer'),
  c('pressUndisputed'),
  c('disputeParts'),
  c('answer'),
  c('assessReply'),
  c('issueSupervisoryOrder'),
  c('recordReply', {}, '2025-09-20'),
  c('assessReply', {}, '2025-09-20'),
  c('holdInterview', {}, '2025-09-21'),
  c('issueCircular', {}, '2025-09-22'),
  c('orderCorrection', {}, '2025-09-22'),
  c('raiseSizeDispute', {}, later),
  c('decideSizeDispute', {}, later),
  c('requestReceivableConfirmation', {}, later),
  c('confirmReceivable', {}, later),
  c('requestReceivableConfirmation', {}, later),
  c('refuseReceivable', { request: 2 }, later),
  c('recordFinding', {}, later),
  c('referToMarketRegulation', {}, later),
  c('recordReferralAnswer', {}, later),
  c('decideBadCredit', {}, later),
  c('extendHandling', {}, later),
  c('issueResult', { outcome: 'notSettled' }, later),
  c('feedBack', {}, later),
  c('feedBack', { to: 'acceptingAuthority' }, later),
];

/** A plan that was missed, and another that was kept; what was paid, and otherwise than in cash. */
const plans: readonly Told[] = [
  ...received,
  c('attachSheet'),
  c('recordPayment', { amount: yuan('40000.00') }),
  c('offerInstalments'),
  c('declineInstalments'),
  c('holdMediation'),
  c('agreeSettlement'),
  c('recordMissedInstalment', {}, later),
  c('agreeSettlement', { instalments: [{ dueOn: '2025-12-01', amount: yuan('900000.00') }] }, later),
  c('provePayment', {}, later),
  c('rejectPaymentProof', {}, later),
  c('provePayment', {}, later),
  c('recordPayment', { proof: 2 }, later),
  c('offerNonCash', {}, later),
  c('answerNonCash', {}, later),
  c('recordPayment', { method: 'bill' }, later),
  c('recordPayment', { amount: yuan('700000.00'), instalment: 1 }, later),
  c('issueResult', { outcome: 'paidInFull' }, later),
];

/** What every kind shares. */
const shared: readonly Told[] = [
  ...received,
  c('nameFirstContact'),
  c('recordFirstContact'),
  c('assignOfficer'),
  c('objectToDispatch'),
  c('decideDispatchObjection', { upheld: false }),
  c('arrangeJointHandling'),
  c('recordCoHandlerReport'),
  c('endJointHandling'),
  c('handDown'),
  c('addNote'),
  c('addEvidence'),
  c('issueDocument'),
  c('serveDocument'),
  c('pauseHandling'),
  c('resumeHandling'),
  ['2025-09-11', (state) => command('correctFact', { event: firstEventOf(state), is: '2025-09-09' })],
  c('linkCase', {}, '2025-09-11'),
  c('unlinkCase', {}, '2025-09-11'),
  c('takeMergedCase', {}, '2025-09-11'),
  c('reportRetaliation', {}, '2025-09-11'),
  c('markProtection', {}, '2025-09-11'),
  c('markConfidential', {}, '2025-09-11'),
  c('fireRung', {}, '2025-09-11'),
  c('acknowledgeRung', {}, '2025-09-11'),
  c('overrideRung', { rung: 'red' }, '2025-09-11'),
  c('escalate', {}, '2025-09-11'),
  c('recordProceedings', {}, '2025-09-11'),
  c('terminate', {}, '2025-09-11'),
  c('rateSatisfaction', {}, '2025-09-11'),
  c('checkBadReview', {}, '2025-09-11'),
  c('recordFollowUpCall', {}, '2025-09-11'),
  c('objectToOutcome', {}, '2025-09-11'),
  c('decideOutcomeObjection', {}, '2025-09-11'),
  c('reopen', {}, '2025-09-11'),
  c('withdraw', {}, '2025-09-11'),
];

function firstEventOf(state: State): string {
  return state.status === 'none' ? '' : state.procedure.events[0]!.id;
}

/** What a rung asks for, and a case raised to a higher level. */
const escalated: readonly Told[] = [
  ...received,
  c('fireRung', { act: 'requireReason' }, '2025-09-11'),
  c('giveRungReason', {}, '2025-09-11'),
  c('fireRung', { rung: 'order', act: 'proposeSupervisoryOrder' }, '2025-09-11'),
  c('decideProposal', { rung: 'order' }, '2025-09-11'),
  c('escalate', {}, '2025-09-11'),
];

/** An agent is given authority and loses it; a mark of confidentiality is set and lifted. */
const marked: readonly Told[] = [
  c('lodge'),
  c('appointAgent', {}, '2025-09-11'),
  c('revokeAgent', {}, '2025-09-11'),
  c('markConfidential', {}, '2025-09-11'),
  ['2025-09-11', (state) => command('liftConfidentiality', { event: firstMarkOf(state) })],
];

function firstMarkOf(state: State): string {
  return state.status === 'none' ? '' : state.procedure.marks[0]!.event;
}

const dueByLaw: LineDue = {
  line: 1,
  dueOn: plainDate('2025-08-11'),
  raw: plainDate('2025-08-11'),
  readings: { makeUpCounts: plainDate('2025-08-11'), makeUpOff: plainDate('2025-08-11') },
  start: { kind: 'delivery', on: plainDate('2025-06-12'), why: { zh: '交付之日', en: 'the day of delivery' } },
  days: 60,
  from: 'law',
  citation: null,
  mark: 'confirmed',
  flags: [],
  noDate: null,
  provisional: false,
  provisionalReason: null,
};

/** Beside the streams of the first release; together they hold every type of event, each in its version of today. */
export const overduePaymentStories: Readonly<Record<string, readonly Told[]>> = {
  ladder,
  plans,
  shared,
  escalated,
  marked,
  corrected: [
    c('lodge'),
    [
      today,
      (state) => {
        const delivered = { field: 'claim.lines[0].deliveredOn', was: '2025-06-10', is: '2025-06-12' };
        return command('correctFact', { event: firstEventOf(state), ...delivered, due: [dueByLaw] });
      },
    ],
    [
      today,
      (state) => {
        const amount = { field: 'claim.lines[0].amount', was: '1000000.00', is: '990000.00' };
        return command('correctFact', { event: firstEventOf(state), ...amount });
      },
    ],
  ],
  overstated: [
    ...received,
    c('agreeSettlement'),
    c('recordPayment', { amount: yuan('400000.00') }, '2025-09-20'),
    [
      later,
      (state) => {
        const [payment] = state.status === 'none' ? [] : state.payments;
        return command('correctFact', { event: payment!.event, field: 'amount', was: '400000.00', is: '40000.00' });
      },
    ],
    c('recordPayment', { amount: yuan('360000.00') }, later),
  ],
  declined: [c('lodge'), c('decline')],
  merged: [c('lodge'), c('mergeCase')],
  handedOver: [c('lodge'), c('accept'), c('handToPlatform')],
};
