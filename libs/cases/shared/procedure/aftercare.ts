import { accept, refuse } from '../decision.js';
import type { ProcedureEvent } from './events.js';
import type { OutcomeObjection } from './on-file.js';
import { asStep, beside, type ProcedureView, type Rules } from './rule.js';

/** A rating of 1 or 2 is a bad review: to be looked into, Shanghai Business Environment Regulation Art. 30¶2. */
export const badReview = 2;

export const satisfactionRules: Rules<'rateSatisfaction' | 'checkBadReview' | 'recordFollowUpCall'> = {
  rateSatisfaction: {
    earliest: asStep,
    decide: ({ by, rating, comment }, { procedure: { satisfaction } }) => {
      if (by !== 'complainant') return refuse({ code: 'complainantsOwn' });
      if (satisfaction) return refuse({ code: 'alreadyRated' });
      const rated = { type: 'SatisfactionRated', data: { rating, comment } } as const;
      return rating > badReview
        ? accept(rated)
        : accept<ProcedureEvent>(rated, { type: 'BadReviewReceived', data: { rating } });
    },
  },
  checkBadReview: {
    earliest: ({ procedure: { satisfaction }, since }) => satisfaction?.on ?? since,
    decide: (body, { procedure: { satisfaction } }) => {
      if (!satisfaction || satisfaction.rating > badReview) return refuse({ code: 'noBadReview' });
      return satisfaction.checked
        ? refuse({ code: 'badReviewChecked' })
        : accept({ type: 'BadReviewChecked', data: body });
    },
  },
  recordFollowUpCall: { earliest: asStep, decide: (body) => accept({ type: 'FollowUpCallMade', data: body }) },
};

/** A party objects once to one outcome; a case is taken up again for an objection upheld or for new facts, and for no other reason. */
export const outcomeRules: Rules<'objectToOutcome' | 'decideOutcomeObjection' | 'reopen'> = {
  objectToOutcome: {
    earliest: asStep,
    decide: ({ by, ground }, view) => {
      if (by === 'respondent' && !view.hasRespondent) return refuse({ code: 'noRespondentHere', field: 'by' });
      const before = objectionOf(view, by);
      if (!before) return accept({ type: 'OutcomeObjectionRaised', data: { by, ground } });
      return refuse({ code: before.upheld === null ? 'outcomeObjectionOpen' : 'outcomeObjectionDecided' });
    },
  },
  decideOutcomeObjection: {
    earliest: (view, { by }) => objectionOf(view, by)?.on ?? view.since,
    decide: (body, view) => {
      const before = objectionOf(view, body.by);
      if (!before) return refuse({ code: 'noOutcomeObjection', field: 'by' });
      return before.upheld === null
        ? accept({ type: 'OutcomeObjectionDecided', data: body })
        : refuse({ code: 'outcomeObjectionDecided', field: 'by' });
    },
  },
  reopen: {
    earliest: asStep,
    decide: ({ ground, reason }, { procedure: { outcomeObjections, run } }) => {
      const upheld = outcomeObjections.some((one) => one.upheld === true);
      return ground === 'objectionUpheld' && !upheld
        ? refuse({ code: 'noObjectionUpheld', field: 'ground' })
        : accept({ type: 'CaseReopened', data: { ground, reason, run: run + 1 } });
    },
  },
};

function objectionOf({ procedure }: ProcedureView, by: OutcomeObjection['by']): OutcomeObjection | undefined {
  return procedure.outcomeObjections.find((one) => one.by === by);
}

/** Order 802, Art. 20 and 35; they do not end with the case. */
export const protectionRules: Rules<'reportRetaliation' | 'markProtection'> = {
  reportRetaliation: { earliest: beside, decide: (body) => accept({ type: 'RetaliationReported', data: body }) },
  markProtection: { earliest: beside, decide: (body) => accept({ type: 'ProtectionMarked', data: body }) },
};
