import {
  all,
  each,
  nothing,
  toBoth,
  toComplainant,
  toOffices,
  without,
  withheld,
  type Disclosure,
  type Show,
} from './line.js';

/** That others complain of the same, and of which of their cases the reader has its own part in. */
const cluster: Show = (data, { mayReadCase }) => {
  const members = (Array.isArray(data.members) ? data.members : []) as readonly { readonly caseId: string }[];
  return { ...data, members: members.filter(({ caseId }) => mayReadCase(caseId)), measure: withheld };
};

export const complaintDisclosure: Disclosure = {
  ...each(toBoth, 'ComplaintLodged', 'Resubmitted', 'ComplaintAccepted', 'ComplaintDeclined', 'Transferred'),
  ...each(toBoth, 'HandlingBegun', 'PolicyChecked', 'ChargeChecked', 'RefundRecorded', 'IntermediaryChecked'),
  ...each(toBoth, 'ExemptionReviewed', 'HandlingExtended', 'ResultIssued', 'ComplaintConcluded', 'ComplaintWithdrawn'),
  ...each(toBoth, 'MediationHeld', 'MediationEnded', 'SettlementAgreed', 'PartiesTold'),
  ComplaintGraded: toComplainant,
  ResultFedBack: { complainant: all, respondent: without('how') },
  ClusterFound: { complainant: cluster, respondent: nothing },
  // Referred to a regulator, which looks into the respondent and tells it itself.
  ...each(toComplainant, 'CompetitionReferred', 'ReferralAnswered'),

  // Who reported a lead stays with the office (市场监督管理投诉举报处理暂行办法); so does what is found before it decides.
  LeadReceived: { complainant: without('source'), respondent: nothing },
  LeadChecked: { complainant: without('report'), respondent: nothing },
  CaseFilingDecided: { complainant: without('reason'), respondent: nothing },
  ...each(toComplainant, 'LeadCheckExtended', 'ReporterTold'),
  PenaltyCaseFiled: { complainant: without('suspicion'), respondent: nothing },
  PenaltyDecided: { complainant: without('reason'), respondent: nothing },

  ...each(toOffices, 'CompetenceConflictReferred', 'PetitionObjectionRaised'),
  CompetenceDecided: { complainant: without('reason'), respondent: nothing },
  ...each(toComplainant, 'PetitionRegistered', 'PetitionSorted', 'PetitionFinished', 'PetitionReviewRequested'),
  ...each(toComplainant, 'PetitionReviewDecided', 'PetitionReReviewRequested', 'PetitionReReviewDecided'),
  ...each(toComplainant, 'HelpRequested', 'HelpAnswered'),
};
