import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { board, boardCases } from '../../api/queries.js';
import { Listed } from '../../kit/listed.js';
import { Page } from '../../kit/page.js';
import { useName, useText } from '../../text/names.js';
import { ExportThis } from '../exports/export-this.js';
import { pastOf, withoutPast } from '../past/past.js';
import { PastControl } from '../past/past-control.js';
import { CaseTable } from '../worklist/case-table.js';

const route = getRouteApi('/board/cases');

/** The cases behind one number of the board. */
export function BoardCases() {
  const t = useText('supervision');
  const name = useName();
  const search = route.useSearch();
  const navigate = useNavigate();
  const { data } = useQuery(board(pastOf(search)));
  const district = data?.rows.find((row) => row.district?.code === search.district)?.district;
  const clock = data?.clocks.find(({ rule }) => rule === search.clock);
  const { status: standing, ...where } = search;
  const cell = { ...where, standing };
  const parts = [
    search.status && t(`status.${search.status}`),
    search.district && (district ? name(district.name) : search.district),
    search.kind && t(`common:kind.${search.kind}`),
    search.clock && (clock ? name(clock.title) : search.clock),
  ].filter((part): part is string => Boolean(part));
  return (
    <Page
      title={parts.join(' · ') || t('board.title')}
      above={
        <Link
          className="back"
          to="/board"
          search={{ ...pastOf(search), ...(search.clock ? { clock: search.clock } : {}) }}
        >
          ‹ {t('board.title')}
        </Link>
      }
    >
      <div className="stack">
        <PastControl
          past={pastOf(search)}
          what="worklist"
          go={(past) => void navigate({ to: '/board/cases', search: { ...withoutPast(search), ...past } })}
        />
        <Listed query={useInfiniteQuery(boardCases(search))} none={t('board.noCases')}>
          {(rows) => <CaseTable rows={rows} label={parts.join(' · ')} past={pastOf(search)} />}
        </Listed>
        <ExportThis what={parts.join(' · ')} name="sla-board" query={cell} />
      </div>
    </Page>
  );
}
