import { Temporal } from 'temporal-polyfill';
import { dateOfDay, isPlainDate, type PlainDate } from './plain-date.js';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}([.,]\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** China keeps UTC+8 all year since its last summer time ended, so no zone table is needed from here on. */
const SHANGHAI_SETTLED = Date.UTC(1992, 0, 1);

/**
 * The day on which an instant falls in a zone, or the day itself when a plain date is given. Never by the zone of the
 * machine. RangeError for a text which is neither, in particular for a time without an offset.
 */
export function dayInZone(at: string, zone: string): PlainDate {
  if (isPlainDate(at)) return at;
  if (!INSTANT.test(at)) throw new RangeError(`not a date, nor a time with an offset: ${JSON.stringify(at)}`);
  const millis = Date.parse(at.replace(',', '.'));
  if (Number.isNaN(millis)) throw new RangeError(`no such time: ${JSON.stringify(at)}`);
  if (zone === 'UTC') return dayOfMillis(millis);
  if (zone === 'Asia/Shanghai' && millis >= SHANGHAI_SETTLED) return dayOfMillis(millis + 8 * 3_600_000);
  const zoned = Temporal.Instant.fromEpochMilliseconds(millis).toZonedDateTimeISO(zone);
  return zoned.toPlainDate().toString() as PlainDate;
}

function dayOfMillis(millis: number): PlainDate {
  return dateOfDay(Math.floor(millis / 86_400_000));
}
