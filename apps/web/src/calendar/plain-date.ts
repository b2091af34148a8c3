/** A day in Shanghai, `YYYY-MM-DD`; texts compare as the days do. */
const fullWidth = /[！-～]/g;

/** Full-width digits, letters and signs, as a Chinese keyboard gives them, to their plain forms. */
export function narrow(text: string): string {
  return text.replace(fullWidth, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replaceAll('　', ' ');
}

const written = [
  /^(\d{4})(\d{2})(\d{2})$/,
  /^(\d{4})\s*[-./]\s*(\d{1,2})\s*[-./]\s*(\d{1,2})$/,
  /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?$/,
];

/** @returns the day as people write it (`2025-08-30`, `20250830`, `2025.8.30`, `2025年8月30日`), null where there is no such day. */
export function readDate(text: string): string | null {
  const plain = narrow(text).trim();
  for (const form of written) {
    const parts = form.exec(plain);
    if (!parts) continue;
    const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
    const time = new Date(Date.UTC(year, month - 1, day));
    const real = time.getUTCMonth() === month - 1 && time.getUTCDate() === day && year >= 1900;
    return real ? time.toISOString().slice(0, 10) : null;
  }
  return null;
}

const day = 86_400_000;

/** @returns whole days from one plain date to another, negative when the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / day;
}

/** The day it is in Shanghai, which keeps no daylight saving time, at an instant in milliseconds. */
export function shanghaiDay(instant: number): string {
  return new Date(instant + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** @param days whole days, negative for earlier */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * day).toISOString().slice(0, 10);
}
