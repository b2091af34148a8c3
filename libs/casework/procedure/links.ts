import { mayRead, reachOf } from '@redress/access/scope.js';
import type { MergerTarget } from '@redress/cases/shared/procedure/commands.js';
import type { LinkRelation } from '@redress/cases/shared/procedure/events.js';
import type { Completing } from '../kernel/casework-kind.js';
import type { OtherCase } from '../kernel/other-cases.js';
import type { ProcedureCompletions } from './sent.js';

interface Sent {
  linkCase: { readonly case: string; readonly relation: LinkRelation; readonly note: string };
  unlinkCase: { readonly case: string; readonly reason: string };
  mergeCase: { readonly case: string; readonly ground: string };
}

export const linkCompletions: ProcedureCompletions<Sent> = {
  async linkCase({ case: reference, relation, note }, at) {
    const other = await readable(reference, at);
    return { body: { to: other && refOf(other), relation, note } };
  },

  /** A link to a case which the sender may no longer read can still be undone by its id or its number. */
  async unlinkCase({ case: reference, reason }, { cases }) {
    const other = await cases.find(reference);
    return { body: { to: other ? refOf(other) : { caseId: reference, caseNumber: reference }, reason } };
  },

  async mergeCase({ case: reference, ground }, at) {
    const other = await readable(reference, at);
    return { body: { into: other && targetOf(other), ground } };
  },
};

/** A case which the sender may not read is told like one that is not there (invariant 16). */
async function readable(reference: string, { cases, account }: Completing<unknown>): Promise<OtherCase | null> {
  const other = await cases.find(reference);
  return other && account && mayRead(account, reachOf(other.access)) ? other : null;
}

function targetOf(other: OtherCase): MergerTarget {
  const { summary, recordedOn } = other;
  const { creditCode: complainantCode } = summary.complainant;
  return { ...refOf(other), open: !summary.closed, complainantCode, recordedOn };
}

function refOf({ caseId, summary }: OtherCase) {
  return { caseId, caseNumber: summary.caseNumber };
}
