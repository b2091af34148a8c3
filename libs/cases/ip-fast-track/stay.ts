import { accept, refuse, type Refusal } from '../shared/decision.js';
import type { GoOnGround } from './adjudication-events.js';
import type { OwnBody } from './commands.js';
import { afterFiling, asStep, type Outcome, type Rules } from './rule.js';
import type { Existing } from './state.js';

/** The seven cases in which it must be stayed, Art. 28, and those in which it may go on, Art. 29, of CNIPA 81. */
export const stayRules: Rules<'orderStay' | 'declineStay' | 'endStay'> = {
  orderStay: { earliest: afterFiling, decide: orderStay },
  declineStay: { earliest: afterFiling, decide: declineStay },
  endStay: {
    earliest: asStep,
    decide: ({ reason }, { adjudication: { stay } }) =>
      stay === null
        ? refuse({ code: 'notStayed' })
        : accept(
            { type: 'StayEnded', data: { ground: stay, reason } },
            { type: 'HandlingResumed', data: { ground: 'stay', reason: 'CNIPA 81, Art. 28' } },
          ),
  },
};

function isInvention({ request: { matter } }: Existing): boolean {
  return 'patent' in matter && matter.patent.type === 'invention';
}

/** An invalidation request which stays the case unless it was decided under Art. 29 that it goes on. */
export function mustStay(state: Existing): boolean {
  const { adjudication } = state;
  return adjudication.invalidation === 'pending' && !adjudication.goesOn && !isInvention(state);
}

function orderStay(body: OwnBody<'orderStay'>, state: Existing): Outcome {
  const field = 'ground';
  if (body.ground === 'invalidityAccepted') {
    if (isInvention(state)) return refuse({ code: 'stayNotForInvention', field });
    if (state.adjudication.invalidation !== 'pending') return refuse({ code: 'noInvalidationPending', field });
  }
  return accept(
    { type: 'StayOrdered', data: body },
    { type: 'HandlingPaused', data: { ground: 'stay', reason: 'CNIPA 81, Art. 28' } },
  );
}

function declineStay(body: OwnBody<'declineStay'>, state: Existing): Outcome {
  const fault = faultOfGoingOn(body.ground, state);
  return fault ? refuse(fault) : accept({ type: 'StayDeclined', data: body });
}

function faultOfGoingOn(ground: GoOnGround, state: Existing): Refusal | null {
  const field = 'ground';
  const { adjudication } = state;
  if (adjudication.invalidation !== 'pending') return { code: 'noInvalidationPending', field };
  if (ground === 'inventionInvalidity') return isInvention(state) ? null : { code: 'notAnInvention', field };
  if (ground === 'cleanReport') return adjudication.cleanReport ? null : { code: 'noCleanReport', field };
  const refiled = adjudication.invalidations.length > 1;
  return ground === 'refiledInvalidity' && !refiled ? { code: 'notRefiled', field } : null;
}
