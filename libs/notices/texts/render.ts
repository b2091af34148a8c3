import type { Facts, Topic } from '../topics.js';
import { frame, texts } from './texts.js';

export type Language = 'zh-CN' | 'en';
export const languages: readonly Language[] = ['zh-CN', 'en'];

/** A notice as it is shown or sent: whose case, what of it. */
export interface ToTell {
  readonly topic: Topic;
  readonly caseNumber: string | null;
  /** Opened: nothing is sealed in them any more. */
  readonly facts: Facts;
}

export interface Said {
  readonly title: string;
  readonly body: string;
}

export function said({ topic, caseNumber, facts }: ToTell, language: Language): Said {
  const { title, body } = texts[topic][language];
  const all = { ...facts, case: caseNumber };
  return { title: filled(title, all, language), body: filled(body, all, language) };
}

/** A notice as a mail of its own. */
export function mailOf(notice: ToTell, language: Language, url: string): { subject: string; text: string } {
  const { title, body } = said(notice, language);
  const { subject, link, foot } = frame[language];
  return {
    subject: oneLine(filled(subject, { title, case: notice.caseNumber }, language)),
    text: [body, '', link.replace('{url}', () => url), '', '-- ', foot, ''].join('\n'),
  };
}

/** The notices of a day as one mail. */
export function digestOf(
  notices: readonly (ToTell & { readonly url: string })[],
  language: Language,
): { subject: string; text: string } {
  const parts = notices.map((notice) => {
    const { title, body } = said(notice, language);
    return `* ${title}\n  ${body}\n  ${notice.url}`;
  });
  const { digest, foot } = frame[language];
  return {
    subject: digest.replace('{count}', String(notices.length)),
    text: [...parts.flatMap((part) => [part, '']), '-- ', foot, ''].join('\n'),
  };
}

/** A sentence in brackets falls away with a fact it lacks. */
function filled(template: string, facts: Facts, language: Language): string {
  const known = template.replace(/\[([^\]]*)\]/g, (_, sentence: string) =>
    [...sentence.matchAll(/\{(\w+)\}/g)].every(([, name]) => wordsOf(facts[name!], language) !== '') ? sentence : '',
  );
  return known.replace(/\{(\w+)\}/g, (_, name: string) => wordsOf(facts[name], language));
}

const erasedWords = { 'zh-CN': '（已依法删除）', en: '(erased under the law)' } as const;

function wordsOf(value: unknown, language: Language): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (Array.isArray(value)) {
    return value.map((member) => wordsOf(member, language)).join(language === 'en' ? '; ' : '；');
  }
  const { zh, en, item, what, caseNumber, erased } = value as Readonly<Record<string, unknown>>;
  if (erased === true) return erasedWords[language];
  if (zh !== undefined) return wordsOf(language === 'en' ? en : zh, language);
  if (caseNumber !== undefined) return wordsOf(caseNumber, language);
  // A defect: the paper, and what is wrong with it.
  if (what !== undefined)
    return `${wordsOf(item, language)}${language === 'en' ? ': ' : '：'}${wordsOf(what, language)}`;
  return '';
}

/** A header of a mail holds no line break. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
