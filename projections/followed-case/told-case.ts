import { accessOf, reachColumns, reachOf } from '@redress/access/scope.js';
import type { CaseSummary } from '@redress/cases/shared/case-kind.js';
import type { AwaitedAnswer } from '@redress/cases/shared/procedure/rungs.js';
import type { CaseLevel, Name, OfficeRef, PersonRef } from '@redress/cases/shared/reference.js';
import type { Money } from '@redress/cases/shared/money.js';

/** Who holds the case: the office it lies with, and the person who has it in hand once there is one. */
export interface Holder {
  readonly office: OfficeRef;
  readonly person: PersonRef | null;
}

export interface OfficeName {
  readonly id: string;
  readonly name: Name;
}

/** What a list shows of a case and no query asks for. */
export interface Shown {
  readonly category: string | null;
  readonly complainant: string;
  /** Null where nobody is complained of. */
  readonly respondent: string | null;
  /** Null where no money is claimed. */
  readonly total: Money | null;
  readonly outstanding: Money | null;
  readonly handlingOffice: OfficeName | null;
  readonly firstContact: PersonRef | null;
  readonly holder: { readonly office: OfficeName; readonly person: PersonRef | null };
  /** 街镇, 区, 市, 联席会议: of its office, or the one to which it was raised. */
  readonly level: CaseLevel;
  /** Rungs which fired and wait for the office: a reason, a decision. */
  readonly awaited: readonly AwaitedAnswer[];
}

type ScopeColumns = ReturnType<typeof reachColumns>;

/** What a case tells of itself in one of its states, and what every view makes of that: each made when first asked for. */
export class ToldCase {
  private scoped: ScopeColumns | null = null;
  private text: string | null = null;

  constructor(readonly summary: CaseSummary) {}

  /** The columns by which access filters (`scope-sql.ts`). The district is the holding office's; null: the whole city. */
  get scope(): ScopeColumns {
    return (this.scoped ??= reachColumns(reachOf(accessOf(this.summary))));
  }

  /** JSON of `Shown`. */
  get shown(): string {
    return (this.text ??= JSON.stringify(shownOf(this.summary)));
  }
}

export function holderOf({ handlingOffice, acceptingOffice, holder }: CaseSummary): Holder {
  return { office: handlingOffice ?? acceptingOffice, person: holder };
}

function shownOf(summary: CaseSummary): Shown {
  const { office, person } = holderOf(summary);
  const { category, total, outstanding, handlingOffice, firstContact, level, awaited } = summary;
  return {
    category,
    complainant: summary.complainant.name,
    respondent: summary.respondent?.name ?? null,
    total,
    outstanding,
    handlingOffice: handlingOffice && officeName(handlingOffice),
    firstContact,
    holder: { office: officeName(office), person },
    level,
    awaited,
  };
}

function officeName({ id, name }: OfficeName): OfficeName {
  return { id, name };
}
