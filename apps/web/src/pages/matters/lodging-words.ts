import { useText } from '../../text/names.js';
import { useDescribedWords, type FormWords } from '../commands/form-words.js';
import { keysOf } from './word-keys.js';

/** The words of a lodging: a label and help for each field, by its path without rows. */
export function useLodgingWords(title: string): FormWords {
  const described = useDescribedWords('lodge');
  const t = useText('lodging');
  const label = (path: string) => t(keysOf('label', path), { defaultValue: described.label(path) });
  return {
    ...described,
    title,
    label,
    list: label,
    hint: (path) => t(keysOf('hint', path), { defaultValue: '' }) || null,
  };
}
