import { accept, refuse } from '../decision.js';
import type { MergerTarget } from './commands.js';
import { occurredAt, type Procedure } from './state.js';
import { asStep, beside, type Rules } from './rule.js';

type Recorded = Pick<MergerTarget, 'caseId' | 'recordedOn'>;

/**
 * Of two cases one alone is the earlier, on days that no correction moves: so two mergers which cross cannot both be
 * taken, whoever reads the other's case first.
 */
function isEarlier(one: Recorded, other: Recorded): boolean {
  return one.recordedOn === other.recordedOn ? one.caseId < other.caseId : one.recordedOn < other.recordedOn;
}

/** PlainDate of the lodging before any correction. */
function recordedOn({ events: [lodging], corrections }: Procedure): string {
  const first = corrections.find(({ event, field }) => event === lodging?.id && field === occurredAt);
  return first?.was ?? lodging?.on ?? '';
}

/** Related cases, duplicates, clusters, the tracks of 三审合一; and the merger of one case into another. */
export const linkRules: Rules<'linkCase' | 'unlinkCase' | 'mergeCase' | 'takeMergedCase'> = {
  linkCase: {
    earliest: beside,
    decide: ({ to, relation, note }, { procedure: { links } }, { caseId }) => {
      if (to === null) return refuse({ code: 'noSuchCase', field: 'case' });
      if (to.caseId === caseId) return refuse({ code: 'sameCase', field: 'case' });
      return links.some((link) => link.caseId === to.caseId && link.relation === relation)
        ? refuse({ code: 'alreadyLinked', field: 'case' })
        : accept({ type: 'CaseLinked', data: { to, relation, note } });
    },
  },
  unlinkCase: {
    earliest: beside,
    decide: (body, { procedure: { links } }) =>
      links.some((link) => link.caseId === body.to.caseId)
        ? accept({ type: 'CaseUnlinked', data: body })
        : refuse({ code: 'notLinked', field: 'case' }),
  },
  mergeCase: {
    earliest: asStep,
    decide: ({ into, ground }, { caseNumber, complainantCode, procedure }, { caseId }) => {
      if (into === null) return refuse({ code: 'noSuchCase', field: 'case' });
      if (into.caseId === caseId) return refuse({ code: 'sameCase', field: 'case' });
      // The letters at its head are the kind's: a claim is not handled as a complaint.
      if (into.caseNumber.slice(0, 2) !== caseNumber.slice(0, 2)) return refuse({ code: 'otherKind', field: 'case' });
      if (into.complainantCode !== complainantCode) return refuse({ code: 'otherComplainant', field: 'case' });
      if (!into.open) return refuse({ code: 'mergeIntoClosed', field: 'case' });
      if (!isEarlier(into, { caseId, recordedOn: recordedOn(procedure) })) {
        return refuse({ code: 'mergeIntoLater', field: 'case' });
      }
      return accept({
        type: 'CaseMerged',
        data: { into: { caseId: into.caseId, caseNumber: into.caseNumber }, ground },
      });
    },
  },
  takeMergedCase: {
    earliest: beside,
    decide: (body, { procedure: { taken } }) =>
      taken.some(({ caseId }) => caseId === body.from.caseId)
        ? refuse({ code: 'alreadyTaken' })
        : accept({ type: 'MergedCaseTaken', data: body }),
  },
};
