import { occurredAt } from '@redress/cases/shared/procedure/state.js';
import type { Confidentiality, Defect, MarkedPart, Party, Rating } from '@redress/cases/shared/procedure/events.js';
import { textAt } from '@redress/cases/shared/reading.js';
import type { EvidenceRef } from '@redress/cases/shared/reference.js';
import { plainDate } from '@redress/deadlines/calendar/plain-date.js';
import type { Completing } from '../kernel/casework-kind.js';
import { lastDay } from './operators-days.js';
import type { ProcedureCompletions } from './sent.js';

interface Sent {
  addEvidence: { readonly evidence: readonly EvidenceRef[] };
  requestSupplement: {
    readonly defects: readonly Defect[];
    readonly dueOn?: string | null;
    readonly arisenFrom?: string | null;
  };
  pauseHandling: { readonly ground: string; readonly reason: string };
  markConfidential: { readonly mark: Confidentiality; readonly what: string; readonly event?: string | null };
  liftConfidentiality: { readonly event: string; readonly reason: string };
  revokeAgent: { readonly from?: string | null; readonly reason: string };
  correctFact: { readonly event: string; readonly field: string; readonly is: string; readonly reason: string };
  rateSatisfaction: { readonly rating: Rating; readonly comment: string };
  objectToOutcome: { readonly by?: Party; readonly ground: string };
  terminate: { readonly ground: string; readonly reason: string };
}

/** Whose act it is follows from who signed in, never from the body. */
export const papersCompletions: ProcedureCompletions<Sent> = {
  addEvidence: ({ evidence }, at) => ({ body: { by: partyOf(at), evidence } }),

  /** The office's own day, or the operator's. */
  async requestSupplement({ defects, dueOn = null, arisenFrom = null }, at) {
    const rules = await at.grounds.rules();
    const latest = lastDay(plainDate(at.on), rules?.supplementDays ?? null, at);
    return { body: { defects, dueOn: dueOn ?? latest, arisenFrom } };
  },

  async pauseHandling({ ground, reason }, { grounds }) {
    return { body: { ground, local: await grounds.find(ground, 'pause'), reason } };
  },

  markConfidential: ({ mark, what, event = null }, at) => ({
    body: { by: partyOf(at), mark, what, part: event === null ? null : partOf(event, at) },
  }),

  liftConfidentiality: ({ event, reason }, at) => ({ body: { by: partyOf(at), event, reason } }),

  revokeAgent: ({ from = null, reason }) => ({ body: { from, reason } }),

  async correctFact({ event: id, field, is, reason }, { events, opened }) {
    const event = events.find((one) => one.id === id);
    const was = field === occurredAt || !event ? null : textAt(await opened(event.data), field);
    return { body: { event: id, field, was, is, reason } };
  },

  rateSatisfaction: ({ rating, comment }, at) => ({ body: { by: partyOf(at), rating, comment } }),

  objectToOutcome({ by = 'complainant', ground }, at) {
    const party = partyOf(at);
    return { body: { by: party === 'office' ? by : party, ground } };
  },

  terminate: async ({ ground, reason }, { grounds }) => ({ body: { ground: await grounds.find(ground), reason } }),
};

/** Whose an entry of the file is: the side on which whoever made it acts. */
function partOf(id: string, { history }: Completing<unknown>): MarkedPart | 'nothing' {
  const event = history.find((one) => one.id === id);
  return event ? { event: id, revision: event.revision, by: sideOfRole(event.meta.actor.role) } : 'nothing';
}

function sideOfRole(role: string): Party | 'office' {
  if (role === 'respondent') return role;
  return role === 'sme' || role === 'agent' ? 'complainant' : 'office';
}

function partyOf({ account }: Completing<unknown>): Party | 'office' {
  return account === null ? 'office' : sideOfRole(account.role);
}
