import { caseKinds } from '@redress/cases/kinds.js';
import type { CaseKind, FoldedEvent } from '@redress/cases/shared/case-kind.js';
import { upcast } from '@redress/cases/shared/upcast.js';
import { dayInZone } from '@redress/deadlines/calendar/zone-day.js';
import type { RecordedEvent, StreamName } from '@redress/event-store/port.js';

/** Any kind of case, where what differs between kinds does not matter. */
export type AnyCaseKind = CaseKind<
  unknown,
  { readonly name: string },
  { readonly type: string; readonly data: object }
>;

const kinds = Object.values(caseKinds) as unknown as readonly AnyCaseKind[];

/** The streams which the views of cases read. */
export const caseCategories: readonly string[] = kinds.map(({ category }) => category);

const byCategory = new Map(kinds.map((kind) => [kind.category, kind]));
const byName = new Map(kinds.map((kind) => [kind.kind, kind]));

/** @throws Error for a stream which is no case's */
export function kindOfStream(stream: StreamName): AnyCaseKind {
  const kind = byCategory.get(stream.slice(0, stream.indexOf('-')));
  if (!kind) throw new Error(`${stream} is no stream of a case`);
  return kind;
}

export function kindNamed(name: AnyCaseKind['kind']): AnyCaseKind {
  return byName.get(name)!;
}

/** The event in today's shape: what folds and clocks see. @throws UnknownEventError */
export function todaysEvent(kind: AnyCaseKind, event: RecordedEvent): RecordedEvent {
  return upcast(event, kind);
}

/** An event in today's shape with the day in Shanghai on which it took effect. */
export function foldedEvent({ id, revision, type, schema, data, meta }: RecordedEvent): FoldedEvent {
  return { id, revision, type, schema, data, on: dayInZone(meta.occurredAt, 'Asia/Shanghai') };
}
