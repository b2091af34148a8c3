import { type Calendar } from '../calendar/calendar.js';
import { type PlainDate } from '../calendar/plain-date.js';
import { type Text } from '../text.js';
import { type Exact, exact, InterestRefused } from './exact.js';
import { type InterestInput, type RateBasis, type RatePeriod, type Reference } from './interest.js';
import { lprOn, lprOver, type LprPublication, type LprSeries, nextPublication } from './lpr-series.js';

/** The days [from, until) under one rate, in percent. */
export interface RatePiece {
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly rate: Exact;
  readonly per: RatePeriod;
  readonly multiplier: Exact;
  readonly source: Text;
  readonly provisional: boolean;
}

/** Order 728 in force: the first day of 0.05 % a day, and of the floor under an agreed rate. */
export const REGULATION_FROM = '2020-09-01' as PlainDate;

const STATUTORY: Text = {
  zh: '每日万分之五（保障中小企业款项支付条例：国令第728号第十五条、国令第802号第十七条）',
  en: '0.05% a day (payment regulation: Order 728 Art 15, Order 802 Art 17)',
};
const NOTHING_BEFORE: Text = {
  zh: '2020年9月1日前条例未施行，未选定其他利率',
  en: 'before 2020-09-01 the regulation was not in force, and no other rate is chosen',
};
const DELAYED: Text = {
  zh: '加倍部分每日万分之一点七五（迟延履行期间债务利息解释第一条）',
  en: 'the doubled part, 0.0175% a day (Interpretation on Interest for Delayed Performance, Art 1)',
};

/** The rates of every day of [from, until), in order and without gaps. InterestRefused where a rate is not known. */
export function ratePieces(
  input: InterestInput,
  from: PlainDate,
  until: PlainDate,
  lpr: LprSeries,
  calendar: Calendar,
): readonly RatePiece[] {
  const { basis } = input;
  const multiplier = exact(input.multiplier, 'multiplier');
  const piece = (rate: Exact, per: RatePeriod, source: Text): RatePiece => ({
    from,
    until,
    rate,
    per,
    multiplier,
    source,
    provisional: false,
  });
  switch (basis.kind) {
    case 'fixed':
      return [piece(exact(basis.rate, 'rate'), basis.per, basis.source)];
    case 'delayedPerformance':
      return [piece(exact('0.0175', 'rate'), 'day', DELAYED)];
    case 'agreed':
      return agreed(basis, lpr, piece(exact(basis.rate, 'agreedRate'), 'year', AGREED), calendar);
    case 'lprAtContract':
      return [atOneDay(lpr, basis.contractDate, 'contractDate', CONTRACT, { from, until, multiplier }, calendar)];
    case 'lprAtBreach':
      return [atOneDay(lpr, input.from, 'from', BREACH, { from, until, multiplier }, calendar)];
    case 'lprFloating':
      return floating(lpr, from, until, multiplier, calendar);
    case 'halfYearly':
      return halfYearly(basis, from, until, multiplier);
    case 'statutory':
      return statutory(input, basis, from, until, lpr, calendar);
  }
}

/** Whether the Regulation's rate applies at all, and from which day, in the temporal scope chosen (payment-regulation.md 1.2). */
function statutory(
  input: InterestInput,
  basis: Extract<RateBasis, { kind: 'statutory' }>,
  from: PlainDate,
  until: PlainDate,
  lpr: LprSeries,
  calendar: Calendar,
): readonly RatePiece[] {
  if (basis.temporalScope === 'contractDate' && basis.contractDate === null)
    throw new InterestRefused('contractDate', 'the scope by contract date needs the contract date');
  const begins = regulatedFrom(basis, from, until);
  const pieces: RatePiece[] = [];
  if (from < begins) {
    const before = { ...input, basis: fallback(basis.before) };
    pieces.push(...ratePieces(before, from, begins, lpr, calendar));
  } else if (!exact(input.multiplier, 'multiplier').eq(1)) {
    throw new InterestRefused(
      'multiplier',
      '0.05% a day is fixed by the regulation: a multiplier applies only to the fall-back before 2020-09-01',
    );
  }
  if (begins < until) {
    const [rate, multiplier] = [exact('0.05', 'rate'), exact('1', 'multiplier')];
    pieces.push({ from: begins, until, rate, per: 'day', multiplier, source: STATUTORY, provisional: false });
  }
  return pieces;
}

function fallback(before: Extract<RateBasis, { kind: 'statutory' }>['before']): RateBasis {
  return before === 'none' ? { kind: 'fixed', rate: '0', per: 'day', source: NOTHING_BEFORE } : { kind: before };
}

/** The first day of [from, until) under the Regulation in the temporal scope chosen; `until` where there is none. */
function regulatedFrom(
  { temporalScope, contractDate }: Pick<Extract<RateBasis, { kind: 'statutory' }>, 'temporalScope' | 'contractDate'>,
  from: PlainDate,
  until: PlainDate,
): PlainDate {
  const refused = temporalScope === 'contractDate' && contractDate !== null && contractDate < REGULATION_FROM;
  if (refused || until <= REGULATION_FROM) return until;
  return from > REGULATION_FROM ? from : REGULATION_FROM;
}

const AGREED: Text = { zh: '约定利率', en: 'the agreed rate' };

