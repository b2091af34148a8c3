import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { preferences } from '../app/preferences.js';

const texts = import.meta.glob<{ default: object }>(['./zh-CN/*.ts', './en/*.ts']);

/** One module a language and part of the app, fetched when first read. */
const modules: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, part, done) => {
    const load = texts[`./${language}/${part}.ts`];
    if (!load) return done(new Error(`no text ${language}/${part}`), null);
    load().then(
      (module) => done(null, module.default as Record<string, unknown>),
      (cause: Error) => done(cause, null),
    );
  },
};

export async function startTexts(): Promise<void> {
  await i18next
    .use(modules)
    .use(initReactI18next)
    .init({
      lng: preferences().language,
      fallbackLng: false,
      ns: ['common'],
      defaultNS: 'common',
      fallbackNS: 'common',
      interpolation: { escapeValue: false },
      returnNull: false,
      react: { useSuspense: true },
    });
}

export { i18next };
