import { useText } from '../../text/names.js';
import { readable } from '../commands/form-words.js';
import { usePeriodWords } from './period-words.js';
import type { Grouping } from './statistics-search.js';

/** An outcome, a way of ending or a ground, by whatever list has it. */
export function useOutcomeWords(): (name: string) => string {
  const t = useText('acts');
  const lists = ['outcome', 'declineGround', 'terminationGround', 'status'];
  return (name) => t([...lists.map((list) => `${list}.${name}`), `option.${name}`], { defaultValue: readable(name) });
}

/** What a row of figures is of, where the server gives no name for it. */
export function useFigureWords(): (by: Grouping, key: string) => string {
  const t = useText('analysis');
  const outcome = useOutcomeWords();
  const period = usePeriodWords();
  return (by, key) => {
    if (key === '') return t('figure.none');
    if (by === 'month' || by === 'quarter') return period(key);
    if (by === 'kind') return t(`common:kind.${key}`, { defaultValue: key });
    if (by === 'respondentType') return t(`common:unitType.${key}`, { defaultValue: outcome(key) });
    return outcome(key);
  };
}
