export type Language = 'zh-CN' | 'en';

const zone = 'Asia/Shanghai';
const cache = new Map<string, Intl.DateTimeFormat>();

function format(language: Language, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${name}`;
  const known = cache.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, options);
  cache.set(key, made);
  return made;
}

/** A plain date is no instant: it is written as it stands, whatever the zone of the browser. */
export function showDate(date: string, language: Language): string {
  return format(language, 'date', { timeZone: 'UTC', year: 'numeric', month: 'long', day: 'numeric' }).format(
    Date.parse(date),
  );
}

/** The date with its weekday: what a typed date is shown back as. */
export function showDateWithWeekday(date: string, language: Language): string {
  const weekday = format(language, 'weekday', { timeZone: 'UTC', weekday: 'long' }).format(Date.parse(date));
  return language === 'en' ? `${weekday}, ${showDate(date, language)}` : `${showDate(date, language)}，${weekday}`;
}

/** For tables: `2026-11-22`, or with the time in Shanghai `2026-11-22 14:03`. */
export function showTime(instant: string, seconds = false): string {
  const parts = Object.fromEntries(
    format('zh-CN', 'time', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
      .formatToParts(Date.parse(instant))
      .map(({ type, value }) => [type, value]),
  );
  const { year, month, day, hour, minute, second } = parts as Record<string, string>;
  return `${year}-${month}-${day} ${hour}:${minute}${seconds ? `:${second}` : ''}`;
}

/** The day in Shanghai on which an instant fell. */
export function dayOf(instant: string): string {
  return showTime(instant).slice(0, 10);
}
