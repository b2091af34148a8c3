import { Decimal } from 'decimal.js';
import { Place } from '../checking/place.js';
import { type Mark } from '../law/law-pack.js';
import { type Text } from '../text.js';

export type SizeType = 'micro' | 'small' | 'medium' | 'large';
export type Measure = 'employees' | 'revenue' | 'assets';

/** The least number for large, medium and small, each with its number included: employees in persons, money in 10,000 yuan. */
export type Thresholds = readonly [large: number, medium: number, small: number];

export interface Industry {
  readonly no: number;
  readonly title: Text;
  readonly thresholds: ReadonlyMap<Measure, Thresholds>;
}

export interface SizeStandard {
  readonly instrument: Text;
  readonly issued: string;
  readonly status: Mark;
  readonly industries: readonly Industry[];
}

/** What an enterprise states of itself: persons, and yearly revenue and total assets in yuan as decimal strings. */
export interface EnterpriseFigures {
  readonly industry: number;
  readonly employees?: number;
  readonly revenue?: string;
  readonly assets?: string;
}

/** Advice, never a verdict: Art 3 looks at the size when the contract was made, and the SME department settles a dispute. */
export interface SizeAdvice {
  /** Null where a figure that decides is missing. */
  readonly size: SizeType | null;
  readonly missing: readonly Measure[];
  readonly reason: Text;
  readonly instrument: Text;
  readonly mark: Mark;
}

const MEASURES: readonly Measure[] = ['employees', 'revenue', 'assets'];
const SIZES: readonly SizeType[] = ['large', 'medium', 'small'];

/** The standard, or a `DataRefused` naming every fault with its place. */
export function parseSizeStandard(json: unknown): SizeStandard {
  const root = Place.root(json).onlyFields(
    'format',
    'issued',
    'instrument',
    'status',
    'units',
    'columns',
    'industries',
  );
  root.field('format').oneOf('size-types/1');
  const standard: SizeStandard = {
    instrument: root.field('instrument').text(),
    issued: root.field('issued').string(),
    status: root.field('status').oneOf('confirmed', 'secondary', 'unconfirmed'),
    industries: root.field('industries').items().map(readIndustry),
  };
  standard.industries.forEach(({ no }, at) => {
    if (standard.industries.findIndex((other) => other.no === no) < at)
      root.field(`industries[${at}].no`).fault(`industry ${no} is there twice`);
  });
  root.refuseIfFaulty('the standard of size types');
  return standard;
}

/**
 * An enterprise belongs to a type when it reaches every threshold of that type; missing one drops it to the type below.
 * RangeError for an industry which the standard does not list, or a figure that is no number from zero up.
 */
export function adviseSize(figures: EnterpriseFigures, standard: SizeStandard): SizeAdvice {
  const industry = standard.industries.find((candidate) => candidate.no === figures.industry);
  if (industry === undefined) throw new RangeError(`no industry ${figures.industry} in the standard`);
  const { instrument, status: mark } = standard;
  const stated = new Map<Measure, Decimal>();
  for (const measure of industry.thresholds.keys()) {
    const value = figureOf(measure, figures);
    if (value !== null) stated.set(measure, value);
  }
  const missing = [...industry.thresholds.keys()].filter((measure) => !stated.has(measure));
  // One measure below the least threshold settles it, whatever the others are.
  const least = [...stated].some(
    ([measure, value]) => typeBy(value, industry.thresholds.get(measure) as Thresholds) === 'micro',
  );
  if (missing.length > 0 && !least)
    return { size: null, missing, reason: missingReason(missing, industry), instrument, mark };
  const size = [...stated]
    .map(([measure, value]) => typeBy(value, industry.thresholds.get(measure) as Thresholds))
    .reduce(smaller);
  return { size, missing, reason: reasonFor(size, stated, industry), instrument, mark };
}

function typeBy(value: Decimal, thresholds: Thresholds): SizeType {
  return SIZES.find((_, at) => value.gte(thresholds[at] as number)) ?? 'micro';
}

function smaller(a: SizeType, b: SizeType): SizeType {
  const order: readonly SizeType[] = ['micro', 'small', 'medium', 'large'];
  return order.indexOf(a) < order.indexOf(b) ? a : b;
}

/** In the unit of the thresholds. */
function figureOf(measure: Measure, figures: EnterpriseFigures): Decimal | null {
  const value = figures[measure];
  if (value === undefined) return null;
  if (!/^\d+(\.\d+)?$/.test(String(value)))
    throw new RangeError(`${measure} is no number from zero up: ${String(value)}`);
  return measure === 'employees' ? new Decimal(value) : new Decimal(value).div(10_000);
}

function readIndustry(place: Place): Industry {
  place.onlyFields('no', 'title', ...MEASURES);
  const thresholds = new Map<Measure, Thresholds>();
  for (const measure of MEASURES) {
    if (!place.has(measure)) continue;
    const numbers = place
      .field(measure)
      .items()
      .map((number) => number.integer(1, 10_000_000));
    const [large, medium, small] = numbers;
    if (
      large === undefined ||
      medium === undefined ||
      small === undefined ||
      numbers.length > 3 ||
      large <= medium ||
      medium <= small
    )
      place.field(measure).fault('three falling thresholds are expected: large, medium, small');
    else thresholds.set(measure, [large, medium, small]);
  }
  if (thresholds.size === 0) place.fault('at least one of employees, revenue, assets is expected');
  return { no: place.field('no').integer(1, 99), title: place.field('title').text(), thresholds };
}

const MEASURE_NAMES: Readonly<Record<Measure, Text>> = {
  employees: { zh: '从业人员（人）', en: 'employees' },
  revenue: { zh: '营业收入（万元）', en: 'revenue (10,000 yuan)' },
  assets: { zh: '资产总额（万元）', en: 'total assets (10,000 yuan)' },
};

const SIZE_NAMES: Readonly<Record<SizeType, Text>> = {
  micro: { zh: '微型', en: 'micro' },
  small: { zh: '小型', en: 'small' },
  medium: { zh: '中型', en: 'medium' },
  large: { zh: '大型', en: 'large' },
};

function reasonFor(size: SizeType, stated: ReadonlyMap<Measure, Decimal>, industry: Industry): Text {
  const measures = [...stated].map(([measure, value]) => ({
    name: MEASURE_NAMES[measure],
    value: value.toString(),
    by: SIZE_NAMES[typeBy(value, industry.thresholds.get(measure) as Thresholds)],
  }));
  return {
    zh: `${industry.title.zh}：${measures.map(({ name, value, by }) => `${name.zh}${value}，达${by.zh}`).join('；')}；各项均达到方为该类型，建议按${SIZE_NAMES[size].zh}`,
    en: `${industry.title.en}: ${measures.map(({ name, value, by }) => `${name.en} ${value} reach ${by.en}`).join('; ')}; a type needs every threshold, so ${SIZE_NAMES[size].en} is advised`,
  };
}

function missingReason(missing: readonly Measure[], industry: Industry): Text {
  return {
    zh: `${industry.title.zh}：缺少${missing.map((measure) => MEASURE_NAMES[measure].zh).join('、')}，无法建议`,
    en: `${industry.title.en}: no advice without ${missing.map((measure) => MEASURE_NAMES[measure].en).join(', ')}`,
  };
}
