import type { Refusal } from '../shared/decision.js';
import type { EventOnFile } from '../shared/procedure/on-file.js';
import {
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
} from '../shared/reading.js';
import { conductClasses, type RepairRequest } from './record.js';
import { faultsOfFacts } from './request-rules.js';

/** What can be read anew of the request: who asks, the record, the ruling and the notice it came with. */
export const correctable: CorrectableFields = {
  ...sharedFields,
  RepairRequested: {
    'request.applicant.name': text(200),
    'request.applicant.address': text(500),
    'request.record.body.name': text(200),
    'request.record.documentNumber': text(100),
    'request.record.foundOn': day,
    'request.record.publishedOn': day,
    'request.record.class': oneOf(conductClasses),
    'request.ruling.court': text(200),
    'request.ruling.caseNumber': text(100),
    'request.ruling.ruledOn': day,
    'request.notice.number': text(100),
    'request.notice.servedOn': day,
  },
};

/** Of the record, what its finding repeats: the law packs count by it. */
export const ofFinding: Readonly<Record<string, string>> = {
  'request.record.foundOn': 'foundOn',
  'request.record.documentNumber': 'documentNumber',
  'request.record.class': 'class',
};

interface Reread {
  readonly request: RepairRequest;
  readonly lodgedOn: string;
}

export function requestRead({ request }: Reread, field: string, is: string): RepairRequest {
  return fieldAt(correctable, 'RepairRequested', field) === null ? request : reread({ request }, field, is).request;
}

/**
 * What the form asks, and what a request is asked for when it is lodged. A finding that turns out later than was said may
 * show that the minimum had not run: that is for the review of the conditions, and no reason to keep the wrong day.
 */
export function faultOfReading(file: Reread, { type }: EventOnFile, field: string, is: string): Refusal | null {
  const fault = faultOfForm(correctable, type, field, is);
  if (fault || type in sharedFields) return fault;
  if (textAt(file, field) === null) return { code: 'notCorrectable' };
  const faults = (request: RepairRequest) =>
    faultsOfFacts(request, file.lodgedOn).filter(({ code }) => code !== 'minimumNotReached');
  return newFault(faults(file.request), faults(requestRead(file, field, is)));
}
