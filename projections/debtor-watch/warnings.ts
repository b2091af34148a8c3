import { readFileSync } from 'node:fs';
import type { Name } from '@redress/cases/shared/reference.js';
import { exceeds, type Money } from '@redress/cases/shared/money.js';

/** What is known of a debtor within a scope. */
export interface Measures {
  readonly cases: number;
  readonly open: number;
  readonly complainants: number;
  readonly districts: number;
  /** Of the last twelve months. */
  readonly casesOfYear: number;
  readonly complainantsOfYear: number;
  readonly districtsOfYear: number;
  readonly claimed: Money;
  readonly undisputed: Money;
  readonly paid: Money;
  readonly outstanding: Money;
  /** Settlements that were not kept, by cases. */
  readonly broken: number;
  /** Claims of a firm which had claimed before. */
  readonly repeated: number;
  /** Lines with a term which the law does not let be agreed. */
  readonly beyondLaw: number;
  /** Supervisory orders, interviews, circulars. */
  readonly supervisoryActs: number;
}

export type WarningLevel = 'amber' | 'red';

export interface Warning {
  readonly id: string;
  readonly level: WarningLevel;
  readonly title: Name;
}

/** A rule of the operator's, which is data: a measure that has come to so much. */
interface WarningRule extends Warning {
  readonly measure: keyof Measures;
  /** A number; a decimal string for a sum. */
  readonly atLeast: number | string;
}

interface WarningRules {
  readonly title: Name;
  readonly rules: readonly WarningRule[];
}

const file = readFileSync(new URL('./warning-rules.json', import.meta.url), 'utf8');

/** The platform's own policy, a service norm, and no law. */
export const warningRules = JSON.parse(file) as WarningRules;

/** The rules that hold, the gravest first. */
export function warningsOf(measures: Measures, { rules }: WarningRules = warningRules): readonly Warning[] {
  const level = (one: Warning) => (one.level === 'red' ? 0 : 1);
  return rules
    .filter(({ measure, atLeast }) => hasComeTo(measures[measure], atLeast))
    .map(({ id, level, title }) => ({ id, level, title }))
    .toSorted((a, b) => level(a) - level(b));
}

function hasComeTo(value: number | Money, atLeast: number | string): boolean {
  if (typeof value === 'number') return value >= Number(atLeast);
  return !exceeds(atLeast as Money, value);
}
