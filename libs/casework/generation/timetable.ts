import type { Calendar } from '@redress/deadlines/calendar/calendar.js';
import { addDays, plainDate, type PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import type { Chance } from './random.js';

/** The working hours of an office, in seconds of the day. */
const opens = 9 * 3600;
const closes = 17.5 * 3600;

interface Task<T> {
  readonly second: number;
  readonly of: T;
}

/**
 * What is to be done, day by day: tasks are put on a day that has not begun and taken in the order of the day's seconds,
 * within a second in that of their numbers.
 * Memory holds what is still to come.
 */
export class Timetable<T extends { readonly number: number }> {
  private readonly days = new Map<PlainDate, Task<T>[]>();

  constructor(
    private readonly calendar: Calendar,
    private readonly end: PlainDate,
  ) {}

  /** On this day, or on the first working day after it where an office acts. False where that falls after the end. */
  put(of: T, on: PlainDate, chance: Chance, days: 'workingDays' | 'anyDay' = 'workingDays'): boolean {
    let day = on;
    while (days === 'workingDays' && this.calendar.isWorkingDay(day) === false) day = addDays(day, 1);
    if (day > this.end) return false;
    const tasks = this.days.get(day);
    const task = { second: chance.whole(opens, closes), of };
    if (tasks) tasks.push(task);
    else this.days.set(day, [task]);
    return true;
  }

  /** Takes the day's tasks out, in order, each with its instant in Shanghai. */
  *take(day: PlainDate): Generator<readonly [at: string, of: T]> {
    const tasks = this.days.get(day) ?? [];
    this.days.delete(day);
    tasks.sort((a, b) => a.second - b.second || a.of.number - b.of.number);
    for (const { second, of } of tasks) yield [instant(day, second), of];
  }
}

function instant(day: PlainDate, second: number): string {
  const two = (n: number) => String(Math.floor(n)).padStart(2, '0');
  return `${day}T${two(second / 3600)}:${two((second / 60) % 60)}:${two(second % 60)}+08:00`;
}

export function daysFrom(first: string, last: string): PlainDate[] {
  const days: PlainDate[] = [];
  for (let day = plainDate(first); day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}
