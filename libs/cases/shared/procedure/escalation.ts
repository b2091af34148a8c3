import { accept, refuse, type Refusal } from '../decision.js';
import type { ProcedureEvent, RungName } from './events.js';
import { isHigher, levelOf, raised } from './level.js';
import { faultsOfGround } from './local-ground.js';
import { asStep, beside, type ProcedureView, type Rules } from './rule.js';
import { rungKey, type AwaitedAnswer } from './rungs.js';

/** Invariant 13: a rung fires once a run of its clock. */
export const escalationRules: Rules<
  'fireRung' | 'acknowledgeRung' | 'overrideRung' | 'giveRungReason' | 'decideProposal' | 'escalate'
> = {
  fireRung: {
    earliest: beside,
    decide: ({ raise, ...fired }, { procedure }) => {
      const key = rungKey(fired);
      if (procedure.firedRungs.includes(key)) return refuse(about(fired, 'rungAlreadyFired'));
      if (procedure.overriddenRungs.includes(key)) return refuse(about(fired, 'rungOverridden'));
      const rises = raise ? raised(procedure, raise, 'rung', fired.title.zh) : [];
      return accept({ type: 'RungFired', data: fired }, ...rises);
    },
  },
  acknowledgeRung: {
    earliest: beside,
    decide: (body, { procedure: { firedRungs, acknowledgedRungs } }) => {
      const key = rungKey(body);
      if (!firedRungs.includes(key)) return refuse(about(body, 'rungNotFired'));
      return acknowledgedRungs.includes(key)
        ? refuse(about(body, 'rungAcknowledged'))
        : accept({ type: 'RungAcknowledged', data: body });
    },
  },
  overrideRung: {
    earliest: beside,
    decide: (body, view) => {
      const { firedRungs, overriddenRungs } = view.procedure;
      const key = rungKey(body);
      if (overriddenRungs.includes(key)) return refuse(about(body, 'rungOverridden'));
      return firedRungs.includes(key) && !awaited(view, body)
        ? refuse(about(body, 'rungAlreadyFired'))
        : accept({ type: 'RungOverridden', data: body });
    },
  },
  giveRungReason: {
    earliest: (view, body) => awaited(view, body)?.on ?? view.lodgedOn,
    decide: (body, view) =>
      awaited(view, body)?.act === 'requireReason'
        ? accept({ type: 'RungReasonGiven', data: body })
        : refuse(about(body, 'noReasonAwaited')),
  },
  decideProposal: {
    earliest: (view, body) => awaited(view, body)?.on ?? view.lodgedOn,
    decide: (body, view) => {
      const proposal = awaited(view, body);
      return proposal?.act.startsWith('propose')
        ? accept({ type: 'ProposalDecided', data: { ...body, act: proposal.act } })
        : refuse(about(body, 'noProposalAwaited'));
    },
  },
  escalate: {
    earliest: beside,
    decide: ({ to, act, reason }, { procedure }) => {
      if (to === null) return refuse({ code: 'notAnOffice', field: 'office' });
      if (isHigher(levelOf(procedure), to.level)) return refuse({ code: 'belowItsLevel', field: 'office' });
      const escalated = { type: 'EscalatedByHand', data: { to: to.office, act, reason } } as const;
      return accept<ProcedureEvent>(escalated, ...raised(procedure, to, 'hand', reason));
    },
  },
};

function about({ rung }: RungName, code: Refusal['code']): Refusal {
  return { code, params: { rung } };
}

function awaited({ procedure }: ProcedureView, rung: RungName): AwaitedAnswer | undefined {
  const key = rungKey(rung);
  return procedure.awaited.find((one) => rungKey(one) === key);
}

/** The fact which a ground needs by which a case lapses that was not supplied in time; without such a ground none lapses. */
export const supplementLapsed = 'supplementLapsed';

/** No ground of termination is built in as law: it is the operator's reference data, in force on the day of the act. */
export const closingRules: Rules<'terminate'> = {
  terminate: {
    earliest: asStep,
    decide: ({ ground, reason }, { facts, procedure: { supplementOpen, supplementDueOn } }, { on }) => {
      if (supplementOpen && ground !== null && ground.needs !== supplementLapsed) {
        return refuse({ code: 'supplementAwaited', field: 'ground' });
      }
      const lapsed = supplementOpen && supplementDueOn !== null && on > supplementDueOn;
      const faults = faultsOfGround(ground, lapsed ? [...facts, supplementLapsed] : facts, on);
      return ground === null || faults.length > 0
        ? refuse(...faults)
        : accept({ type: 'HandlingTerminated', data: { ground: ground.code, reason } });
    },
  },
};
