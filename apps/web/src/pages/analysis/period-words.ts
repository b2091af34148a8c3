import { useLanguage, useText } from '../../text/names.js';

/** A period as people say it. */
export function usePeriodWords(): (period: string) => string {
  const t = useText('analysis');
  const language = useLanguage();
  return (period) => {
    const [year, part] = [period.slice(0, 4), period.slice(5)];
    if (part === '') return t('period.words.year', { year });
    if (part.startsWith('Q')) return t('period.words.quarter', { year, quarter: part.slice(1) });
    const month =
      language === 'en'
        ? new Date(`${period}-01T00:00:00Z`).toLocaleString('en-GB', { month: 'long', timeZone: 'UTC' })
        : String(Number(part));
    return t('period.words.month', { year, month });
  };
}
