import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { request } from '../../api/client.js';
import { inbox } from '../../api/queries.js';
import type { Inbox } from '../../api/types.js';
import { showTime } from '../../calendar/show-date.js';
import { Button } from '../../kit/button.js';
import { Listed } from '../../kit/listed.js';
import { Page } from '../../kit/page.js';
import { useText } from '../../text/names.js';

/** What this account was told, the newest first. */
export function InboxPage() {
  const t = useText('notices');
  const queries = useQueryClient();
  const query = useInfiniteQuery(inbox);
  const unread = query.data?.pages[0]?.unread ?? 0;
  const read = async (notices?: readonly string[]) => {
    await request('/api/notices/read', { method: 'POST', body: notices ? { notices } : {} });
    await queries.invalidateQueries({ queryKey: ['inbox'] });
  };
  return (
    <Page title={t('title')} lede={query.data && t('lede', { count: unread })}>
      <div className="stack">
        <div className="buttons">
          {unread > 0 && (
            <Button kind="second" onClick={() => void read()}>
              {t('readAll')}
            </Button>
          )}
          <Link to="/inbox/preferences">{t('preferences.title')}</Link>
        </div>
        <Listed query={query} none={t('none')}>
          {(rows) => (
            <ul className="case-cards">
              {rows.map((notice) => (
                <Notice key={notice.id} notice={notice} onRead={() => void read([notice.id])} />
              ))}
            </ul>
          )}
        </Listed>
      </div>
    </Page>
  );
}

function Notice({ notice, onRead }: { readonly notice: Inbox['rows'][number]; readonly onRead: () => void }) {
  const t = useText('notices');
  return (
    <li className="card case-card">
      <div className="case-card-head">
        <h2>
          {notice.caseNumber ? (
            <Link to="/cases/$caseId" params={{ caseId: notice.caseNumber }} onClick={() => !notice.read && onRead()}>
              {notice.title}
            </Link>
          ) : (
            notice.title
          )}
        </h2>
        {!notice.read && (
          <span className="tag" data-tone="accent">
            {t('unread')}
          </span>
        )}
      </div>
      <p className="text">{notice.body}</p>
      <p className="quiet small">
        <time dateTime={notice.at}>{showTime(notice.at)}</time>
        {notice.caseNumber && <span className="mono"> · {notice.caseNumber}</span>}
      </p>
      {!notice.read && (
        <div>
          <Button kind="plain" onClick={onRead}>
            {t('markRead')}
            <span className="visually-hidden"> {notice.title}</span>
          </Button>
        </div>
      )}
    </li>
  );
}
