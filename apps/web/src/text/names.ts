import type { TFunction } from 'i18next';
import { use } from 'react';
import type { Name } from '../api/types.js';
import type { Language } from '../calendar/show-date.js';
import { usePreferences } from '../app/preferences.js';
import { textsOf } from './i18n.js';

export function useLanguage(): Language {
  return usePreferences().language;
}

/** Picks the reading of a name the server gives in both languages. */
export function useName(): (name: Name | null | undefined) => string {
  const language = useLanguage();
  return (name) => (name ? (language === 'en' ? name.en : name.zh) : '');
}

/** Texts of one part of the app, with those common to all; the page waits where they are still being fetched. */
export function useText(part = 'common'): TFunction {
  return use(textsOf(useLanguage(), part));
}
