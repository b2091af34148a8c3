import { Temporal } from 'temporal-polyfill';
import { dateOfDay, dayNumber, isPlainDate, type PlainDate } from './plain-date.js';

const INSTANT = /^.{10}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** China keeps UTC+8 all year since its last summer time ended, so no zone table is needed from here on. */
const SHANGHAI_SETTLED = dayNumber('1992-01-01' as PlainDate);
const SHANGHAI_MINUTES = 8 * 60;
export const DAY_MINUTES = 24 * 60;

/**
 * The day on which an instant falls in a zone, or the day itself when a plain date is given. Never by the zone of the
 * machine. RangeError for a text which is neither, in particular for a time without an offset.
 */
export function dayInZone(at: string, zone: string): PlainDate {
  return dateOfDay(dayNumberInZone(at, zone));
}

/** The same as a day number. */
export function dayNumberInZone(at: string, zone: string): number {
  return isPlainDate(at) ? dayNumber(at) : Math.floor(minuteInZone(at, zone) / DAY_MINUTES);
}

/** Minutes from 1970-01-01T00:00 on the clocks of the zone to the instant, whole; a plain date is its first minute. */
export function minuteInZone(at: string, zone: string): number {
  if (isPlainDate(at)) return dayNumber(at) * DAY_MINUTES;
  const date = at.slice(0, 10);
  if (!isPlainDate(date) || !INSTANT.test(at))
    throw new RangeError(`not a date, nor a time with an offset: ${JSON.stringify(at)}`);
  const day = dayNumber(date);
  if (zone === 'UTC') return day * DAY_MINUTES + minutesUtc(at);
  if (zone === 'Asia/Shanghai' && day > SHANGHAI_SETTLED) return day * DAY_MINUTES + minutesUtc(at) + SHANGHAI_MINUTES;
  const zoned = Temporal.Instant.from(at).toZonedDateTimeISO(zone);
  return dayNumber(zoned.toPlainDate().toString() as PlainDate) * DAY_MINUTES + zoned.hour * 60 + zoned.minute;
}

/** A minute on the clocks of Shanghai as an instant: `2026-02-09T17:30:00+08:00`. */
export function shanghaiInstant(minute: number): string {
  const day = Math.floor(minute / DAY_MINUTES);
  const [hours, minutes] = [Math.floor((minute - day * DAY_MINUTES) / 60), (minute - day * DAY_MINUTES) % 60];
  const two = (part: number) => String(part).padStart(2, '0');
  return `${dateOfDay(day)}T${two(hours)}:${two(minutes)}:00+08:00`;
}

/** Minutes from the written day's midnight in UTC to the instant; seconds cannot move it to another day. */
function minutesUtc(at: string): number {
  const minutes = clockMinutes(at, 11);
  if (at.endsWith('Z')) return minutes;
  const offset = clockMinutes(at, at.length - 5);
  return at.charAt(at.length - 6) === '-' ? minutes + offset : minutes - offset;
}

function clockMinutes(text: string, from: number): number {
  return Number(text.slice(from, from + 2)) * 60 + Number(text.slice(from + 3, from + 5));
}
