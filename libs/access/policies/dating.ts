import { isOfCompany, type Account } from '../account.js';

/** What took effect somewhere else, and is told here: before a court, a notary, another office. */
const ofElsewhere: ReadonlySet<string> = new Set([
  'recordProceedings',
  'openTrack',
  'closeTrack',
  'recordSuit',
  'recordOfficeStep',
  'notariseAgreement',
  'recordRepairNotice',
]);

/**
 * Who may say on which day an act took effect (invariant 15). What a party does itself takes effect when it arrives: a
 * defence or an objection is in time or late by that day, and an office's term runs from it. The office records what
 * arrived on paper.
 */
export function mayDate(account: Account, command: string): boolean {
  return !isOfCompany(account) || ofElsewhere.has(command);
}
