import type { Refusal } from '../shared/decision.js';
import type { EventOnFile } from '../shared/procedure/on-file.js';
import {
  creditCode,
  day,
  faultOfForm,
  fieldAt,
  newFault,
  oneOf,
  reread,
  sharedFields,
  text,
  textAt,
  type CorrectableFields,
  type Field,
} from '../shared/reading.js';
import { faultOfCourtCase } from './court-cases.js';
import { mediationSubjects, patentTypes, standings, type Request } from './matter.js';
import { governingLaws } from './office-steps.js';
import { suitsAgainst, tracks } from './route-events.js';
import { faultsOfRequest } from './request-rules.js';

const parties: Readonly<Record<string, Field>> = {
  'request.complainant.name': text(200),
  'request.complainant.address': text(500),
  'request.respondent.name': text(200),
  'request.respondent.creditCode': creditCode,
  'request.respondent.address': text(500),
};
const patent: Readonly<Record<string, Field>> = {
  'request.matter.patent.number': text(50),
  'request.matter.patent.title': text(300),
  'request.matter.patent.type': oneOf(patentTypes),
  'request.matter.patent.grantedOn': day,
};
const number = { number: text(100) };
const receipt = { receipt: text(200) };
const courtCase = { court: text(200), caseNumber: text(100) };

/** What can be read anew: the request by its route, the numbers of papers, and the days the national office gave. */
export const correctable: CorrectableFields = {
  ...sharedFields,
  RequestFiled: {
    ...parties,
    ...patent,
    'request.matter.standing': oneOf(standings),
    'request.matter.knownOn': day,
  },
  MediationRequested: { ...parties, ...patent, 'request.matter.subject': oneOf(mediationSubjects) },
  PriorityRequested: {
    'request.complainant.name': text(200),
    'request.complainant.address': text(500),
    'request.matter.application.number': text(50),
    'request.matter.application.title': text(300),
    'request.matter.application.filedOn': day,
  },
  IpComplaintLodged: {
    ...parties,
    'request.matter.right.title': text(300),
    'request.matter.right.number': text(100),
    'request.matter.act': text(10_000),
  },
  CaseFiled: number,
  EvaluationReportReceived: number,
  RulingIssued: number,
  MediationFiled: number,
  IpComplaintAccepted: number,
  AgreementNotarised: { ...number, notary: text(200) },
  ReferredToBody: { ...receipt, body: text(200) },
  PassedToPolice: { ...receipt, organ: text(200) },
  ActionNotified: { notifiedOn: day },
  PreliminaryApproved: { publishedOn: day, governedBy: oneOf(governingLaws) },
  OppositionFiled: { publicationEndedOn: day },
  MarkRegistered: { registeredOn: day },
  RegistrationExpiring: { expiresOn: day },
  TrackOpened: { track: oneOf(tracks), ...courtCase },
  TrackClosed: { outcome: text(10_000) },
  SuitBrought: { against: oneOf(suitsAgainst), ...courtCase, party: oneOf(['complainant', 'respondent']) },
};

interface Reread {
  readonly request: Request;
  readonly respondentNamedSince: boolean;
}

/** The request with another reading; a respondent named since, with the papers cured, is not the one of the lodging. */
export function requestRead(
  { request, respondentNamedSince }: Reread,
  type: string,
  field: string,
  is: string,
): Request {
  if (respondentNamedSince && field.startsWith('request.respondent.')) return request;
  return fieldAt(correctable, type, field) === null ? request : reread({ request }, field, is).request;
}

/** What the form asks, and what a request is asked for when it is lodged, or of what a court has when it is recorded. */
export function faultOfReading(
  file: Reread & Parameters<typeof faultOfCourtCase>[0] & { readonly lodgedOn: string },
  { id, type, on }: EventOnFile,
  field: string,
  is: string,
): Refusal | null {
  const fault = faultOfForm(correctable, type, field, is);
  if (fault) return fault;
  if (type === 'TrackOpened' || type === 'SuitBrought') return faultOfCourtCase(file, id, field, is);
  if (field === 'notifiedOn') return is > on ? { code: 'dateInFuture' } : null;
  if (!field.startsWith('request.')) return null;
  const { request, lodgedOn } = file;
  if (textAt(file, field) === null) return { code: 'notCorrectable' };
  const at = { on: lodgedOn };
  return newFault(faultsOfRequest(request, at), faultsOfRequest(requestRead(file, type, field, is), at));
}
