import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Problem, unreachable } from '../api/problem.js';
import { useText } from '../text/names.js';
import { Button } from './button.js';
import { Page } from './page.js';

export function Loading() {
  const t = useText();
  return (
    <p className="loading" role="status">
      {t('state.loading')}
    </p>
  );
}

export function Empty({ children }: { readonly children: ReactNode }) {
  return (
    <div className="card empty" role="status">
      <p>{children}</p>
    </div>
  );
}

/** What went wrong, in a sentence that says what to do. */
export function useProblemText(): (cause: unknown) => string {
  const t = useText();
  return (cause) => {
    if (!(cause instanceof Problem)) return t('fault.unexpected');
    if (cause.code === unreachable) return t('fault.unreachable');
    if (cause.detail) return cause.detail;
    if (cause.status === 403) return t('fault.forbidden');
    if (cause.status === 404) return t('fault.notFound');
    return cause.title || t('fault.unknown');
  };
}

export function ProblemNotice({ cause, retry }: { readonly cause: unknown; readonly retry?: () => unknown }) {
  const t = useText();
  const text = useProblemText();
  const missing = cause instanceof Problem && cause.status === 404;
  // What was asked for in the address can be at fault as a field can: asked again, it is refused again.
  const faults = cause instanceof Problem ? cause.errors : [];
  return (
    <div className="notice stack" data-tone="late" role="alert">
      <div>
        <h2>{faults.length > 0 ? t('fault.asked') : text(cause)}</h2>
        {faults.map(({ field, message }) => (
          <p key={field}>{message}</p>
        ))}
        {missing && <p>{t('fault.notFoundHelp')}</p>}
      </div>
      {retry && !missing && faults.length === 0 && (
        <div>
          <Button kind="second" onClick={() => void retry()}>
            {t('action.retry')}
          </Button>
        </div>
      )}
    </div>
  );
}

interface AnsweredProps<T> {
  readonly query: UseQueryResult<T>;
  /** The answer is the whole page: a failure then needs a heading and a title of its own. */
  readonly page?: boolean;
  readonly children: (data: T) => ReactNode;
}

/** Shows what a query answered; while it has nothing yet, that it is being fetched or why it failed. */
export function Answered<T>({ query, page, children }: AnsweredProps<T>) {
  if (query.data !== undefined) return children(query.data);
  // A session that ended is asked for in a dialog above; the query goes on after it.
  if (query.error instanceof Problem && query.error.status === 401) return <Loading />;
  if (!query.isError) return <Loading />;
  const notice = <ProblemNotice cause={query.error} retry={query.refetch} />;
  return page ? <FailedPage>{notice}</FailedPage> : notice;
}

function FailedPage({ children }: { readonly children: ReactNode }) {
  const t = useText();
  return (
    <Page title={t('fault.title')} narrow>
      {children}
    </Page>
  );
}
