import type { RungName } from '@redress/cases/shared/procedure/events.js';
import { rungKey } from '@redress/cases/shared/procedure/rungs.js';
import { hasRung } from '../escalation/owed-clocks.js';
import { refused } from '../kernel/casework-kind.js';
import type { ProcedureCompletions } from './sent.js';

interface Sent {
  overrideRung: RungName & { readonly reason: string };
}

export const rungCompletions: ProcedureCompletions<Sent> = {
  /** What the case knows of a rung is for it to say; of one it has never met, the ladders say whether there is such a rung. */
  overrideRung(body, at) {
    const key = rungKey(body);
    const { firedRungs = [], overriddenRungs = [] } = at.summary ?? {};
    const isMet = firedRungs.includes(key) || overriddenRungs.includes(key);
    if (isMet || (at.law.published && hasRung(at, at.law.ladders, key))) return { body };
    return refused({ code: 'noSuchRung', params: { rung: body.rung } });
  },
};
