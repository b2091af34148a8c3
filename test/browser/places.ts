import type { Visitor } from './visitor.js';

/** A page, by whom it is seen. */
export interface Place {
  readonly name: string;
  readonly account: string | null;
  readonly path: string;
  /** Brings the page into the state worth looking at: something opened, something refused. */
  readonly opened?: (visitor: Visitor) => Promise<void>;
}

const everythingOpen = (visitor: Visitor) =>
  visitor.page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
const submitted = async (visitor: Visitor, form = visitor.page.locator('form').last()) => {
  await form.locator('button[type=submit]').click();
  await visitor.page.locator('.summary').waitFor();
};
/** By its title: until it is there, the last form of the page is that of the past. */
const formOf = (visitor: Visitor, title: string | RegExp) =>
  visitor.page.getByRole('form', { name: title, exact: typeof title === 'string' });
/** A field found wrong where there is one form and no summary. */
const refused = async (visitor: Visitor) => {
  await visitor.page.locator('form button[type=submit]').last().click();
  await visitor.page.locator('.field.faulty').waitFor();
};
const firstAction = async (visitor: Visitor) => {
  const button = visitor.page.locator('.action-list button').first();
  const title = await button.innerText();
  await button.click();
  await submitted(visitor, formOf(visitor, title));
  await everythingOpen(visitor);
};

/** The form of an act, opened and sent empty. */
const act = (title: RegExp) => async (visitor: Visitor) => {
  await everythingOpen(visitor);
  await visitor.press(title);
  await submitted(visitor, formOf(visitor, title));
  await everythingOpen(visitor);
};

/** Every page, those of one account together: each account is signed in anew. */
export const places: readonly Place[] = [
  { name: 'sign-in', account: null, path: '/' },
  { name: 'my-cases', account: 'sme', path: '/cases' },
  { name: 'lodge-gate', account: 'sme', path: '/lodge', opened: submitted },
  { name: 'lodge-elsewhere', account: 'sme', path: '/lodge/elsewhere/overdue' },
  { name: 'lodge-us', account: 'sme', path: '/lodge/us' },
  { name: 'lodge-them', account: 'sme', path: '/lodge/them', opened: submitted },
  { name: 'lodge-money', account: 'sme', path: '/lodge/money', opened: submitted },
  { name: 'lodge-facts', account: 'sme', path: '/lodge/facts' },
  { name: 'lodge-evidence', account: 'sme', path: '/lodge/evidence' },
  { name: 'lodge-check', account: 'sme', path: '/lodge/check', opened: submitted },
  { name: 'matters', account: 'sme', path: '/matters' },
  { name: 'matter-record', account: 'sme', path: '/matters/credit-repair/record', opened: submitted },
  { name: 'matter-correction', account: 'sme', path: '/matters/credit-repair/correction', opened: everythingOpen },
  { name: 'matter-ip', account: 'sme', path: '/matters/adjudication/matter', opened: submitted },
  { name: 'matter-check', account: 'sme', path: '/matters/complaint/check', opened: submitted },
  { name: 'tracking', account: 'sme', path: '/cases/:mine', opened: everythingOpen },
  { name: 'receipt', account: 'sme', path: '/cases/:mine/receipt' },
  { name: 'matter-lodging', account: 'handler', path: '/matters/claim/lodging', opened: submitted },
  { name: 'worklist', account: 'handler', path: '/worklist?queue=office' },
  { name: 'worklist-nothing', account: 'intake', path: '/worklist?q=nothing-like-this' },
  { name: 'case', account: 'mediator', path: '/cases/:mediated', opened: firstAction },
  {
    name: 'case-settled',
    account: 'mediator-xuhui',
    path: '/cases/:settled',
    opened: everythingOpen,
  },
  { name: 'complaint', account: 'intake', path: '/cases/:complaint', opened: act(/^(不予受理|Decline)$/) },
  {
    name: 'complaint-shared',
    account: 'intake',
    path: '/cases/:complaint',
    opened: act(/^(退回补正|Return for supplement)$/),
  },
  { name: 'complaint-mine', account: 'sme', path: '/cases/:complaint', opened: everythingOpen },
  { name: 'exports', account: 'sme', path: '/exports' },
  { name: 'inbox', account: 'sme', path: '/inbox' },
  { name: 'inbox-preferences', account: 'sme', path: '/inbox/preferences', opened: everythingOpen },
  { name: 'board', account: 'supervisor', path: '/board' },
  { name: 'board-past', account: 'supervisor', path: '/board/difference', opened: refused },
  { name: 'statistics', account: 'supervisor', path: '/statistics', opened: everythingOpen },
  { name: 'inspections', account: 'supervisor', path: '/statistics/inspections', opened: everythingOpen },
  { name: 'report-tasks', account: 'supervisor', path: '/statistics/tasks?year=2025' },
  { name: 'holders', account: 'supervisor', path: '/holders' },
  { name: 'first-contact', account: 'supervisor', path: '/first-contact' },
  { name: 'debtors', account: 'supervisor', path: '/debtors' },
  { name: 'parties', account: 'supervisor', path: '/parties?q=精密' },
  { name: 'forecast', account: 'supervisor', path: '/escalations/forecast?until=2027-12-31' },
  { name: 'law-moves', account: 'supervisor', path: '/law-moves' },
  { name: 'board-cases', account: 'supervisor', path: '/board/cases?status=late' },
  { name: 'escalations', account: 'supervisor', path: '/escalations' },
  {
    name: 'audit',
    account: 'supervisor',
    path: '/cases/:mediated/audit',
    opened: everythingOpen,
  },
  { name: 'audit-search', account: 'supervisor', path: '/audit', opened: submitted },
  { name: 'health', account: 'operator', path: '/health' },
  { name: 'persons', account: 'operator', path: '/persons', opened: submitted },
  { name: 'personal-data', account: 'operator', path: '/cases/:complaint/personal-data', opened: everythingOpen },
  { name: 'accessibility', account: null, path: '/accessibility' },
  { name: 'no-such-case', account: 'supervisor', path: '/cases/OP-2026-0000-0000-00000' },
  { name: 'no-such-page', account: 'sme', path: '/nowhere' },
];
