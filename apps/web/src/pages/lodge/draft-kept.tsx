import { useState } from 'react';
import { keptDays } from '../../app/kept-here.js';
import { Button } from '../../kit/button.js';
import { Dialog } from '../../kit/dialog.js';
import { useText } from '../../text/names.js';

interface Props {
  /** Lets the draft go, after it was asked whether that is meant. */
  readonly drop: () => void;
  /** Of several drafts on one page, which. */
  readonly which?: string;
}

/** Where a draft is kept and for how long, and the way to be rid of it: on a device of several people, before leaving. */
export function DraftKept({ drop, which }: Props) {
  const t = useText();
  const [asking, setAsking] = useState(false);
  return (
    <div className="small">
      <p className="quiet">{t('draft.kept', { count: keptDays })}</p>
      <Button kind="plain" className="flush" onClick={() => setAsking(true)}>
        {t('draft.drop')}
        {which && <span className="visually-hidden"> {which}</span>}
      </Button>
      {asking && (
        <Dialog title={t('draft.sure')} onClose={() => setAsking(false)}>
          <p>{t('draft.gone')}</p>
          <div className="buttons">
            <Button
              onClick={() => {
                setAsking(false);
                drop();
              }}
            >
              {t('draft.drop')}
            </Button>
            <Button kind="second" onClick={() => setAsking(false)}>
              {t('action.cancel')}
            </Button>
          </div>
        </Dialog>
      )}
    </div>
  );
}

/** A device that keeps nothing is told of where it matters: before the page is closed. */
export function NotKept() {
  const t = useText();
  return (
    <div className="notice narrow" data-tone="soon" role="alert">
      <p>{t('draft.notKept')}</p>
    </div>
  );
}
