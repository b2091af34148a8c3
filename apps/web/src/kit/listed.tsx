import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Problem } from '../api/problem.js';
import { useText } from '../text/names.js';
import { Button } from './button.js';
import { Empty, Loading, ProblemNotice } from './states.js';

interface PageOf<R> {
  readonly rows: readonly R[];
}

interface Props<P> {
  readonly query: UseInfiniteQueryResult<InfiniteData<P>>;
  /** What stands where there is no row. */
  readonly none: ReactNode;
  /** Beside the button for more. */
  readonly shown?: ReactNode;
  readonly children: (rows: P extends PageOf<infer R> ? readonly R[] : never) => ReactNode;
}

/** The rows of all pages fetched so far. */
export function rowsOf<R>({ data }: { readonly data?: InfiniteData<PageOf<R>> | undefined }): readonly R[] {
  return data?.pages.flatMap((page) => page.rows) ?? [];
}

/** A list that comes a page at a time, with the button for the next. */
export function Listed<P extends PageOf<unknown>>({ query, none, shown, children }: Props<P>) {
  const t = useText();
  if (query.data === undefined) {
    // A session that ended is asked for in a dialog above; the query goes on after it.
    const failed = query.isError && !(query.error instanceof Problem && query.error.status === 401);
    return failed ? <ProblemNotice cause={query.error} retry={query.refetch} /> : <Loading />;
  }
  const rows = rowsOf(query) as Parameters<typeof children>[0];
  return (
    <>
      {rows.length > 0 ? children(rows) : !query.hasNextPage && <Empty>{none}</Empty>}
      {query.hasNextPage && (
        <div className="buttons">
          <Button kind="second" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('action.more')}
          </Button>
          {shown && <p className="quiet">{shown}</p>}
        </div>
      )}
      {query.data && query.isFetchNextPageError && <ProblemNotice cause={query.error} retry={query.fetchNextPage} />}
    </>
  );
}
