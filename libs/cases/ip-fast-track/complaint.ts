import { Decimal } from 'decimal.js';
import { accept, refuse, type Refusal } from '../shared/decision.js';
import { exceeds, isZero, money, type Money } from '../shared/money.js';
import type { OwnBody } from './commands.js';
import type { Fine } from './route-events.js';
import { asStep, beside, type Outcome, type Rules } from './rule.js';
import type { Existing } from './state.js';

/** Trademark, copyright and trade-secret complaints. The law sets the department no clock: Trademark Law (2026), Art. 70 to 77. */
export const complaintRules: Rules<
  | 'acceptComplaint'
  | 'declineComplaint'
  | 'referToBody'
  | 'stayComplaint'
  | 'endComplaintStay'
  | 'passToPolice'
  | 'recordPoliceAnswer'
  | 'issueResult'
  | 'feedBack'
  | 'mediateDamages'
> = {
  acceptComplaint: { earliest: asStep, decide: (body) => accept({ type: 'IpComplaintAccepted', data: body }) },
  declineComplaint: { earliest: asStep, decide: (body) => accept({ type: 'IpComplaintDeclined', data: body }) },
  referToBody: { earliest: asStep, decide: (body) => accept({ type: 'ReferredToBody', data: body }) },
  stayComplaint: { earliest: asStep, decide: (body) => accept({ type: 'ComplaintStayed', data: body }) },
  endComplaintStay: { earliest: asStep, decide: (body) => accept({ type: 'ComplaintStayEnded', data: body }) },
  passToPolice: { earliest: asStep, decide: (body) => accept({ type: 'PassedToPolice', data: body }) },
  recordPoliceAnswer: {
    earliest: asStep,
    decide: (body) =>
      (body.outcome === 'caseFiled') === (body.number === null)
        ? refuse({ code: 'policeNumber', field: 'number' })
        : accept({ type: 'PoliceAnswered', data: body }),
  },
  issueResult: { earliest: asStep, decide: issueResult },
  feedBack: { earliest: asStep, decide: (body) => accept({ type: 'ResultFedBack', data: body }) },
  mediateDamages: {
    earliest: beside,
    decide: (body) => {
      if (!body.agreed && body.amount !== null) return refuse({ code: 'noAmountWithoutAgreement', field: 'amount' });
      if (body.amount !== null && isZero(body.amount)) return refuse({ code: 'amountNotPositive', field: 'amount' });
      return accept({ type: 'DamagesMediated', data: body });
    },
  },
};

function issueResult(body: OwnBody<'issueResult'>, { route }: Existing): Outcome {
  const { fine, outcome } = body;
  if (fine === null) return accept({ type: 'ResultIssued', data: body });
  const faults: Refusal[] = [];
  if (outcome !== 'infringementFound') faults.push({ code: 'fineWithoutInfringement', field: 'fine' });
  const highest = route === 'trademark' ? highestFine(fine.illegalTurnover) : null;
  if (highest !== null && exceeds(fine.amount, highest)) {
    faults.push({ code: 'trademarkFineBeyondLaw', field: 'fine.amount', params: { highest } });
  }
  return faults.length > 0 ? refuse(...faults) : accept({ type: 'ResultIssued', data: body });
}

const threshold = money('50000')!;
const belowThreshold = money('250000')!;

/** Up to five times an illegal turnover of 50,000 or more; else up to 250,000 (2019: Art. 60; from 2027-01-01: Art. 74). */
function highestFine(turnover: Fine['illegalTurnover']): Money {
  return turnover === null || exceeds(threshold, turnover)
    ? belowThreshold
    : (new Decimal(turnover).times(5).toFixed(2) as Money);
}
