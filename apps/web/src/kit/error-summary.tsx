import { useEffect, useRef } from 'react';
import { useText } from '../text/names.js';
import { fieldId, type Fault } from './form.js';

interface Props {
  readonly faults: readonly Fault[];
  /** Counts the failed tries: the summary takes the focus at each. */
  readonly attempt: number;
  readonly prefix?: string;
}

export function ErrorSummary({ faults, attempt, prefix = 'f' }: Props) {
  const t = useText();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempt > 0) box.current?.focus();
  }, [attempt]);
  if (faults.length === 0) return null;
  return (
    <div className="summary" role="alert" tabIndex={-1} ref={box} aria-labelledby={`${prefix}-summary`}>
      <h2 id={`${prefix}-summary`}>{t('fault.summary')}</h2>
      <ul>
        {faults.map(({ field, message }) => (
          <li key={field + message}>
            <Lead id={fieldId(prefix, field)} message={message} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Lead({ id, message }: { readonly id: string; readonly message: string }) {
  return (
    <a
      href={`#${encodeURIComponent(id)}`}
      onClick={(event) => {
        event.preventDefault();
        const field = document.getElementById(id);
        const folded = field?.closest('details');
        if (folded) folded.open = true;
        field?.scrollIntoView({ block: 'center' });
        field?.focus({ preventScroll: true });
      }}
    >
      {message}
    </a>
  );
}
