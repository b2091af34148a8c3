import { nothing } from '../shared/money.js';
import { evolveProcedure, startProcedure } from '../shared/procedure/state.js';
import { stepped } from '../shared/procedure/steps.js';
import { corrected } from './corrections.js';
import type { DatedEvent } from './events.js';
import { evolveFile } from './evolve-file.js';
import type { File } from './file.js';
import { partiesOf } from './scope.js';

export const statuses = [
  'lodged',
  'returnedForSupplement',
  'accepted',
  'transferred',
  'inHandling',
  'settled',
  'resultIssued',
  'concluded',
  'declined',
  'withdrawn',
  'terminated',
  'handedOver',
  'merged',
] as const;

export type Status = (typeof statuses)[number];

/** Nothing more is owed by any office in these. */
export const closed: ReadonlySet<Status> = new Set([
  'concluded',
  'declined',
  'withdrawn',
  'terminated',
  'handedOver',
  'merged',
]);

export type State = { readonly status: 'none' } | Existing;
export type Existing = { readonly status: Status } & File;

export const initial: State = { status: 'none' };

/**
 * The fold. It judges nothing and never throws: a state as of a past moment is the fold of events with gaps
 * (invariant 15), so an event finds whatever there is. Events before the lodging is known leave nothing to show.
 */
export function evolve(state: State, event: DatedEvent): State {
  if (event.type === 'ClaimLodged') return lodged(event);
  if (state.status === 'none') return state;
  const file = evolveFile({ ...state, procedure: evolveProcedure(state.procedure, event) }, event);
  if (event.type === 'FactCorrected') return { ...file, ...corrected(file, event.data), status: state.status };
  const status = statusAfter(file, state.status, event);
  return status === null
    ? { ...file, status: state.status }
    : { ...file, status, since: event.on, sinceEvent: event.id, procedure: stepped(file.procedure, event.id) };
}

/** The status an event leads to; null where it moves none. */
function statusAfter(file: File, before: Status, event: DatedEvent): Status | null {
  switch (event.type) {
    case 'SupplementRequested':
      return 'returnedForSupplement';
    case 'Resubmitted':
      return 'lodged';
    case 'FormallyAccepted':
      return 'accepted';
    case 'ClaimDeclined':
      return 'declined';
    case 'Transferred':
      return 'transferred';
    case 'DispatchObjectionDecided':
      if (!event.data.upheld) return null;
      return event.data.to ? 'transferred' : 'accepted';
    case 'MaterialsReceived':
      return 'inHandling';
    case 'InstalmentMissed':
      return before === 'inHandling' ? null : 'inHandling';
    case 'SettlementAgreed':
      return 'settled';
    case 'ResultIssued':
      return 'resultIssued';
    case 'ResultFedBack':
      return file.fedBackTo.length === 2 ? 'concluded' : null;
    case 'CaseReopened':
      return before === 'declined' || !wasAccepted(file) ? 'lodged' : stageOf(file);
    case 'ClaimWithdrawn':
      return 'withdrawn';
    case 'HandlingTerminated':
      return 'terminated';
    case 'HandedToPlatform':
      return 'handedOver';
    case 'CaseMerged':
      return 'merged';
    default:
      return null;
  }
}

/** A case that lapsed for want of a supplement was never accepted. */
function wasAccepted({ procedure: { events } }: File): boolean {
  return events.some(({ type }) => type === 'FormallyAccepted');
}

/** How far the handling had come when it was ended. */
function stageOf({ receivedOn, procedure }: File): Status {
  if (receivedOn !== null) return 'inHandling';
  return procedure.handlingOffice ? 'transferred' : 'accepted';
}

function lodged(event: Extract<DatedEvent, { type: 'ClaimLodged' }>): Existing {
  const { caseNumber, acceptingOffice, lodging, claim, total, due, scopes } = event.data;
  return {
    status: 'lodged',
    caseNumber,
    lodging,
    claim,
    respondentNamedSince: false,
    total,
    due,
    parties: scopes && partiesOf(claim),
    scope: scopes && { is802: scopes.is802.covered, isPEPL67: scopes.isPEPL67.covered },
    procedure: evolveProcedure(startProcedure(acceptingOffice, lodging.agent), event),
    lodgedOn: event.on,
    receivedOn: null,
    mediator: null,
    proceedings: false,
    replies: [],
    ladder: { demand: null, order: null, interviewedOn: null, circularOn: null },
    offers: [],
    proofs: [],
    nonCash: [],
    settlements: [],
    payments: [],
    sheets: 0,
    interest: nothing,
    sizeDisputes: [],
    referrals: [],
    badCreditDecided: false,
    confirmations: [],
    findings: [],
    extensions: [],
    lastActOn: event.on,
    fedBackTo: [],
    since: event.on,
    sinceEvent: event.id,
  };
}
