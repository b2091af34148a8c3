import { caseKinds } from '@redress/cases/kinds.js';
import type { CaseKind, CaseSummary, FoldedEvent } from '@redress/cases/shared/case-kind.js';
import { upcast } from '@redress/cases/shared/upcast.js';
import { dayInZone } from '@redress/deadlines/calendar/zone-day.js';
import type { RecordedEvent, StreamName } from '@redress/event-store/port.js';

type AnyCaseKind = CaseKind<unknown, { readonly name: string }, { readonly type: string; readonly data: object }>;

const kinds = Object.values(caseKinds) as unknown as readonly AnyCaseKind[];

export const caseCategories: readonly string[] = kinds.map(({ category }) => category);

export interface CaseAt {
  readonly kind: string;
  readonly caseId: string;
  readonly summary: CaseSummary;
  /** The last event, in today's shape. */
  readonly last: FoldedEvent;
}

export function isCase(stream: StreamName): boolean {
  return caseCategories.includes(stream.slice(0, stream.indexOf('-')));
}

/** What the events of one case come to; null where they make none. @throws UnknownEventError */
export function caseAt(events: readonly RecordedEvent[]): CaseAt | null {
  const stream = events[0]?.stream ?? '';
  const category = stream.slice(0, stream.indexOf('-'));
  const kind = kinds.find((one) => one.category === category);
  if (kind === undefined) return null;
  const folded = events.map((event): FoldedEvent => {
    const { id, revision, type, schema, data } = upcast(event, kind);
    return { id, revision, type, schema, data, on: dayInZone(event.meta.occurredAt, 'Asia/Shanghai') };
  });
  const summary = kind.summaryOf(folded.reduce((state, event) => kind.evolve(state, event), kind.initial));
  return summary && { kind: kind.kind, caseId: stream.slice(category.length + 1), summary, last: folded.at(-1)! };
}
