import { accessOf, reachColumns, reachOf } from '@redress/access/scope.js';
import type { CaseKind as KindName } from '@redress/cases/shared/case-number.js';
import type { CaseSummary, FoldedEvent } from '@redress/cases/shared/case-kind.js';
import type { OfficeRef, PersonRef } from '@redress/cases/shared/reference.js';
import type { RecordedEvent } from '@redress/event-store/port.js';
import { isSealed } from '@redress/privacy/sealed-value.js';
import { foldedEvent, kindNamed, kindOfStream, todaysEvent } from './case-kinds.js';
import type { Followed } from './case-view.js';
import { historyEvent } from './history.js';
import { firedRung, type LadderRung } from './ladder-rung.js';

/**
 * A case as lists, boards and escalations keep it: its kind's own state, with none of the texts and contacts that are
 * sealed in it. One fold for all of them, so that it is done once.
 */
export interface ListedCase extends Followed {
  readonly kind: KindName;
  readonly file: unknown;
  readonly fired: readonly LadderRung[];
}

export function evolveListed(listed: ListedCase | null, event: RecordedEvent): ListedCase | null {
  const kind = kindOfStream(event.stream);
  const known = todaysEvent(kind, event);
  const file = kind.evolve(listed?.file ?? kind.initial, lean(foldedEvent(known)));
  const summary = kind.summaryOf(file);
  if (summary === null) return null;
  const history = [...(listed?.history ?? []), historyEvent(known)];
  const before = listed?.fired ?? [];
  const fired = event.type === 'RungFired' ? [...before, firedRung(known)] : before;
  return { kind: kind.kind, open: !summary.closed, file, fired, history };
}

/** What the case tells of itself. */
export function summaryOf({ kind, file }: Pick<ListedCase, 'kind' | 'file'>): CaseSummary {
  return kindNamed(kind).summaryOf(file)!;
}

/** Stands where a sealed value stood: no fold looks into one, and no list shows one. */
const leftOut = { sealed: '', key: '', at: '' } as const;

/** The event without the texts and contacts sealed in it. */
export function lean(event: FoldedEvent): FoldedEvent {
  return { ...event, data: withoutSealed(event.data) as FoldedEvent['data'] };
}

function withoutSealed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (isSealed(value)) return leftOut;
  if (Array.isArray(value)) {
    const members: readonly unknown[] = value.map(withoutSealed);
    return members.every((member, i) => member === value[i]) ? value : members;
  }
  // Most events have nothing to leave out: those are taken as they are.
  let changed: Record<string, unknown> | null = null;
  for (const [name, member] of Object.entries(value)) {
    const lean = withoutSealed(member);
    if (lean !== member) (changed ??= { ...value })[name] = lean;
  }
  return changed ?? value;
}

/** Who holds the case: the office it lies with, and the person who has it in hand once there is one. */
export interface Holder {
  readonly office: OfficeRef;
  readonly person: PersonRef | null;
}

export function holderOf({ handlingOffice, acceptingOffice, holder }: CaseSummary): Holder {
  return { office: handlingOffice ?? acceptingOffice, person: holder };
}

/** The columns by which access filters (`scope-sql.ts`). The district is the holding office's; null: the whole city. */
export function scopeColumns(summary: CaseSummary) {
  return reachColumns(reachOf(accessOf(summary)));
}
