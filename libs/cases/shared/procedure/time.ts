import { accept, refuse } from '../decision.js';
import { faultsOfGround } from './local-ground.js';
import type { Pause } from './on-file.js';
import { beside, type ProcedureView, type Rules } from './rule.js';

/** Pauses are kept by ground, in pairs: one of the same ground neither stands in another nor overlaps it. */
export const timeRules: Rules<'pauseHandling' | 'resumeHandling'> = {
  pauseHandling: {
    earliest: beside,
    decide: ({ ground, local, reason }, view, { on }) => {
      if (!view.pauseGrounds.includes(ground)) {
        if (local === null) return refuse({ code: 'pauseGroundUnknown', field: 'ground' });
        const faults = faultsOfGround(local, view.facts, on);
        if (faults.length > 0) return refuse(...faults);
      }
      const pauses = pausesOf(view, ground);
      if (pauses.some(({ to }) => to === null)) return refuse({ code: 'alreadyPaused', field: 'ground' });
      const later = pauses.find(({ to }) => to !== null && on < to);
      if (later) {
        return refuse({ code: 'pauseOverlaps', field: 'occurredOn', params: { from: later.from, to: later.to ?? '' } });
      }
      return accept({ type: 'HandlingPaused', data: { ground, reason } });
    },
  },
  resumeHandling: {
    earliest: (view, { ground }) => open(view, ground)?.from ?? view.lodgedOn,
    decide: (body, view) =>
      open(view, body.ground)
        ? accept({ type: 'HandlingResumed', data: body })
        : refuse({ code: 'notPaused', field: 'ground' }),
  },
};

function pausesOf({ procedure }: ProcedureView, ground: string): readonly Pause[] {
  return procedure.pauses.filter((pause) => pause.ground === ground);
}

function open(view: ProcedureView, ground: string): Pause | undefined {
  return pausesOf(view, ground).find(({ to }) => to === null);
}
