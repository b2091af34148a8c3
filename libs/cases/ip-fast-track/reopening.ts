import type { Procedure } from '../shared/procedure/state.js';
import type { Adjudication } from './adjudication-facts.js';
import type { IpEventType } from './events.js';
import type { Route } from './matter.js';

/** Where a request of each route lies under review. */
export const reviewedAs = {
  adjudication: 'requestFiled',
  mediation: 'mediationRequested',
  priorityExamination: 'priorityRequested',
  trademark: 'complaintLodged',
  copyright: 'complaintLodged',
  tradeSecret: 'complaintLodged',
} as const satisfies Record<Route, string>;

const handledAs = {
  adjudication: 'inAdjudication',
  mediation: 'inMediation',
  priorityExamination: 'underPriority',
  trademark: 'inHandling',
  copyright: 'inHandling',
  tradeSecret: 'inHandling',
} as const satisfies Record<Route, string>;

/** The event by which the office took the matter on. */
const takenOnBy: Readonly<Record<Route, IpEventType>> = {
  adjudication: 'CaseFiled',
  mediation: 'MediationFiled',
  priorityExamination: 'PriorityGranted',
  trademark: 'IpComplaintAccepted',
  copyright: 'IpComplaintAccepted',
  tradeSecret: 'IpComplaintAccepted',
};

interface Ended {
  readonly route: Route;
  readonly procedure: Procedure;
  readonly adjudication: Adjudication;
}

export function wasTakenOn({ route, procedure }: Ended): boolean {
  return procedure.events.some(({ type }) => type === takenOnBy[route]);
}

/** Where a case goes on that was reopened: what was never taken on is reviewed again, all else handled again. */
export function reopenedAs(ended: Ended) {
  const { route, adjudication } = ended;
  if (!wasTakenOn(ended)) return reviewedAs[route];
  return route === 'adjudication' && adjudication.served === null ? 'caseFiled' : handledAs[route];
}
