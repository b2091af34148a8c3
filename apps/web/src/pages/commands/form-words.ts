import type { TFunction } from 'i18next';
import { useText } from '../../text/names.js';
import { optionLists } from '../audit/option-lists.js';
import type { FieldSpec } from './definitions.js';
import { endsCase } from './described-form.js';

/** What a form says: its fields and lists by their path without rows. */
export interface FormWords {
  readonly title: string;
  readonly button: string;
  /** What the command brings about; null where nothing was written of it. */
  readonly does: string | null;
  readonly oneALine: string;
  readonly label: (path: string) => string;
  readonly list: (path: string) => string;
  /** What helps to fill the field in; null where its label says enough. */
  readonly hint: (path: string) => string | null;
  readonly option: (field: FieldSpec, value: string) => string;
}

/** The words written for a form made by hand. */
export function useMadeWords(command: string): FormWords {
  const t = useText('commands');
  return {
    title: t(`${command}.title`),
    button: t(`${command}.button`),
    does: t(`${command}.does`),
    oneALine: t('oneALine'),
    label: (path) => t(`${command}.field.${path}`),
    list: () => t(`${command}.list`),
    hint: () => null,
    option: (field, value) => t(`common:${'texts' in field ? field.texts : ''}.${value}`),
  };
}

/** Words by the names of the command, its fields and options, for a form made from the API's document. */
export function useDescribedWords(command: string): FormWords {
  const acts = useText('acts');
  const events = useText('events');
  const label = (path: string) => {
    const name = path.split('.').at(-1)!;
    return acts(`field.${name}`, { defaultValue: events(`field.${name}`, { defaultValue: readable(name) }) });
  };
  return {
    title: titleOfAct(acts, command),
    button: acts('action.send'),
    does: endsCase(command) ? acts('ends') : null,
    oneALine: acts('oneALine'),
    label,
    list: label,
    hint: () => null,
    option: ({ name }, value) => {
      const lists = (optionLists[name] ?? []).map((list) => `${list}.${value}`);
      return acts([`option.${value}`, ...lists], { defaultValue: readable(value) });
    },
  };
}

export function titleOfAct(acts: TFunction, command: string): string {
  return acts(`title.${command}`, { defaultValue: readable(command) });
}

/** A name of the API as words: `reportBy` is Report by. */
export function readable(name: string): string {
  const words = name
    .replace(/[._-]/g, ' ')
    .replace(/([a-z\d])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
