import { showDate, showTime } from '../../calendar/show-date.js';
import { useLanguage, useText } from '../../text/names.js';

/** A moment of the past as it stands in the address: as of which, and as known on which; neither is now. */
export interface Past {
  readonly asOf?: string;
  readonly knownAt?: string;
}

export function isPast({ asOf, knownAt }: Past): boolean {
  return asOf !== undefined || knownAt !== undefined;
}

/** Of an address, the part that says when. */
export function pastOf({ asOf, knownAt }: Past): Past {
  return { ...(asOf && { asOf }), ...(knownAt && { knownAt }) };
}

/** Of an address, all the rest. */
export function withoutPast<T extends Past>(search: T): Omit<T, keyof Past> {
  const { asOf: _, knownAt: __, ...rest } = search;
  return rest;
}

/** A day in words; an instant to the minute, in Shanghai. */
export function useMomentWords(): (moment: string) => string {
  const language = useLanguage();
  return (moment) => (moment.length === 10 ? showDate(moment, language) : showTime(moment));
}

/** "As it was known on 30 June", in one sentence. */
export function usePastWords(): (past: Past) => string {
  const t = useText('past');
  const words = useMomentWords();
  return ({ asOf, knownAt }) => {
    if (asOf === undefined) return knownAt === undefined ? t('now') : t('asKnown', { knownAt: words(knownAt) });
    return knownAt === undefined
      ? t('asOf', { asOf: words(asOf) })
      : t('asOfAsKnown', { asOf: words(asOf), knownAt: words(knownAt) });
  };
}
