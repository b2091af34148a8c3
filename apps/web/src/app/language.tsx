import type { Language } from '../calendar/show-date.js';
import { i18next } from '../text/i18n.js';
import { useLanguage } from '../text/names.js';
import { prefer } from './preferences.js';

/** The texts are fetched first, so that no page stands half in one language. */
export async function speak(language: Language): Promise<void> {
  await i18next.changeLanguage(language);
  prefer({ language });
}

/** Names the other language in that language. */
export function LanguageButton() {
  const other = useLanguage() === 'en' ? 'zh-CN' : 'en';
  return (
    <button type="button" className="head-button" lang={other} onClick={() => void speak(other)}>
      {other === 'en' ? 'English' : '中文'}
    </button>
  );
}
