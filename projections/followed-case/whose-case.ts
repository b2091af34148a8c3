import { accessOf, reachColumns, reachOf } from '@redress/access/scope.js';
import type { CaseSummary } from '@redress/cases/shared/case-kind.js';
import type { OfficeRef, PersonRef } from '@redress/cases/shared/reference.js';

/** Who holds the case: the office it lies with, and the person who has it in hand once there is one. */
export interface Holder {
  readonly office: OfficeRef;
  readonly person: PersonRef | null;
}

export function holderOf({ handlingOffice, acceptingOffice, holder }: CaseSummary): Holder {
  return { office: handlingOffice ?? acceptingOffice, person: holder };
}

/** The columns by which access filters (`scope-sql.ts`). The district is the holding office's; null: the whole city. */
export function scopeColumns(summary: CaseSummary): ScopeColumns {
  let columns = columnsOf.get(summary);
  if (columns === undefined) columnsOf.set(summary, (columns = reachColumns(reachOf(accessOf(summary)))));
  return columns;
}

type ScopeColumns = ReturnType<typeof reachColumns>;

/** A summary is one object for all views of a state. */
const columnsOf = new WeakMap<CaseSummary, ScopeColumns>();
