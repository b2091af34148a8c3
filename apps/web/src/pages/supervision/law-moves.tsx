import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Problem } from '../../api/problem.js';
import { lawMoves } from '../../api/queries.js';
import type { LawMoves as Moves } from '../../api/types.js';
import { showTime } from '../../calendar/show-date.js';
import { Listed } from '../../kit/listed.js';
import { Page } from '../../kit/page.js';
import { Pick } from '../../kit/pick.js';
import { StackedTable } from '../../kit/stacked-table.js';
import { Empty } from '../../kit/states.js';
import { Day, ProvisionalTag } from '../../kit/tags.js';
import { useName, useText } from '../../text/names.js';

const route = getRouteApi('/law-moves');
type MovedCase = Moves['rows'][number];

/** What the latest version of a calendar, a pack or a policy moved: each open clock and each rung, from which day to which. */
export function LawMoves() {
  const t = useText('supervision');
  const { stream } = route.useSearch();
  const navigate = useNavigate();
  const words = useLawWords();
  const query = useInfiniteQuery({ ...lawMoves(stream), placeholderData: (before) => before });
  const first = query.data?.pages[0];
  const streams = useInfiniteQuery(lawMoves(undefined)).data?.pages[0]?.streams ?? [];
  // Nothing followed the first edition of the law yet.
  const none = query.error instanceof Problem && query.error.status === 404;
  return (
    <Page
      title={t('moves.title')}
      lede={t('moves.lede')}
      above={
        <Link className="back" to="/escalations">
          ‹ {t('escalations.title')}
        </Link>
      }
    >
      <div className="stack">
        {streams.length > 0 && (
          <div className="filters">
            <Pick
              id="moves-stream"
              label={t('moves.law')}
              options={streams.map((value) => ({ value, label: words(value) }))}
              any={t('moves.latest')}
              chosen={stream ?? ''}
              choose={(next) => void navigate({ to: '/law-moves', search: { stream: next } })}
            />
          </div>
        )}
        {first && (
          <p role="status">
            {t('moves.about', { law: words(first.stream), when: showTime(first.recordedAt), position: first.position })}
          </p>
        )}
        {none ? (
          <Empty>{t('moves.noVersion')}</Empty>
        ) : (
          <Listed query={query} none={t('moves.none')} shown={t('moves.more')}>
            {(rows) => <MovedCases rows={rows} />}
          </Listed>
        )}
      </div>
    </Page>
  );
}

/** What a stream of the law is about: `calendar-CN`, `lawPack-…`, `policy-…`. */
function useLawWords(): (stream: string) => string {
  const t = useText('supervision');
  return (stream) => {
    const [category = '', id = ''] = [stream.slice(0, stream.indexOf('-')), stream.slice(stream.indexOf('-') + 1)];
    return t(`moves.stream.${category}`, { id, defaultValue: stream });
  };
}

function MovedCases({ rows }: { readonly rows: readonly MovedCase[] }) {
  const t = useText('supervision');
  const column = (id: string) => ({ id, title: t(`moves.column.${id}`) });
  return (
    <div className="table-card">
      <StackedTable
        label={t('moves.title')}
        rows={rows}
        keyOf={({ caseId }) => caseId}
        columns={[
          {
            ...column('case'),
            cell: (row) => (
              <>
                <Link className="row-link mono" to="/cases/$caseId" params={{ caseId: row.caseId }}>
                  {row.caseNumber}
                </Link>
                <span className="sub">{t(`common:kind.${row.kind}`)}</span>
              </>
            ),
          },
          { ...column('clocks'), cell: (row) => <MovesOf moved={row.clocks} caseNumber={row.caseNumber} /> },
          { ...column('rungs'), cell: (row) => <MovesOf moved={row.rungs} caseNumber={row.caseNumber} /> },
        ]}
      />
    </div>
  );
}

type Moved = MovedCase['clocks'][number] | MovedCase['rungs'][number];

/** So many stand open; of more, the number first. */
const shownOpen = 2;

function MovesOf({ moved, caseNumber }: { readonly moved: readonly Moved[]; readonly caseNumber: string }) {
  const t = useText('supervision');
  if (moved.length === 0) return <span className="quiet">{t('moves.unmoved')}</span>;
  const list = (
    <ul className="plain-list">
      {moved.map((one) => (
        <li key={[one.clock, one.subject, one.run, 'rung' in one ? one.rung : ''].join('|')}>
          <Move of={one} />
        </li>
      ))}
    </ul>
  );
  if (moved.length <= shownOpen) return list;
  return (
    <details className="why">
      <summary>
        {t('moves.count', { count: moved.length })}
        <span className="visually-hidden"> {caseNumber}</span>
      </summary>
      <div className="why-body">{list}</div>
    </details>
  );
}

/** The old day above the new. */
function Move({ of }: { readonly of: Moved }) {
  const t = useText('supervision');
  const name = useName();
  return (
    <>
      <strong>{name(of.title)}</strong> {'provisionalAfter' in of && of.provisionalAfter && <ProvisionalTag />}
      {'fired' in of && of.fired && (
        <span className="tag" data-tone="outline">
          {t('moves.fired')}
        </span>
      )}
      <span className="sub">
        {of.dueBefore ? (
          <del>
            <Day date={of.dueBefore} />
          </del>
        ) : (
          t('moves.new')
        )}
        {' → '}
        {of.dueAfter ? (
          <ins>
            <Day date={of.dueAfter} />
          </ins>
        ) : (
          t('moves.gone')
        )}
      </span>
    </>
  );
}
