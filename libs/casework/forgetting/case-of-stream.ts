import type { CaseAccess } from '@redress/access/scope.js';
import type { EventStore, StreamName } from '@redress/event-store/port.js';
import { accessOf } from '@redress/access/scope.js';
import { loadCase } from '../kernel/case-stream.js';
import { caseKinds } from '../kinds.js';

/** The case of a stream, and by whom it may be read; null where the stream is no case's. */
export async function caseOfStream(
  store: EventStore,
  stream: StreamName,
): Promise<{ readonly caseId: string; readonly access: CaseAccess } | null> {
  const kind = caseKinds.find(({ category }) => stream.startsWith(`${category}-`));
  if (kind === undefined) return null;
  const caseId = stream.slice(kind.category.length + 1);
  const { summary } = await loadCase(store, kind, caseId);
  return summary && { caseId, access: accessOf(summary) };
}
