import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { Fault } from '../../kit/form.js';
import { useText } from '../../text/names.js';
import { stepOfField } from './form-of-matter.js';
import type { MatterName, Step } from './matters.js';

interface Props {
  readonly faults: readonly Fault[];
  readonly matter: MatterName;
  readonly steps: readonly Step[];
  /** Counts the failed tries: the summary takes the focus at each. */
  readonly attempt: number;
}

/** Faults of other pages: each leads to the page where its field lives. */
export function FaultsElsewhere({ faults, matter, steps, attempt }: Props) {
  const t = useText();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempt > 0) box.current?.focus();
  }, [attempt]);
  return (
    <div className="summary" role="alert" tabIndex={-1} ref={box} aria-labelledby="elsewhere-summary">
      <h2 id="elsewhere-summary">{t('fault.summary')}</h2>
      <ul>
        {faults.map(({ field, message }) => (
          <li key={field + message}>
            <Link to="/matters/$matter/$step" params={{ matter, step: stepOfField(steps, field)?.name ?? 'check' }}>
              {message}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
