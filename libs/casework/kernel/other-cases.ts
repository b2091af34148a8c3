import { accessOf, type CaseAccess } from '@redress/access/scope.js';
import type { CaseSummary } from '@redress/cases/shared/case-kind.js';
import type { CaseKind as KindName } from '@redress/cases/shared/case-number.js';
import type { EventStore } from '@redress/event-store/port.js';
import { folded, loadCase, streamOf, type AnyCaseKind } from './case-stream.js';

/** A case found by what people call it. */
export interface FoundCase {
  readonly kind: KindName;
  readonly caseId: string;
}

/** From what people write to the case: a case id stays itself, a case number is looked up. */
export interface CaseFinder {
  find(reference: string): Promise<FoundCase | null>;
}

export interface OtherCase extends FoundCase {
  readonly summary: CaseSummary;
  readonly access: CaseAccess;
  /** PlainDate of its lodging as it was recorded first. */
  readonly recordedOn: string;
}

/** The cases that a command names beside its own. */
export interface OtherCases {
  find(reference: string): Promise<OtherCase | null>;
}

/** The kind of the case which has this id, found by which of its streams is there. */
export async function kindOfCase(
  store: EventStore,
  kinds: readonly AnyCaseKind[],
  caseId: string,
): Promise<KindName | null> {
  const heads = await Promise.all(kinds.map((kind) => store.readStream(streamOf(kind, caseId), { limit: 1 })));
  return kinds[heads.findIndex((events) => events.length > 0)]?.kind ?? null;
}

export function otherCases(store: EventStore, finder: CaseFinder, kinds: readonly AnyCaseKind[]): OtherCases {
  return {
    async find(reference) {
      const found = await finder.find(reference);
      const kind = found && kinds.find(({ kind }) => kind === found.kind);
      if (!kind) return null;
      const {
        history: [lodging],
        summary,
      } = await loadCase(store, kind, found.caseId);
      if (!lodging || !summary) return null;
      return { ...found, summary, access: accessOf(summary), recordedOn: folded(lodging, kind).on };
    },
  };
}

/** Cases by their ids alone, where there is no view to look numbers up in. */
export function findsById(store: EventStore, kinds: readonly AnyCaseKind[]): CaseFinder {
  return {
    async find(caseId) {
      const kind = await kindOfCase(store, kinds, caseId);
      return kind && { kind, caseId };
    },
  };
}
