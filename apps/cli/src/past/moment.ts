import type { Parts } from '@redress/casework/kernel/parts.js';
import { isPlainDate } from '@redress/deadlines/calendar/plain-date.js';
import { isInstant } from '@redress/event-store/instant.js';
import { noLaterThan, past, type Past } from '@redress/projections/followed-case/past.js';
import { knownUpTo } from '@redress/projections/known-up-to.js';
import { type Arguments, BadArgument, shown } from '../arguments.js';

export const momentUsage = `  --as-of WHEN      截至时点：日期（当日终了）或时刻；不填为现在 · a day (its end) or an instant; now when left out
  --known-at WHEN   当时所知：其后的记录不计；不填为现在 · what was recorded later is left out; now when left out
`;

/**
 * The moment which `--as-of` and `--known-at` say; of one that these views have not reached yet, as it was known when they
 * had reached all. @throws BadArgument
 */
export async function momentSaid(
  { store, pool }: Pick<Parts, 'store' | 'pool'>,
  given: Arguments,
  views: readonly string[],
): Promise<Past> {
  const { rows } = await pool.query<{ now: Date }>('SELECT clock_timestamp() AS now');
  const now = rows[0]!.now.toISOString();
  const known = await knownUpTo(store, pool, views, now);
  const knownAt = instantSaid(given, 'known-at', now) ?? now;
  const asOf = instantSaid(given, 'as-of', now) ?? knownAt;
  if (Date.parse(asOf) > Date.parse(knownAt))
    throw new BadArgument('--known-at', { zh: '不能早于 --as-of', en: 'cannot lie before --as-of' });
  return noLaterThan(past(asOf, knownAt), known);
}

function instantSaid(given: Arguments, option: string, now: string): string | null {
  const said = given.text(option);
  if (said === null) return null;
  if (!isPlainDate(said) && !isInstant(said))
    throw new BadArgument(`--${option}`, {
      zh: `应为日期或带时区的时刻，而不是${shown(said)}`,
      en: `a day, or a time with an offset, is expected, not ${shown(said)}`,
    });
  const instant = isPlainDate(said) ? `${said}T23:59:59.999999+08:00` : said;
  if (Date.parse(instant) <= Date.parse(now)) return instant;
  if (isPlainDate(said) && Date.parse(`${said}T00:00:00+08:00`) <= Date.parse(now)) return now;
  throw new BadArgument(`--${option}`, { zh: '不能晚于现在', en: 'lies in the future' });
}
