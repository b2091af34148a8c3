import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { i18next } from '../text/i18n.js';
import { Crashed, NotFound } from './faults.js';
import { Shell } from './shell.js';
import { Home } from './home.js';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });

/** Filters live in the address; what is not text, or empty, is no filter. */
const texts =
  <K extends string>(...keys: K[]) =>
  (search: Record<string, unknown>): { [P in K]?: string } =>
    Object.fromEntries(
      keys.flatMap((key) => {
        const value = search[key];
        return typeof value === 'string' && value !== '' ? [[key, value]] : [];
      }),
    ) as { [P in K]?: string };

/** A page with the parts of the texts it reads, fetched along with its code. */
const page = <P extends string>(path: P, ...parts: readonly string[]) => ({
  getParentRoute: () => root,
  path,
  loader: () => i18next.loadNamespaces([...parts]),
});

export const homeRoute = createRoute({ ...page('/'), component: Home });

export const casesRoute = createRoute({
  ...page('/cases', 'cases', 'file'),
  component: lazyRouteComponent(() => import('../pages/cases/my-cases.js'), 'MyCases'),
});

export const caseRoute = createRoute({
  ...page('/cases/$caseId', 'file', 'events', 'commands', 'acts', 'cases', 'lodging', 'past'),
  validateSearch: texts('act', 'rung', 'asOf', 'knownAt'),
  component: lazyRouteComponent(() => import('../pages/cases/case-door.js'), 'CaseDoor'),
});

export const receiptRoute = createRoute({
  ...page('/cases/$caseId/receipt', 'lodge'),
  component: lazyRouteComponent(() => import('../pages/lodge/receipt.js'), 'Receipt'),
});

export const caseDifferenceRoute = createRoute({
  ...page('/cases/$caseId/difference', 'past', 'events', 'file', 'lodging', 'acts'),
  validateSearch: texts('from', 'to'),
  component: lazyRouteComponent(() => import('../pages/past/case-difference.js'), 'CaseDifference'),
});

export const auditRoute = createRoute({
  ...page('/cases/$caseId/audit', 'audit', 'events', 'acts'),
  component: lazyRouteComponent(() => import('../pages/audit/audit.js'), 'Audit'),
});

export const auditSearchRoute = createRoute({
  ...page('/audit', 'audit'),
  component: lazyRouteComponent(() => import('../pages/audit/audit-search.js'), 'AuditSearch'),
});

export const gateRoute = createRoute({
  ...page('/lodge', 'lodge'),
  component: lazyRouteComponent(() => import('../pages/lodge/gate.js'), 'Gate'),
});

export const elsewhereRoute = createRoute({
  ...page('/lodge/elsewhere/$question', 'lodge'),
  component: lazyRouteComponent(() => import('../pages/lodge/elsewhere.js'), 'Elsewhere'),
});

export const lodgeRoute = createRoute({
  ...page('/lodge/$step', 'lodge'),
  component: lazyRouteComponent(() => import('../pages/lodge/lodge.js'), 'Lodge'),
});

export const mattersRoute = createRoute({
  ...page('/matters', 'lodging'),
  component: lazyRouteComponent(() => import('../pages/matters/choose-matter.js'), 'ChooseMatter'),
});

export const lodgeMatterRoute = createRoute({
  ...page('/matters/$matter/$step', 'lodging', 'commands', 'acts', 'events'),
  component: lazyRouteComponent(() => import('../pages/matters/lodge-matter.js'), 'LodgeMatter'),
});

export const worklistRoute = createRoute({
  ...page('/worklist', 'worklist', 'file', 'past', 'exports'),
  validateSearch: texts('queue', 'status', 'q', 'asOf', 'knownAt'),
  component: lazyRouteComponent(() => import('../pages/worklist/worklist.js'), 'Worklist'),
});

export const boardRoute = createRoute({
  ...page('/board', 'supervision', 'past', 'exports'),
  validateSearch: texts('clock', 'by', 'asOf', 'knownAt'),
  component: lazyRouteComponent(() => import('../pages/supervision/board.js'), 'Board'),
});

export const boardCasesRoute = createRoute({
  ...page('/board/cases', 'supervision', 'worklist', 'file', 'past', 'exports'),
  validateSearch: texts('district', 'office', 'kind', 'clock', 'status', 'asOf', 'knownAt'),
  component: lazyRouteComponent(() => import('../pages/supervision/board-cases.js'), 'BoardCases'),
});

export const boardDifferenceRoute = createRoute({
  ...page('/board/difference', 'past', 'supervision'),
  validateSearch: texts('from', 'to'),
  component: lazyRouteComponent(() => import('../pages/past/board-difference.js'), 'BoardDifference'),
});

export const escalationsRoute = createRoute({
  ...page('/escalations', 'supervision', 'acts', 'past', 'exports'),
  validateSearch: texts('state'),
  component: lazyRouteComponent(() => import('../pages/supervision/escalations.js'), 'Escalations'),
});

export const forecastRoute = createRoute({
  ...page('/escalations/forecast', 'supervision'),
  validateSearch: texts('until'),
  component: lazyRouteComponent(() => import('../pages/supervision/forecast.js'), 'Forecast'),
});

