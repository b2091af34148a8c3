import type { Name } from '@redress/cases/shared/reference.js';
import { exceeds, type Money } from '@redress/cases/shared/money.js';
import {
  parseWarningRules,
  sumMeasures,
  type CountMeasure,
  type SumMeasure,
  type WarningLevel,
  type WarningRule,
  type WarningRules,
} from '@redress/deadlines/warnings/warning-rules.js';
import type { RecordedEvent } from '@redress/event-store/port.js';
import type { ReferenceFold } from '@redress/processing/projection.js';
import type { Parameters, ViewDb } from '../reader.js';

/** What is known of a debtor within a scope; `…OfYear`: of the last twelve months. */
export type Measures = Readonly<Record<CountMeasure, number>> & Readonly<Record<SumMeasure, Money>>;

export interface Warning {
  readonly id: string;
  readonly level: WarningLevel;
  readonly title: Name;
}

/** The rules as the log has them: no row hangs on them, and readers find them beside the rows. */
export const warningsInLog: ReferenceFold<WarningRules | null> = {
  categories: ['warnings'],
  initial: null,
  evolve: (_, event) => rulesOf(event),
};

/** @throws DataRefused: the view stands before rules which this release cannot read */
function rulesOf({ data }: RecordedEvent): WarningRules {
  return parseWarningRules(data.warnings);
}

/** Of the view's table `debtor_rules`. */
export function rulesRow(event: RecordedEvent) {
  return { stream: event.stream, content: JSON.stringify(event.data.warnings) };
}

const none: WarningRules = {
  id: 'debtors',
  version: 0,
  title: { zh: '尚未公布预警规则', en: 'No rules of warning have been published' },
  rules: [],
};

/** The platform's own policy in force, a service norm, and no law. */
export async function rulesInForce(db: ViewDb): Promise<WarningRules> {
  const [stored] = await db.query<{ content: string }>('SELECT content FROM views.debtor_rules');
  return stored === undefined ? none : parseWarningRules(JSON.parse(stored.content));
}

/** The rules that hold, the gravest first. */
export function warningsOf(measures: Measures, { rules }: WarningRules): readonly Warning[] {
  const level = (one: Warning) => (one.level === 'red' ? 0 : 1);
  return rules
    .filter((rule) => hasComeTo(measures, rule))
    .map(({ id, level, title }) => ({ id, level, title }))
    .toSorted((a, b) => level(a) - level(b));
}

function hasComeTo(measures: Measures, rule: WarningRule): boolean {
  if (isOfSum(rule)) return !exceeds(rule.atLeast as Money, measures[rule.measure]);
  return measures[rule.measure] >= rule.atLeast;
}

/** SQL: whether any rule of this level, or of a graver one, holds of a row of measures; its sums are fen. */
export function isWarned({ rules }: WarningRules, level: WarningLevel, parameters: Parameters): string {
  const conditions = rules
    .filter((rule) => level === 'amber' || rule.level === 'red')
    .map((rule) => {
      const atLeast = isOfSum(rule) ? rule.atLeast.replace('.', '') : rule.atLeast;
      return `"${rule.measure}" >= ${parameters.add(atLeast)}::bigint`;
    });
  return conditions.length === 0 ? 'false' : `(${conditions.join(' OR ')})`;
}

function isOfSum(rule: WarningRule): rule is Extract<WarningRule, { atLeast: string }> {
  return sumMeasures.some((sum) => sum === rule.measure);
}
