import { sentComplaint } from '@redress/casework/testing/sent-complaint.js';
import { RightsDesk } from '../acceptance/rights-desk.js';
import { startApplication, type TestApplication } from '../application.js';
import { launchBrowser, type TestBrowser } from './chromium.js';
import { Visitor, type Look } from './visitor.js';

/** Every page, with the demonstration cases in it, in the looks people choose: no barrier, nothing beside the window. */

let application: TestApplication;
let browser: TestBrowser;
/** The demonstration has none: lodged here, over HTTP. */
let complaint: string;

beforeAll(async () => {
  [application, browser] = await Promise.all([
    startApplication({ pages: true, demonstrationCases: true }),
    launchBrowser(),
  ]);
  const desk = new RightsDesk(application, 'complaint');
  complaint = await desk.lodge(sentComplaint);
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await application?.close();
});

interface Place {
  readonly name: string;
  readonly account: string | null;
  readonly path: string;
  /** Brings the page into the state worth looking at: something opened, something refused. */
  readonly opened?: (visitor: Visitor) => Promise<void>;
}

const everythingOpen = (visitor: Visitor) =>
  visitor.page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
const submitted = async (visitor: Visitor) => {
  await visitor.page.locator('form button[type=submit]').last().click();
  await visitor.page.locator('.summary').waitFor();
};
const firstAction = async (visitor: Visitor) => {
  await visitor.page.locator('.action-list button').first().click();
  await submitted(visitor);
  await everythingOpen(visitor);
};

/** The form of an act, opened and sent empty. */
const act = (title: RegExp) => async (visitor: Visitor) => {
  await everythingOpen(visitor);
  await visitor.press(title);
  await submitted(visitor);
  await everythingOpen(visitor);
};

const places: readonly Place[] = [
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
  { name: 'board', account: 'supervisor', path: '/board' },
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
  { name: 'accessibility', account: null, path: '/accessibility' },
  { name: 'no-such-case', account: 'supervisor', path: '/cases/OP-2026-0000-0000-00000' },
  { name: 'no-such-page', account: 'sme', path: '/nowhere' },
];

type Style = Omit<Look, 'language'> & { readonly width: number };

/** Each language in two looks, in a zone far from Shanghai's. */
const visits: readonly {
  readonly language: Look['language'];
  readonly zone: string;
  readonly styles: readonly Style[];
}[] = [
  {
    language: 'zh-CN',
    zone: 'Pacific/Kiritimati',
    styles: [
      { theme: 'light', elder: false, width: 1280 },
      { theme: 'dark', elder: true, width: 375 },
    ],
  },
  {
    language: 'en',
    zone: 'America/Los_Angeles',
    styles: [
      { theme: 'dark', elder: false, width: 1280 },
      { theme: 'light', elder: false, width: 375 },
    ],
  },
];

/** The pictures which the documentation shows, by language. */
const shown: Readonly<Record<Look['language'], readonly string[]>> = {
  'zh-CN': ['worklist', 'case', 'board', 'audit', 'lodge-money'],
  en: ['case', 'board', 'escalations'],
};

/** The cases the pages are looked at with, by the one thing that sets each apart. */
async function casesToShow(): Promise<Readonly<Record<string, string>>> {
  const token = await application.signIn('supervisor');
  const head = await application.parts.store.head();
  const answer = await fetch(`${application.url}/api/worklist?atLeast=${head}`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  const { rows } = (await answer.json()) as {
    rows: {
      caseId: string;
      status: string;
      mediator: { name: string } | null;
      handlingOffice: { id: string } | null;
    }[];
  };
  const inPudong = rows.filter(({ handlingOffice }) => handlingOffice?.id === '310115-handling');
  const find = (status: string, among = rows) => among.find((row) => row.status === status)!.caseId;
  return {
    mine: find('concluded', inPudong),
    mediated: find('inHandling', inPudong),
    settled: find('settled'),
    complaint,
  };
}

test.each(visits)(
  'no page has a barrier or reaches beside the window: $language, seen from $zone',
  async ({ language, zone, styles }) => {
    const cases = await casesToShow();
    const found: Record<string, readonly string[]> = {};
    // One browser for all accounts, so that it fetches the slices of the Chinese face once.
    const visitor = await Visitor.arrive(browser, application.url, zone);
    await visitor.open('/accessibility');
    await visitor.look({ language, ...styles[0]! });
    let account: string | null = null;
    for (const place of places) {
      const path = place.path.replace(/:(\w+)/, (_, name: string) => cases[name]!);
      if (place.account === account) await visitor.go(path);
      else {
        await visitor.signIn(place.account);
        await visitor.open(path);
      }
      account = place.account;
      await place.opened?.(visitor);
      for (const style of styles) {
        await visitor.restyle(style, style.width);
        const faults = [...(await visitor.barriers())];
        const beside = await visitor.sideways();
        if (beside > 0) faults.push(`${beside} px beside the window`);
        const look = `${language}.${style.theme}${style.elder ? '.elder' : ''}.${style.width}`;
        if (faults.length > 0) found[`${place.name}.${look}`] = faults;
        if (style.width > 1000 && shown[language].includes(place.name)) {
          await visitor.keepPicture(`${place.name}.${language.slice(0, 2)}`);
        }
        await visitor.picture(`${place.name}.${look}`);
      }
    }
    const { complaints } = visitor;
    await visitor.leave();
    expect({ found, complaints }).toEqual({ found: {}, complaints: [] });
  },
  300_000,
);

test('a date is the same in three time zones of the browser', async () => {
  const { mediated } = await casesToShow();
  const read = async (zone: string) => {
    const visitor = await Visitor.arrive(browser, application.url, zone);
    await visitor.signIn('mediator');
    await visitor.open(`/cases/${mediated}`);
    const dates = await visitor.page.locator('time').allInnerTexts();
    await visitor.leave();
    return dates;
  };
  const shanghai = await read('Asia/Shanghai');
  expect(shanghai.length).toBeGreaterThan(10);
  expect(await read('America/Los_Angeles')).toEqual(shanghai);
  expect(await read('Pacific/Kiritimati')).toEqual(shanghai);
});
