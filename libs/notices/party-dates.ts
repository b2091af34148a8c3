import type { Audience } from './audience.js';

/**
 * The clocks which a party has to keep, and who that is: a date that is not kept costs them something. The offices' own
 * clocks are the ladder's to tell of.
 */
export const partyDates: Readonly<Record<string, readonly Audience[]>> = {
  instalment: ['respondent', 'complainant'],
  receivableConfirmation: ['respondent'],
  'ip.cure': ['complainant'],
  'ip.defence': ['respondent'],
  'ip.defenceAbroad': ['respondent'],
  'ip.mediationOpinion': ['respondent'],
  'ip.limitation': ['complainant'],
  'pe.answerInvention': ['complainant'],
  'pe.answerOther': ['complainant'],
  'patent.reExamination': ['complainant'],
  'patent.reExaminationSuit': ['complainant'],
  'patent.invalidationSuit': ['complainant', 'respondent'],
  'patent.rulingSuit': ['complainant', 'respondent'],
  'petition.reviewRequest': ['complainant'],
  'petition.reReviewRequest': ['complainant'],
  'tm.refusal.review': ['complainant'],
  'tm.refusal.suit': ['complainant'],
  'tm.denial.review': ['complainant'],
  'tm.denial.suit': ['complainant'],
};
