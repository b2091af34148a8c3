import { showTime } from './show-date.js';
import { narrow, readDate } from './plain-date.js';

/**
 * A moment as people write it, a day or a day with a time in Shanghai, to what the API takes: `2026-06-30`, of which the
 * end is meant, or `2026-06-30T14:03:00+08:00`.
 *
 * @returns null where there is no such moment
 */
export function readMoment(text: string): string | null {
  const plain = narrow(text).trim();
  const time = /^(.*?)[\sT]+(\d{1,2}):(\d{2})$/.exec(plain);
  if (!time) return readDate(plain);
  const [day, hour, minute] = [readDate(time[1]!), Number(time[2]), Number(time[3])];
  if (day === null || hour > 23 || minute > 59) return null;
  return `${day}T${String(hour).padStart(2, '0')}:${time[3]!}:00+08:00`;
}

/** A moment of the API as one would type it: `2026-06-30 14:03` in Shanghai. */
export function typedMoment(moment: string): string {
  return moment.includes('T') ? showTime(moment) : moment;
}
