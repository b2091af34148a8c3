import type { Refusal } from '../shared/decision.js';
import { isCreditCode } from '../shared/party.js';
import { readingOf } from './publicity.js';
import type { RepairRequest } from './record.js';

/**
 * Everything wrong with a request, each with its field, so that the applicant is told once (一次告知): one which comes before
 * the minimum period has run, by rules that were read, is told from which day it may be made.
 *
 * @param on PlainDate of the request
 */
export function faultsOfRequest(request: RepairRequest, on: string): Refusal[] {
  const faults = faultsOfFacts(request, on);
  if (request.corrections.trim() !== '' || request.ruling !== null) return faults;
  return [...faults.filter(({ code }) => code !== 'minimumNotReached'), { code: 'notCorrected', field: 'corrections' }];
}

/** What is wrong with the facts of a request; its texts are sealed once it is on file and nobody judges them again. */
export function faultsOfFacts(request: Omit<RepairRequest, 'corrections'>, on: string): Refusal[] {
  const { applicant, record, ruling, notice } = request;
  const faults: Refusal[] = [];
  if (!isCreditCode(applicant.creditCode)) faults.push({ code: 'creditCode', field: 'applicant.creditCode' });
  if (record.foundOn > on) faults.push({ code: 'dateInFuture', field: 'record.foundOn' });
  const { publishedOn } = record;
  if (publishedOn !== null && publishedOn > on) faults.push({ code: 'dateInFuture', field: 'record.publishedOn' });
  if (publishedOn !== null && publishedOn < record.foundOn) {
    faults.push({ code: 'publishedBeforeFinding', field: 'record.publishedOn' });
  }
  if (ruling !== null && ruling.ruledOn > on) faults.push({ code: 'dateInFuture', field: 'ruling.ruledOn' });
  if (notice !== null && notice.servedOn > on) faults.push({ code: 'dateInFuture', field: 'notice.servedOn' });
  const { requestableFrom } = readingOf(record, on);
  if (ruling === null && faults.length === 0 && requestableFrom !== null && on < requestableFrom) {
    faults.push({ code: 'minimumNotReached', field: 'record.foundOn', params: { from: requestableFrom } });
  }
  return faults;
}
