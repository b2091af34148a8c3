import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { ApiDocument } from './api-document.js';
import { get, request } from './client.js';
import { inWords } from './marks.js';
import { Problem } from './problem.js';
import type {
  AllowedAction,
  AnyCaseFile,
  Board,
  BoardCases,
  BoardDifference,
  CaseDifference,
  Correctable,
  DemonstrationAccount,
  Escalations,
  Exportable,
  Forecast,
  Grounds,
  Health,
  History,
  Inbox,
  LawMoves,
  Me,
  NoticePreferences,
  Office,
  ProposedOffice,
  Officer,
  SealedPart,
  Worklist,
} from './types.js';

/** The last position this tab wrote: a list read afterwards waits for it, so that one's own act is never missing. */
let written: string | undefined;

export function remember(position: string): void {
  if (written === undefined || BigInt(position) > BigInt(written)) written = position;
}

export const me = queryOptions({
  queryKey: ['me'],
  queryFn: async () => {
    try {
      return await request<Me>('/api/sessions/current', { anonymous: true });
    } catch (cause) {
      if (cause instanceof Problem && cause.status === 401) return null;
      throw cause;
    }
  },
  staleTime: 5 * 60_000,
});

export const demonstrationAccounts = queryOptions({
  queryKey: ['demonstration-accounts'],
  queryFn: ({ signal }) => get<DemonstrationAccount[]>('/api/demonstration-accounts', {}, signal),
  staleTime: Infinity,
});

/** Of the past, where one of the two is given. */
export interface Moment {
  readonly asOf?: string | undefined;
  readonly knownAt?: string | undefined;
}

export interface WorklistFilter extends Moment {
  readonly queue?: string | undefined;
  readonly status?: string | undefined;
  readonly q?: string | undefined;
}

