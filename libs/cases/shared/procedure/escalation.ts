import { accept, refuse } from '../decision.js';
import { faultsOfGround } from './local-ground.js';
import { asStep, beside, type Rules } from './rule.js';
import { rungKey } from './state.js';

/** Invariant 13: a rung fires once a run of its clock. */
export const escalationRules: Rules<'fireRung' | 'acknowledgeRung' | 'overrideRung' | 'escalate'> = {
  fireRung: {
    earliest: beside,
    decide: (body, { procedure: { firedRungs, overriddenRungs } }) => {
      const key = rungKey(body);
      if (firedRungs.includes(key)) return refuse({ code: 'rungAlreadyFired', params: { rung: body.rung } });
      if (overriddenRungs.includes(key)) return refuse({ code: 'rungOverridden', params: { rung: body.rung } });
      return accept({ type: 'RungFired', data: body });
    },
  },
  acknowledgeRung: {
    earliest: beside,
    decide: (body, { procedure: { firedRungs, acknowledgedRungs } }) => {
      const key = rungKey(body);
      if (!firedRungs.includes(key)) return refuse({ code: 'rungNotFired', params: { rung: body.rung } });
      return acknowledgedRungs.includes(key)
        ? refuse({ code: 'rungAcknowledged', params: { rung: body.rung } })
        : accept({ type: 'RungAcknowledged', data: body });
    },
  },
  overrideRung: {
    earliest: beside,
    decide: (body, { procedure: { firedRungs, overriddenRungs } }) => {
      const key = rungKey(body);
      if (firedRungs.includes(key)) return refuse({ code: 'rungAlreadyFired', params: { rung: body.rung } });
      return overriddenRungs.includes(key)
        ? refuse({ code: 'rungOverridden', params: { rung: body.rung } })
        : accept({ type: 'RungOverridden', data: body });
    },
  },
  escalate: {
    earliest: beside,
    decide: ({ to, act, reason }) =>
      to === null
        ? refuse({ code: 'notAnOffice', field: 'office' })
        : accept({ type: 'EscalatedByHand', data: { to, act, reason } }),
  },
};

/** No ground of termination is built in as law: it is the operator's reference data, in force on the day of the act. */
export const closingRules: Rules<'terminate'> = {
  terminate: {
    earliest: asStep,
    decide: ({ ground, reason }, { facts }, { on }) => {
      const faults = faultsOfGround(ground, facts, on);
      return ground === null || faults.length > 0
        ? refuse(...faults)
        : accept({ type: 'HandlingTerminated', data: { ground: ground.code, reason } });
    },
  },
};
