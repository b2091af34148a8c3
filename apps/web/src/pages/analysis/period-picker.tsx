import { Button } from '../../kit/button.js';
import { useText } from '../../text/names.js';
import { asKind, kindOf, later, type PeriodKind } from './period.js';
import { usePeriodWords } from './period-words.js';

interface Props {
  readonly period: string;
  readonly go: (period: string) => void;
}

const kinds: readonly PeriodKind[] = ['month', 'quarter', 'year'];

export function PeriodPicker({ period, go }: Props) {
  const t = useText('analysis');
  const words = usePeriodWords();
  const kind = kindOf(period);
  return (
    <div className="buttons" role="group" aria-label={t('period.title')}>
      <div className="segments">
        {kinds.map((one) => (
          <button key={one} type="button" aria-pressed={one === kind} onClick={() => go(asKind(period, one))}>
            {t(`period.${one}`)}
          </button>
        ))}
      </div>
      <Button kind="second" onClick={() => go(later(period, -1))}>
        ‹<span className="visually-hidden"> {words(later(period, -1))}</span>
      </Button>
      <strong aria-live="polite">{words(period)}</strong>
      <Button kind="second" onClick={() => go(later(period, 1))}>
        ›<span className="visually-hidden"> {words(later(period, 1))}</span>
      </Button>
    </div>
  );
}
