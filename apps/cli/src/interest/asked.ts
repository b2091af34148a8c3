import { addDays, type PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import type { InterestInput, Payment, RateBasis } from '@redress/deadlines/interest/interest.js';
import { Arguments, BadArgument, dateOf, shown } from '../arguments.js';

const BASES = ['statutory', 'agreed', 'lpr-at-contract', 'lpr-at-breach', 'lpr-floating'] as const;
const BEFORE = { none: 'none', 'lpr-floating': 'lprFloating', 'lpr-at-breach': 'lprAtBreach' } as const;
const ALLOCATIONS = { 'interest-first': 'interestFirst', 'principal-first': 'principalFirst' } as const;
const SCOPES = { segment: 'segment', 'contract-date': 'contractDate' } as const;

export interface InterestAsked {
  readonly input: InterestInput;
  /** The due date, where the period is counted from the day after it. */
  readonly dueOn: PlainDate | null;
  readonly claimed: string | null;
  /** The option which gave each field of the input: a refusal of the calculation names it. */
  readonly optionOf: Readonly<Record<string, string>>;
}

/** What `redress interest` is asked. @throws BadArgument */
export function readInterest(words: readonly string[]): InterestAsked {
  const given = new Arguments(words, {
    one: [
      ...['principal', 'due', 'until', 'from', 'to', 'ends', 'basis', 'rate', 'per', 'contract-date', 'agreed-rate'],
      ...['temporal-scope', 'before-2020-09-01', 'multiplier', 'day-count', 'allocation', 'claimed'],
    ],
    many: ['payment'],
    none: ['json'],
  });
  const period = readPeriod(given);
  const input: InterestInput = {
    principal: money(given.required('principal'), 'principal'),
    currency: 'CNY',
    from: period.from,
    to: period.to,
    endInclusive: period.endInclusive,
    basis: readBasis(given),
    multiplier: decimal(given.text('multiplier') ?? '1', 'multiplier'),
    dayCount: given.oneOf('day-count', ['365', '360', 'actual', 'months']) ?? '365',
    compounding: 'none',
    payments: given.all('payment').map(readPayment),
    allocation: ALLOCATIONS[given.oneOf('allocation', keysOf(ALLOCATIONS)) ?? 'interest-first'],
  };
  const claimed = given.text('claimed');
  const [from, to] = period.dueOn === null ? ['from', 'to'] : ['due', 'until'];
  return {
    input,
    dueOn: period.dueOn,
    claimed: claimed === null ? null : money(claimed, 'claimed'),
    optionOf: { from, to, contractDate: 'contract-date', agreedRate: 'agreed-rate' },
  };
}

type Period = Pick<InterestInput, 'from' | 'to' | 'endInclusive'> & Pick<InterestAsked, 'dueOn'>;

/** Either a due date, with the days after it up to and with `--until`, or both ends and whether the last one counts. */
function readPeriod(given: Arguments): Period {
  const byDue = given.has('due') || given.has('until');
  const [start, end] = byDue ? (['due', 'until'] as const) : (['from', 'to'] as const);
  for (const other of byDue ? ['from', 'to', 'ends'] : []) {
    if (given.has(other))
      throw new BadArgument(`--${other}`, {
        zh: '不与 --due 和 --until 同用',
        en: 'does not go with --due and --until',
      });
  }
  if (!byDue && !given.has('from'))
    throw new BadArgument('--due', {
      zh: '必须给出 --due 和 --until，或者 --from、--to 和 --ends',
      en: 'give --due and --until, or --from, --to and --ends',
    });
  const [first, last] = [given.requiredDate(start), given.requiredDate(end)];
  if (last < first) throw new BadArgument(`--${end}`, { zh: `${last}早于${first}`, en: `${last} is before ${first}` });
  const second = dayAfter(first, start);
  dayAfter(last, end);
  if (byDue) return { dueOn: first, from: second, to: last, endInclusive: true };
  given.required('ends');
  const endInclusive = given.oneOf('ends', ['inclusive', 'exclusive']) === 'inclusive';
  return { dueOn: null, from: first, to: last, endInclusive };
}

/** Payments and the claims compared reach the day after either end. */
function dayAfter(date: PlainDate, option: string): PlainDate {
  if (date < '9999-12-31') return addDays(date, 1);
  throw new BadArgument(`--${option}`, { zh: '其后没有可计算的日期', en: 'there is no day after it to count' });
}

function readBasis(given: Arguments): RateBasis {
  const rate = given.text('rate');
  const named = given.oneOf('basis', BASES);
  if (rate !== null && named !== null)
    throw new BadArgument('--rate', { zh: '不与 --basis 同用', en: 'does not go with --basis' });
  const basis = named ?? (rate !== null ? 'rate' : given.has('agreed-rate') ? 'agreed' : 'statutory');
  only(given, 'per', basis === 'rate', '--rate');
  only(given, 'agreed-rate', basis === 'agreed', '--basis agreed');
  only(given, 'temporal-scope', basis === 'statutory' || basis === 'agreed', '--basis statutory | agreed');
  only(given, 'before-2020-09-01', basis === 'statutory', '--basis statutory');
  const contractDate = given.date('contract-date');
  const temporalScope = SCOPES[given.oneOf('temporal-scope', keysOf(SCOPES)) ?? 'segment'];
  switch (basis) {
    case 'rate': {
      const per = given.oneOf('per', ['year', 'day']) ?? 'year';
      const source = { zh: '命令行给出的利率', en: 'the rate given on the command line' };
      return { kind: 'fixed', rate: decimal(rate as string, 'rate'), per, source };
    }
    case 'statutory':
      if (temporalScope === 'contractDate') given.required('contract-date');
      return {
        kind: 'statutory',
        temporalScope,
        contractDate,
        before: BEFORE[given.oneOf('before-2020-09-01', keysOf(BEFORE)) ?? 'none'],
      };
    case 'agreed':
      return {
        kind: 'agreed',
        rate: decimal(given.required('agreed-rate'), 'agreed-rate'),
        contractDate: given.requiredDate('contract-date'),
        temporalScope,
      };
    case 'lpr-at-contract':
      return { kind: 'lprAtContract', contractDate: given.requiredDate('contract-date') };
    case 'lpr-at-breach':
      return { kind: 'lprAtBreach' };
    case 'lpr-floating':
      return { kind: 'lprFloating' };
  }
}

/** An option which the basis would pass over in silence is refused: the sum would not be the one asked for. */
function only(given: Arguments, option: string, applies: boolean, basis: string): void {
  if (given.has(option) && !applies)
    throw new BadArgument(`--${option}`, { zh: `只与 ${basis} 一起使用`, en: `goes with ${basis} only` });
}

function readPayment(text: string): Payment {
  const [, date, amount] = /^([^:]*):(.*)$/s.exec(text) ?? [];
  if (date === undefined || amount === undefined)
    throw new BadArgument('--payment', {
      zh: `应为 日期:金额，如 2025-10-01:50000，而不是${shown(text)}`,
      en: `DATE:AMOUNT like 2025-10-01:50000 is expected, not ${shown(text)}`,
    });
  return { on: dateOf(date, 'payment'), amount: money(amount, 'payment') };
}

/** Yuan, with cents or without: `1000000`, `1000000.50`. */
function money(text: string, option: string): string {
  if (/^\d{1,15}(\.\d{1,2})?$/.test(text)) return text;
  throw new BadArgument(`--${option}`, {
    zh: `应为金额，如 1000000 或 1000000.50，而不是${shown(text)}`,
    en: `a sum like 1000000 or 1000000.50 is expected, not ${shown(text)}`,
  });
}

function decimal(text: string, option: string): string {
  if (/^\d{1,6}(\.\d{1,12})?$/.test(text)) return text;
  throw new BadArgument(`--${option}`, {
    zh: `应为不带百分号的数字，如 3.45，而不是${shown(text)}`,
    en: `a number like 3.45, without a percent sign, is expected, not ${shown(text)}`,
  });
}

function keysOf<K extends string>(record: Readonly<Record<K, string>>): readonly K[] {
  return Object.keys(record) as K[];
}
