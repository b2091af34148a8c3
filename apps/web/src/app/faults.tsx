import type { ErrorComponentProps } from '@tanstack/react-router';
import { Button } from '../kit/button.js';
import { Page } from '../kit/page.js';
import { useText } from '../text/names.js';

export function NotFound() {
  const t = useText();
  return (
    <Page title={t('fault.notFound')} narrow>
      <div className="stack">
        <p>{t('fault.notFoundHelp')}</p>
        <p>
          <a href="/">{t('fault.home')}</a>
        </p>
      </div>
    </Page>
  );
}

/** The page broke; the shell around it and the drafts on the device did not. */
export function Crashed({ error }: ErrorComponentProps) {
  const t = useText();
  return (
    <Page title={t('fault.unexpected')} narrow>
      <div className="stack">
        {error instanceof Error && <p className="mono quiet">{error.message}</p>}
        <div className="buttons">
          <Button onClick={() => window.location.reload()}>{t('fault.reload')}</Button>
          <a href="/">{t('fault.home')}</a>
        </div>
      </div>
    </Page>
  );
}
