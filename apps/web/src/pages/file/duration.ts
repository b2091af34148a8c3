import { useText } from '../../text/names.js';

/** Seconds as days and hours, what is less than an hour as minutes. */
export function useDuration(): (seconds: number) => string {
  const t = useText('file');
  return (seconds) => {
    const [days, hours, minutes] = [
      Math.floor(seconds / 86_400),
      Math.floor((seconds % 86_400) / 3_600),
      Math.floor((seconds % 3_600) / 60),
    ];
    return days + hours > 0 ? t('duration.long', { days, hours }) : t('duration.short', { minutes });
  };
}
