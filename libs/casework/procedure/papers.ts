import { isOfficial } from '@redress/access/account.js';
import { occurredAt } from '@redress/cases/shared/procedure/state.js';
import type { Defect, Party, Rating } from '@redress/cases/shared/procedure/events.js';
import type { EvidenceRef } from '@redress/cases/shared/reference.js';
import type { Completing } from '../kernel/casework-kind.js';
import type { ProcedureCompletions } from './sent.js';

interface Sent {
  addEvidence: { readonly evidence: readonly EvidenceRef[] };
  requestSupplement: {
    readonly defects: readonly Defect[];
    readonly dueOn?: string | null;
    readonly arisenFrom?: string | null;
  };
  correctFact: { readonly event: string; readonly field: string; readonly is: string; readonly reason: string };
  rateSatisfaction: { readonly rating: Rating; readonly comment: string };
  objectToOutcome: { readonly ground: string };
  terminate: { readonly ground: string; readonly reason: string };
}

/** Whose act it is follows from who signed in, never from the body. */
export const papersCompletions: ProcedureCompletions<Sent> = {
  addEvidence: ({ evidence }, at) => ({ body: { by: partyOf(at), evidence } }),

  requestSupplement: ({ defects, dueOn = null, arisenFrom = null }) => ({ body: { defects, dueOn, arisenFrom } }),

  async correctFact({ event: id, field, is, reason }, { history, opened }) {
    const event = history.find((one) => one.id === id);
    const was = field === occurredAt || !event ? null : textAt(await opened(event.data), field);
    return { body: { event: id, field, was, is, reason } };
  },

  rateSatisfaction: ({ rating, comment }, at) => ({ body: { by: partyOf(at), rating, comment } }),

  objectToOutcome: ({ ground }, at) => ({
    body: { by: partyOf(at) === 'respondent' ? 'respondent' : 'complainant', ground },
  }),

  terminate: async ({ ground, reason }, { grounds }) => ({ body: { ground: await grounds.find(ground), reason } }),
};

function partyOf({ account }: Completing<unknown>): Party | 'office' {
  if (account === null || isOfficial(account) || account.role === 'operator') return 'office';
  return account.role === 'respondent' ? 'respondent' : 'complainant';
}

/** `claim.complainant.name`, `lines[0].description`; null where nothing stands, or what is no text. */
function textAt(data: object, path: string): string | null {
  const found = path
    .split(/[.[\]]+/)
    .reduce<unknown>(
      (value, name) =>
        name !== '' && typeof value === 'object' && value !== null && Object.hasOwn(value, name)
          ? (value as Record<string, unknown>)[name]
          : name === ''
            ? value
            : undefined,
      data,
    );
  return typeof found === 'string' ? found : null;
}
