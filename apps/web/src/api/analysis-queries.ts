import { queryOptions } from '@tanstack/react-query';
import { get } from './client.js';
import type {
  CaseHolders,
  Companies,
  DebtorDetail,
  Debtors,
  FirstContacts,
  Holders,
  Inspections,
  NearCases,
  ReportTask,
  Statistics,
} from './types.js';

interface Moment {
  readonly asOf?: string;
  readonly knownAt?: string;
}

interface StatisticsQuery extends Moment {
  readonly period: string;
  readonly by?: string;
  readonly kind?: string;
  /** Division code, or `city`. */
  readonly district?: string;
  readonly office?: string;
  readonly category?: string;
  readonly respondentType?: string;
}

export const statistics = (asked: StatisticsQuery) =>
  queryOptions({
    queryKey: ['statistics', asked],
    queryFn: ({ signal }) => get<Statistics>('/api/statistics', { ...asked }, signal),
  });

export const inspections = (asked: Moment & { readonly period: string }) =>
  queryOptions({
    queryKey: ['statistics', 'inspections', asked],
    queryFn: ({ signal }) => get<Inspections>('/api/statistics/inspections', { ...asked }, signal),
  });

/** @param year the one reported on; the year before this one where it is left out @param office `all` of those overseen */
export const reportTasks = (year?: string, office?: string) =>
  queryOptions({
    queryKey: ['statistics', 'tasks', year, office],
    queryFn: ({ signal }) => get<ReportTask[]>('/api/statistics/tasks', { year, office }, signal),
  });

export const holders = (period: string, by: string) =>
  queryOptions({
    queryKey: ['holders', period, by],
    queryFn: ({ signal }) => get<Holders>('/api/holders', { period, by }, signal),
  });

export const firstContacts = queryOptions({
  queryKey: ['first-contact'],
  queryFn: ({ signal }) => get<FirstContacts>('/api/first-contact', {}, signal),
});

export const debtors = (by: string, warning: string | undefined) =>
  queryOptions({
    queryKey: ['debtors', by, warning],
    queryFn: ({ signal }) => get<Debtors>('/api/debtors', { by, warning }, signal),
  });

export const debtor = (id: string) =>
  queryOptions({
    queryKey: ['debtors', 'one', id],
    queryFn: ({ signal }) => get<DebtorDetail>(`/api/debtors/${encodeURIComponent(id)}`, {}, signal),
  });

export const companies = (q: string) =>
  queryOptions({
    queryKey: ['parties', q],
    queryFn: ({ signal }) => get<Companies>('/api/parties', { q }, signal),
  });

export const nearCases = (caseId: string) =>
  queryOptions({
    queryKey: ['cases', 'near', caseId],
    queryFn: ({ signal }) => get<NearCases>(`/api/cases/${encodeURIComponent(caseId)}/near`, {}, signal),
  });

export const caseHolders = (caseId: string) =>
  queryOptions({
    queryKey: ['cases', 'holders', caseId],
    queryFn: ({ signal }) => get<CaseHolders>(`/api/cases/${encodeURIComponent(caseId)}/holders`, {}, signal),
  });
