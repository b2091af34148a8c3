import i18next, { type BackendModule, type TFunction } from 'i18next';
import { preferences } from '../app/preferences.js';
import type { Language } from '../calendar/show-date.js';

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
  await i18next.use(modules).init({
    lng: preferences().language,
    fallbackLng: false,
    ns: ['common'],
    defaultNS: 'common',
    fallbackNS: 'common',
    interpolation: { escapeValue: false },
  });
}

/** A promise that React can read at once, without a pause, once it is kept. */
type Kept<T> = Promise<T> & { status?: 'fulfilled'; value?: T };

const promised = new Map<string, Kept<TFunction>>();

/** The texts of a part in a language; the same promise each time, as a page that waits on it needs. */
export function textsOf(language: Language, part: string): Promise<TFunction> {
  const key = `${language}/${part}`;
  const known = promised.get(key);
  if (known) return known;
  const translate = (): TFunction => i18next.getFixedT(language, part);
  const loaded = i18next.hasLoadedNamespace(part, { lng: language });
  const promise: Kept<TFunction> = loaded ? Promise.resolve(translate()) : i18next.loadNamespaces(part).then(translate);
  const keep = (value: TFunction) => {
    promise.status = 'fulfilled';
    promise.value = value;
  };
  if (loaded) keep(translate());
  // One that failed is asked for again by the next page that reads it; this one's page shows the failure.
  else promise.then(keep, () => promised.delete(key));
  promised.set(key, promise);
  return promise;
}

export { i18next };
