import type { Axis } from '@redress/deadlines/calendar/calendar.js';
import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import { Arguments, BadArgument, shown } from '../arguments.js';

export type AddedUnit = 'wd' | 'd' | 'm';
export type RollAsked = 'none' | 'next-working-day';

export interface DeadlineAsked {
  readonly from: PlainDate;
  readonly count: number;
  readonly unit: AddedUnit;
  readonly roll: RollAsked;
  readonly knownAt: PlainDate | null;
  readonly axis: Axis;
}

/** What `redress deadline` is asked. @throws BadArgument */
export function readDeadline(words: readonly string[]): DeadlineAsked {
  const given = new Arguments(words, { one: ['from', 'add', 'roll', 'known-at', 'axis'], none: ['json'] });
  const from = given.requiredDate('from');
  const { count, unit } = readTerm(given.required('add'));
  const roll = given.oneOf('roll', ['none', 'next-working-day']) ?? 'none';
  const knownAt = given.date('known-at');
  const axis = given.oneOf('axis', ['notice', 'data']);
  if (axis !== null && knownAt === null)
    throw new BadArgument('--axis', { zh: '只与 --known-at 一起使用', en: 'goes with --known-at only' });
  return { from, count, unit, roll, knownAt, axis: axis ?? 'notice' };
}

function readTerm(text: string): { count: number; unit: AddedUnit } {
  const [, count, unit] = /^([+-]?\d{1,7})(wd|d|m)$/.exec(text) ?? [];
  if (count === undefined)
    throw new BadArgument('--add', {
      zh: `应为 10wd（工作日）、30d（日）或 3m（月），而不是${shown(text)}`,
      en: `10wd (working days), 30d (days) or 3m (months) is expected, not ${shown(text)}`,
    });
  return { count: Number(count), unit: unit as AddedUnit };
}
