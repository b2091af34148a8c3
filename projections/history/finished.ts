import type { Row } from '@redress/processing/projection.js';
import type { Counted } from '../followed-case/changes.js';
import type { KnownSpan } from '../followed-case/known-spans.js';
import { unfinished } from './counted-state.js';

/** A clock, and the office which held its case. */
export interface HeldClock {
  readonly rule: string;
  readonly state: string;
  readonly kind: string;
  readonly office: string;
  /** The empty text for an office of the whole city. */
  readonly district: string;
  /** The empty text where the kind of case has none. */
  readonly category: string;
  readonly respondent_type: string;
  readonly counts_on: string;
  readonly provisional: boolean;
  readonly duty: string;
}

/** A finished clock as it is counted; none while it goes on. */
export function finishedClock({ is, ...span }: KnownSpan<HeldClock & Row>): readonly KnownSpan<Counted>[] {
  const { rule, state, kind, office, district, category, respondent_type, counts_on, provisional, duty } = is;
  if (unfinished.has(state)) return [];
  const counts_month = `${counts_on.slice(0, 7)}-01`;
  const told = { rule, state, kind, offices: [], office, district, category, respondent_type };
  const group = { ...told, counts_month, provisional, duty };
  return [{ ...span, is: { group, weight: 1 } }];
}

/** A closed case is counted like a finished clock, under no rule, and by who may read it. */
export function finishedCase({ is, ...span }: KnownSpan<Row>): readonly KnownSpan<Counted>[] {
  const { open, status: state, kind, offices, holder_office, district, lodged_on } = is as unknown as ListedRow;
  if (open) return [];
  const counted = { rule: '', state, kind, offices, office: holder_office, district: district ?? '' };
  const counts_month = `${lodged_on.slice(0, 7)}-01`;
  const group = { ...counted, category: '', respondent_type: '', counts_month, provisional: false, duty: '' };
  return [{ ...span, is: { group, weight: 1 } }];
}

interface ListedRow {
  readonly open: boolean;
  readonly status: string;
  readonly kind: string;
  readonly offices: readonly string[];
  readonly holder_office: string;
  readonly district: string | null;
  readonly lodged_on: string;
}