export const lawMovesRoute = createRoute({
  ...page('/law-moves', 'supervision'),
  validateSearch: texts('stream'),
  component: lazyRouteComponent(() => import('../pages/supervision/law-moves.js'), 'LawMoves'),
});

export const inboxRoute = createRoute({
  ...page('/inbox', 'notices'),
  component: lazyRouteComponent(() => import('../pages/notices/inbox.js'), 'InboxPage'),
});

export const inboxPreferencesRoute = createRoute({
  ...page('/inbox/preferences', 'notices'),
  component: lazyRouteComponent(() => import('../pages/notices/notice-preferences.js'), 'NoticePreferencesPage'),
});

export const personsRoute = createRoute({
  ...page('/persons', 'privacy'),
  component: lazyRouteComponent(() => import('../pages/privacy/persons.js'), 'Persons'),
});

export const personalDataRoute = createRoute({
  ...page('/cases/$caseId/personal-data', 'privacy', 'events'),
  component: lazyRouteComponent(() => import('../pages/privacy/personal-data.js'), 'PersonalData'),
});

export const exportsRoute = createRoute({
  ...page('/exports', 'exports'),
  component: lazyRouteComponent(() => import('../pages/exports/exports.js'), 'Exports'),
});

export const statisticsRoute = createRoute({
  ...page('/statistics', 'analysis', 'past', 'acts', 'exports'),
  validateSearch: texts('period', 'by', 'district', 'office', 'kind', 'category', 'respondentType', 'asOf', 'knownAt'),
  component: lazyRouteComponent(() => import('../pages/analysis/statistics.js'), 'Statistics'),
});

export const inspectionsRoute = createRoute({
  ...page('/statistics/inspections', 'analysis', 'past', 'acts'),
  validateSearch: texts('period', 'asOf', 'knownAt'),
  component: lazyRouteComponent(() => import('../pages/analysis/inspections.js'), 'Inspections'),
});

export const reportTasksRoute = createRoute({
  ...page('/statistics/tasks', 'analysis'),
  validateSearch: texts('year', 'of'),
  component: lazyRouteComponent(() => import('../pages/analysis/report-tasks.js'), 'ReportTasks'),
});

export const holdersRoute = createRoute({
  ...page('/holders', 'analysis', 'acts', 'file', 'past', 'exports'),
  validateSearch: texts('period', 'by'),
  component: lazyRouteComponent(() => import('../pages/analysis/holders.js'), 'Holders'),
});

export const firstContactRoute = createRoute({
  ...page('/first-contact', 'analysis'),
  component: lazyRouteComponent(() => import('../pages/analysis/first-contact.js'), 'FirstContacts'),
});

export const debtorsRoute = createRoute({
  ...page('/debtors', 'analysis'),
  validateSearch: texts('by', 'warning'),
  component: lazyRouteComponent(() => import('../pages/analysis/debtors.js'), 'Debtors'),
});

export const debtorRoute = createRoute({
  ...page('/debtors/$debtor', 'analysis'),
  component: lazyRouteComponent(() => import('../pages/analysis/debtor.js'), 'DebtorPage'),
});

export const partiesRoute = createRoute({
  ...page('/parties', 'analysis'),
  validateSearch: texts('q'),
  component: lazyRouteComponent(() => import('../pages/analysis/parties.js'), 'Parties'),
});

export const healthRoute = createRoute({
  ...page('/health', 'health'),
  component: lazyRouteComponent(() => import('../pages/health/health.js'), 'HealthPage'),
});

export const accessibilityRoute = createRoute({
  ...page('/accessibility', 'statement'),
  component: lazyRouteComponent(() => import('../pages/statement/statement.js'), 'Statement'),
});

export function makeRouter() {
  return createRouter({
    routeTree: root.addChildren([
      homeRoute,
      casesRoute,
      caseRoute,
      receiptRoute,
      caseDifferenceRoute,
      auditRoute,
      auditSearchRoute,
      gateRoute,
      elsewhereRoute,
      lodgeRoute,
      mattersRoute,
      lodgeMatterRoute,
      worklistRoute,
      boardRoute,
      boardCasesRoute,
      boardDifferenceRoute,
      escalationsRoute,
      forecastRoute,
      lawMovesRoute,
      inboxRoute,
      inboxPreferencesRoute,
      personsRoute,
      personalDataRoute,
      exportsRoute,
      statisticsRoute,
      inspectionsRoute,
      reportTasksRoute,
      holdersRoute,
      firstContactRoute,
      debtorsRoute,
      debtorRoute,
      partiesRoute,
      healthRoute,
      accessibilityRoute,
    ]),
    scrollRestoration: true,
    defaultErrorComponent: Crashed,
    // A value in the address is text as people type it: `?queue=mine`, not `?queue=%22mine%22`.
    parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
    stringifySearch: (search) => {
      const given = Object.entries(search as Record<string, unknown>).filter(
        (pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1] !== '',
      );
      return given.length > 0 ? `?${new URLSearchParams(given).toString()}` : '';
    },
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
