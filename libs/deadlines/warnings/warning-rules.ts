import { Place } from '../checking/place.js';
import { type Text } from '../text.js';

/** What is known of a debtor: counts, and sums in yuan. */
export const countMeasures = [
  'cases',
  'open',
  'complainants',
  'districts',
  'casesOfYear',
  'complainantsOfYear',
  'districtsOfYear',
  'broken',
  'repeated',
  'beyondLaw',
  'supervisoryActs',
] as const;
export const sumMeasures = ['claimed', 'undisputed', 'paid', 'outstanding'] as const;
export type CountMeasure = (typeof countMeasures)[number];
export type SumMeasure = (typeof sumMeasures)[number];

export const warningLevels = ['amber', 'red'] as const;
export type WarningLevel = (typeof warningLevels)[number];

/** A measure which has come to so much: a number, or a decimal string with two places of a sum. */
export type WarningRule = {
  readonly id: string;
  readonly level: WarningLevel;
  readonly title: Text;
} & (
  | { readonly measure: CountMeasure; readonly atLeast: number }
  | { readonly measure: SumMeasure; readonly atLeast: string }
);

/** By what the operator is warned of debtors (预防): the platform's own policy, and no law. */
export interface WarningRules {
  readonly id: string;
  readonly version: number;
  readonly title: Text;
  readonly rules: readonly WarningRule[];
}

/** The rules, or a `DataRefused` naming every fault with its place. */
export function parseWarningRules(json: unknown): WarningRules {
  const root = Place.root(json).onlyFields('format', 'id', 'version', 'effect', 'title', 'rules');
  root.field('format').oneOf('debtor-warnings/1');
  root.field('effect').oneOf('serviceNorm');
  const rules: WarningRules = {
    id: root.field('id').oneOf('debtors'),
    version: root.field('version').integer(1, 9999),
    title: root.field('title').text(),
    rules: root.field('rules').items().map(readRule),
  };
  rules.rules.forEach(({ id }, at) => {
    if (rules.rules.findIndex((other) => other.id === id) < at)
      root.field(`rules[${at}].id`).fault(`"${id}" is there twice`);
  });
  root.refuseIfFaulty('the rules by which debtors are warned of');
  return rules;
}

function readRule(place: Place): WarningRule {
  place.onlyFields('id', 'level', 'measure', 'atLeast', 'title');
  const told = {
    id: place.field('id').string(),
    level: place.field('level').oneOf(...warningLevels),
    title: place.field('title').text(),
  };
  const measure = place.field('measure').oneOf(...countMeasures, ...sumMeasures);
  if (!isSum(measure)) return { ...told, measure, atLeast: place.field('atLeast').integer(1, 999_999) };
  const atLeast = place.field('atLeast').string();
  if (atLeast !== '' && !/^\d{1,15}\.\d\d$/.test(atLeast))
    place.field('atLeast').fault('a sum like "10000000.00" is expected');
  return { ...told, measure, atLeast };
}

function isSum(measure: CountMeasure | SumMeasure): measure is SumMeasure {
  return sumMeasures.some((sum) => sum === measure);
}
