import type { Fault } from '../../kit/form.js';
import { useText } from '../../text/names.js';
import type { DraftFault } from './check-draft.js';

const common: ReadonlySet<string> = new Set([
  'required',
  'choose',
  'date',
  'dateInFuture',
  'notANumber',
  'threeDecimals',
  'tooLarge',
  'amountNotPositive',
  'creditCodeLength',
  'creditCode',
]);

/** Puts a fault into words, with the label the field bears on its page. */
export function useFaultWords(): (fault: DraftFault) => Fault {
  const t = useText('lodge');
  return ({ field, code, params }) => {
    const label = t(`label.${field.replace(/\[\d+]/g, '')}`);
    const message = t(common.has(code) ? `common:invalid.${code}` : `rule.${code}`, { label, ...params });
    const line = /^lines\[(\d+)]/.exec(field);
    return {
      field,
      message: line && Number(line[1]) > 0 ? t('line.of', { number: Number(line[1]) + 1, message }) : message,
    };
  };
}
