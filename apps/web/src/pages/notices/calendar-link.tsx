import { useState } from 'react';
import { request } from '../../api/client.js';
import { Button } from '../../kit/button.js';
import { ProblemNotice } from '../../kit/states.js';
import { useText } from '../../text/names.js';

/** The officer's deadlines in a calendar of their own: whoever has the link reads it, so it is shown once. */
export function CalendarLink() {
  const t = useText('notices');
  const [link, setLink] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const [fault, setFault] = useState<unknown>(null);
  const act = (what: () => Promise<void>) => () => {
    setFault(null);
    what().catch(setFault);
  };
  const open = act(async () => {
    const { path } = await request<{ path: string }>('/api/notices/calendar', { method: 'POST' });
    setLink(new URL(path, window.location.origin).href);
    setSaid(t('calendar.opened'));
  });
  const revoke = act(async () => {
    await request('/api/notices/calendar', { method: 'DELETE' });
    setLink(null);
    setSaid(t('calendar.revoked'));
  });
  return (
    <section className="card stack" aria-labelledby="calendar-title">
      <h2 id="calendar-title">{t('calendar.title')}</h2>
      <p>{t('calendar.about')}</p>
      <p role="status" className={said ? 'done' : 'visually-hidden'}>
        {said}
      </p>
      {fault !== null && <ProblemNotice cause={fault} />}
      {link && (
        <div className="field">
          <label htmlFor="calendar-link">{t('calendar.link')}</label>
          <input
            className="input mono"
            id="calendar-link"
            readOnly
            value={link}
            onFocus={(event) => event.target.select()}
          />
        </div>
      )}
      <div className="buttons">
        <Button kind="second" onClick={open}>
          {t('calendar.open')}
        </Button>
        <Button kind="plain" onClick={revoke}>
          {t('calendar.revoke')}
        </Button>
      </div>
    </section>
  );
}
