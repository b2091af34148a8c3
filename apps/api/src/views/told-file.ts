import type { Pool } from 'pg';
import type { Account } from '@redress/access/account.js';
import { casesNamedIn, sideOf, toldTo } from '@redress/access/disclosure/told.js';
import { withheld } from '@redress/access/disclosure/line.js';
import { accessOf, mayRead } from '@redress/access/scope.js';
import type { CaseSummary } from '@redress/cases/shared/case-kind.js';
import type { CaseKind as KindName } from '@redress/cases/shared/case-number.js';
import type { RecordedEvent } from '@redress/event-store/port.js';
import { findCase, type CaseFile } from '@redress/projections/case-file/queries.js';

type Events = readonly RecordedEvent[];

/** The events of a case as this account may read them; of other cases it learns of those it may read as well. */
export async function eventsToldTo(
  account: Account,
  kind: KindName,
  summary: CaseSummary,
  events: Events,
  pool: Pool,
): Promise<Events> {
  const named = sideOf(account) === null ? [] : [...casesNamedIn(events)];
  const found = await Promise.all(named.map((caseId) => findCase(pool, caseId)));
  const readable = new Set(found.flatMap((other) => (other && mayRead(account, other) ? [other.caseId] : [])));
  const of = { kind, subject: accessOf(summary), mayReadCase: (caseId: string) => readable.has(caseId) };
  return toldTo(account, of, events);
}

/** In the facts of a kind which keeps its state as it is, the shared procedure is the offices' own record. */
export function withoutOfficesRecord(account: Account, file: CaseFile): CaseFile {
  if (sideOf(account) === null || file.kind === 'overduePayment') return file;
  return { ...file, facts: { ...file.facts, procedure: withheld } };
}