/**
 * The floor of Order 728 Art 15 and Order 802 Art 17: lifting a lower agreed rate to it is a law-firm reading. Before the
 * Regulation there is no floor, and the agreed rate stands.
 */
function agreed(
  basis: Extract<RateBasis, { kind: 'agreed' }>,
  lpr: LprSeries,
  whole: RatePiece,
  calendar: Calendar,
): readonly RatePiece[] {
  const begins = regulatedFrom(basis, whole.from, whole.until);
  if (begins === whole.until) return [{ ...whole, source: NO_FLOOR_YET }];
  const floor = knownLpr(lpr, basis.contractDate, 'contractDate');
  const rate = exact(floor.rate, 'rate');
  // A floor which is not verified may yet lie above the rate agreed.
  const carried = basis.contractDate >= nextPublication(lpr, calendar);
  if (whole.rate.gte(rate)) return [{ ...whole, source: unverified(ABOVE_FLOOR, carried), provisional: carried }];
  const lifting = {
    zh: `约定利率${basis.rate}%低于合同订立时1年期LPR，按${floor.date}公布的${floor.rate}%计（依律师观点，二手资料）`,
    en: `the agreed ${basis.rate}% is below the one-year LPR when the contract was made: lifted to the ${floor.rate}% published on ${floor.date} (a law-firm reading, secondary)`,
  };
  const lifted = { ...whole, from: begins, rate, source: unverified(lifting, carried), provisional: carried };
  return whole.from < begins ? [{ ...whole, until: begins, source: NO_FLOOR_YET }, lifted] : [lifted];
}

const ABOVE_FLOOR: Text = {
  zh: '约定利率（不低于合同订立时1年期LPR）',
  en: 'the agreed rate (not below the one-year LPR when the contract was made)',
};
const NO_FLOOR_YET: Text = {
  zh: '约定利率（不适用条例，无最低利率要求）',
  en: 'the agreed rate (not under the regulation, so without its floor)',
};

const CONTRACT: Text = { zh: '合同订立时1年期LPR', en: 'one-year LPR when the contract was made' };
const BREACH: Text = { zh: '违约行为发生时1年期LPR', en: 'one-year LPR at the time of the breach' };

function atOneDay(
  lpr: LprSeries,
  day: PlainDate,
  field: string,
  what: Text,
  days: Pick<RatePiece, 'from' | 'until' | 'multiplier'>,
  calendar: Calendar,
): RatePiece {
  const publication = knownLpr(lpr, day, field);
  const carried = day >= nextPublication(lpr, calendar);
  return {
    ...days,
    rate: exact(publication.rate, 'rate'),
    per: 'year',
    source: published(what, publication, carried),
    provisional: carried,
  };
}

function floating(
  lpr: LprSeries,
  from: PlainDate,
  until: PlainDate,
  multiplier: Exact,
  calendar: Calendar,
): readonly RatePiece[] {
  knownLpr(lpr, from, 'from');
  return (lprOver(lpr, from, until, calendar) ?? []).map((stretch) => ({
    from: stretch.from,
    until: stretch.until,
    rate: exact(stretch.publication.rate, 'rate'),
    per: 'year',
    multiplier,
    source: published({ zh: '同期1年期LPR', en: 'one-year LPR of the time' }, stretch.publication, stretch.carried),
    provisional: stretch.carried,
  }));
}

function halfYearly(
  basis: Extract<RateBasis, { kind: 'halfYearly' }>,
  from: PlainDate,
  until: PlainDate,
  multiplier: Exact,
): readonly RatePiece[] {
  const points = exact(basis.points, 'points');
  const cuts = basis.references.map((reference) => reference.from).filter((cut) => cut > from && cut < until);
  const bounds = [from, ...cuts, until];
  return bounds.slice(0, -1).map((start, at) => {
    const reference: Reference | undefined = basis.references.findLast((candidate) => candidate.from <= start);
    if (reference === undefined) throw new InterestRefused('references', `no reference rate is given for ${start}`);
    const source = {
      zh: `自${reference.from}起的基准利率${reference.rate}%加${basis.points}个百分点`,
      en: `reference rate ${reference.rate}% from ${reference.from} plus ${basis.points} points`,
    };
    const rate = exact(reference.rate, 'references').plus(points);
    return {
      from: start,
      until: bounds[at + 1] as PlainDate,
      rate,
      per: 'year',
      multiplier,
      source,
      provisional: false,
    };
  });
}

function knownLpr(lpr: LprSeries, day: PlainDate, field: string): LprPublication {
  const publication = lprOn(lpr, day);
  if (publication !== null) return publication;
  throw new InterestRefused(
    field,
    `there is no LPR on ${day}: the first was published on ${lpr.rows[0]?.date ?? 'no day'}`,
  );
}

function published(what: Text, publication: LprPublication, carried: boolean): Text {
  return unverified(
    {
      zh: `${what.zh}，${publication.date}公布${publication.rate}%`,
      en: `${what.en}, ${publication.rate}% published on ${publication.date}`,
    },
    carried,
  );
}

function unverified({ zh, en }: Text, carried: boolean): Text {
  if (!carried) return { zh, en };
  return {
    zh: `${zh}，沿用，其后公布的利率尚未核实`,
    en: `${en}, carried forward: later publications are not verified`,
  };
}
