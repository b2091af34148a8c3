import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMe } from '../../app/session.js';
import { shanghaiDay } from '../../calendar/plain-date.js';
import { useText } from '../../text/names.js';
import { faultsOfStep } from './check-draft.js';
import { dropDraft, hasDraft, passedGate, readDraft, steps } from './draft.js';
import { DraftKept } from './draft-kept.js';

/** The claim begun on this device: gone on with, or let go. */
export function BegunDraft({ dropped }: { readonly dropped?: () => void }) {
  const t = useText();
  const account = useMe();
  const [begun, setBegun] = useState(() => hasDraft(account));
  if (!begun) return null;
  const draft = readDraft(account);
  const today = shanghaiDay(Date.now());
  const step = draft.checked ? undefined : steps.find((one) => faultsOfStep(one, draft, today).length > 0);
  return (
    <div className="notice" data-tone="accent">
      <h2>{t('draft.begun')}</h2>
      <p>
        {passedGate(draft) ? (
          <Link to="/lodge/$step" params={{ step: step ?? 'check' }}>
            {t('draft.goOn')}
          </Link>
        ) : (
          <Link to="/lodge">{t('draft.goOn')}</Link>
        )}
      </p>
      <DraftKept
        drop={() => {
          dropDraft(account);
          setBegun(false);
          dropped?.();
        }}
      />
    </div>
  );
}
