import { useEffect, useRef, type ReactNode } from 'react';
import { Button } from '../../kit/button.js';
import { ErrorSummary } from '../../kit/error-summary.js';
import { Page } from '../../kit/page.js';
import { useText } from '../../text/names.js';
import { DraftKept } from './draft-kept.js';
import { lastStep, type useStep } from './use-step.js';

interface Props {
  readonly title: string;
  readonly windowTitle?: string;
  /** Names the form, where its page's heading does not. */
  readonly label?: string;
  readonly lede: string;
  readonly above: ReactNode;
  readonly at: ReturnType<typeof useStep>;
  readonly goOn: () => void;
  readonly dropDraft: () => void;
  /** Leads to the page where a field lives. */
  readonly leadTo: (step: string, message: string) => ReactNode;
  readonly children: ReactNode;
}

/** One page of a form laid over several. */
export function StepForm({ title, windowTitle, label, lede, above, at, goOn, dropDraft, leadTo, children }: Props) {
  const t = useText();
  const { faults, elsewhere, attempt, busy } = at;
  return (
    <Page
      title={title}
      {...(windowTitle && { windowTitle })}
      lede={lede}
      faulty={faults.length + elsewhere.length > 0}
      narrow
      above={above}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          goOn();
        }}
        noValidate
        className="fields"
        aria-label={label}
      >
        {faults.length > 0 && <ErrorSummary faults={faults} attempt={attempt} />}
        {elsewhere.length > 0 && <FaultsElsewhere faults={elsewhere} attempt={attempt} leadTo={leadTo} />}
        {children}
        <div className="buttons">
          <Button type="submit" busy={busy}>
            {busy ? t('state.sending') : t(at.step === lastStep ? 'draft.lodge' : 'action.continue')}
          </Button>
        </div>
        <DraftKept drop={dropDraft} />
      </form>
    </Page>
  );
}

interface ElsewhereProps extends Pick<Props, 'leadTo'> {
  readonly faults: ReturnType<typeof useStep>['elsewhere'];
  readonly attempt: number;
}

/** Faults of other pages: each leads to the page where its field lives. */
function FaultsElsewhere({ faults, attempt, leadTo }: ElsewhereProps) {
  const t = useText();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempt > 0) box.current?.focus();
  }, [attempt]);
  return (
    <div className="summary" role="alert" tabIndex={-1} ref={box} aria-labelledby="elsewhere-summary">
      <h2 id="elsewhere-summary">{t('fault.summary')}</h2>
      <ul>
        {faults.map(({ step, field, message }) => (
          <li key={field + message}>{leadTo(step, message)}</li>
        ))}
      </ul>
    </div>
  );
}
