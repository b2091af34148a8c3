import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { board, boardCases } from '../../api/queries.js';
import { Page } from '../../kit/page.js';
import { Answered } from '../../kit/states.js';
import { useName, useText } from '../../text/names.js';
import { CaseTable } from '../worklist/case-table.js';

const route = getRouteApi('/board/cases');

/** The cases behind one number of the board. */
export function BoardCases() {
  const t = useText('supervision');
  const name = useName();
  const search = route.useSearch();
  const { data } = useQuery(board(search.clock));
  const district = data?.rows.find((row) => row.district?.code === search.district)?.district;
  const clock = data?.clocks.find(({ rule }) => rule === search.clock);
  const parts = [
    search.status && t(`status.${search.status}`),
    search.district && (district ? name(district.name) : search.district),
    search.clock && (clock ? name(clock.title) : search.clock),
  ].filter((part): part is string => Boolean(part));
  return (
    <Page
      title={parts.join(' · ') || t('board.title')}
      above={
        <Link className="back" to="/board" search={search.clock ? { clock: search.clock } : {}}>
          ‹ {t('board.title')}
        </Link>
      }
    >
      <Answered query={useQuery(boardCases(search))}>
        {({ rows }) =>
          rows.length === 0 ? (
            <div className="card empty">
              <p>{t('board.noCases')}</p>
            </div>
          ) : (
            <CaseTable rows={rows} label={parts.join(' · ')} />
          )
        }
      </Answered>
    </Page>
  );
}