export const worklist = (filter: WorklistFilter) =>
  infiniteQueryOptions({
    queryKey: ['cases', 'worklist', filter],
    queryFn: ({ pageParam, signal }) =>
      get<Worklist>('/api/worklist', { ...filter, after: pageParam, limit: '50', atLeast: written }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });

/** How many cases that ended still owe something: its page is of one row, for the number alone. */
export const owedAfterEnd = queryOptions({
  queryKey: ['cases', 'owed-after-end'],
  queryFn: ({ signal }) => get<Worklist>('/api/worklist', { queue: 'afterEnd', limit: '1', atLeast: written }, signal),
});

export const caseFile = (caseId: string, { asOf, knownAt }: Moment = {}) =>
  queryOptions({
    queryKey: ['cases', 'file', caseId, asOf, knownAt],
    queryFn: async ({ signal }) =>
      inWords(
        await get<AnyCaseFile>(`/api/cases/${encodeURIComponent(caseId)}`, { atLeast: written, asOf, knownAt }, signal),
      ),
  });

/** @param from moment of the earlier reading, as it was known then @param to of the later; now where it is left out */
export const caseDifference = (caseId: string, from: string, to: string | undefined) =>
  queryOptions({
    queryKey: ['cases', 'difference', caseId, from, to],
    queryFn: async ({ signal }) =>
      inWords(
        await get<CaseDifference>(
          `/api/cases/${encodeURIComponent(caseId)}/difference`,
          { fromKnownAt: from, toKnownAt: to },
          signal,
        ),
      ),
  });

export const boardDifference = (from: string, to: string | undefined) =>
  queryOptions({
    queryKey: ['cases', 'board-difference', from, to],
    queryFn: ({ signal }) =>
      get<BoardDifference>('/api/sla-board/difference', { fromKnownAt: from, toKnownAt: to }, signal),
  });

export const actions = (caseId: string) =>
  queryOptions({
    queryKey: ['cases', 'actions', caseId],
    queryFn: ({ signal }) =>
      get<AllowedAction[]>(`/api/cases/${encodeURIComponent(caseId)}/actions`, { atLeast: written }, signal),
  });

export const history = (caseId: string) =>
  queryOptions({
    queryKey: ['cases', 'history', caseId],
    queryFn: async ({ signal }) =>
      inWords(await get<History>(`/api/cases/${encodeURIComponent(caseId)}/history`, {}, signal)),
  });

export interface BoardFilter extends Moment {
  readonly clock?: string | undefined;
  /** What the rows tell apart; districts where it is left out. */
  readonly by?: string | undefined;
}

export const board = ({ clock, by, asOf, knownAt }: BoardFilter) =>
  queryOptions({
    queryKey: ['cases', 'board', clock, by, asOf, knownAt],
    queryFn: ({ signal }) => get<Board>('/api/sla-board', { clock, by, asOf, knownAt, atLeast: written }, signal),
  });

export interface BoardCell extends Moment {
  readonly district?: string | undefined;
  readonly office?: string | undefined;
  readonly kind?: string | undefined;
  readonly clock?: string | undefined;
  readonly status?: string | undefined;
}

export const boardCases = (cell: BoardCell) =>
  infiniteQueryOptions({
    queryKey: ['cases', 'board-cases', cell],
    queryFn: ({ pageParam, signal }) =>
      get<BoardCases>('/api/sla-board/cases', { ...cell, after: pageParam, limit: '50', atLeast: written }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });

/** @param mustAct office or officer who must act; every one where it is left out */
export const escalations = (state: string, mustAct: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['cases', 'escalations', state, mustAct],
    queryFn: ({ pageParam, signal }) =>
      get<Escalations>('/api/escalations', { state, mustAct, after: pageParam, limit: '50', atLeast: written }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });

/** @param until PlainDate */
export const forecast = (until: string) =>
  queryOptions({
    queryKey: ['cases', 'forecast', until],
    queryFn: ({ signal }) => get<Forecast>('/api/escalations/dry-run', { until, atLeast: written }, signal),
  });

/** @param stream of one subject of the law; whichever changed last where it is left out */
export const lawMoves = (stream: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['cases', 'law-moves', stream],
    queryFn: ({ pageParam, signal }) =>
      get<LawMoves>('/api/law-moves', { stream, after: pageParam, limit: '200', atLeast: written }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });

export const handlingAuthorities = queryOptions({
  queryKey: ['offices', 'handlingAuthority'],
  queryFn: ({ signal }) => get<Office[]>('/api/offices', { function: 'handlingAuthority' }, signal),
  staleTime: 10 * 60_000,
});

export const offices = queryOptions({
  queryKey: ['offices'],
  queryFn: ({ signal }) => get<Office[]>('/api/offices', {}, signal),
  staleTime: 10 * 60_000,
});

export const grounds = (kind: string) =>
  queryOptions({
    queryKey: ['grounds', kind],
    queryFn: ({ signal }) => get<Grounds>('/api/grounds', { kind }, signal),
    staleTime: 10 * 60_000,
  });

/** The document of the API, by which the forms of its commands are made: one version a release, so kept for the visit. */
export const apiDocument = queryOptions({
  queryKey: ['api-document'],
  queryFn: ({ signal }) => get<ApiDocument>('/api/docs-json', {}, signal),
  staleTime: Infinity,
  gcTime: Infinity,
});

export const proposedOffices = (caseId: string) =>
  queryOptions({
    queryKey: ['cases', 'proposed-offices', caseId],
    queryFn: ({ signal }) =>
      get<ProposedOffice[]>(`/api/cases/${encodeURIComponent(caseId)}/proposed-offices`, {}, signal),
  });

export const correctable = (caseId: string, entry: string) =>
  queryOptions({
    queryKey: ['cases', 'correctable', caseId, entry],
    queryFn: ({ signal }) =>
      get<Correctable>(
        `/api/cases/${encodeURIComponent(caseId)}/entries/${encodeURIComponent(entry)}/correctable`,
        {},
        signal,
      ),
  });

export const mediators = (office: string) =>
  queryOptions({
    queryKey: ['officers', office],
    queryFn: ({ signal }) => get<Officer[]>('/api/officers', { office, role: 'mediator' }, signal),
    staleTime: 10 * 60_000,
  });

export const officers = (office: string) =>
  queryOptions({
    queryKey: ['officers', office, 'all'],
    queryFn: ({ signal }) => get<Officer[]>('/api/officers', { office }, signal),
    staleTime: 10 * 60_000,
  });

export const inbox = infiniteQueryOptions({
  queryKey: ['inbox', 'all'],
  queryFn: ({ pageParam, signal }) => get<Inbox>('/api/notices', { after: pageParam, limit: '50' }, signal),
  initialPageParam: '',
  getNextPageParam: (last) => last.next,
});

export const unread = queryOptions({
  queryKey: ['inbox', 'unread'],
  queryFn: ({ signal }) => get<Inbox>('/api/notices', { unread: 'true', limit: '1' }, signal),
  refetchInterval: 60_000,
});

export const noticePreferences = queryOptions({
  queryKey: ['inbox', 'preferences'],
  queryFn: ({ signal }) => get<NoticePreferences>('/api/notices/preferences', {}, signal),
});

export const sealedParts = (caseId: string) =>
  queryOptions({
    queryKey: ['cases', 'personal-data', caseId],
    queryFn: ({ signal }) => get<SealedPart[]>(`/api/cases/${encodeURIComponent(caseId)}/personal-data`, {}, signal),
  });

export const exportable = queryOptions({
  queryKey: ['exports'],
  queryFn: ({ signal }) => get<Exportable[]>('/api/exports', {}, signal),
  staleTime: 10 * 60_000,
});

/** A degraded house answers 503 with the same body: that is the news, not a failure to show it. */
export const health = queryOptions({
  queryKey: ['health'],
  queryFn: async ({ signal }) => {
    const response = await fetch('/api/health', { signal, credentials: 'same-origin' }).catch((cause: unknown) => {
      if (signal.aborted) throw cause;
      throw new Problem(0, { code: 'unreachable', title: '' });
    });
    return (await response.json()) as Health;
  },
  refetchInterval: 10_000,
});
