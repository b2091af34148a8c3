import { useTranslation } from 'react-i18next';
import type { Name } from '../api/types.js';
import type { Language } from '../calendar/show-date.js';
import { usePreferences } from '../app/preferences.js';

export function useLanguage(): Language {
  return usePreferences().language;
}

/** Picks the reading of a name the server gives in both languages. */
export function useName(): (name: Name | null | undefined) => string {
  const language = useLanguage();
  return (name) => (name ? (language === 'en' ? name.en : name.zh) : '');
}

/** Texts of one part of the app, with those common to all. */
export function useText(part: string = 'common') {
  return useTranslation([part, 'common']).t;
}
