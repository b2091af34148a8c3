import { PagesLookedAt } from './pages-looked-at.js';
import { Visitor } from './visitor.js';

/** Every page, with the demonstration cases in it, in the looks people choose: no barrier, nothing beside the window. */

let pages: PagesLookedAt;

beforeAll(async () => {
  pages = await PagesLookedAt.open();
}, 60_000);

afterAll(() => pages?.close());

test('no page has a barrier or reaches beside the window: en, seen from America/Los_Angeles', async () => {
  const styles = [
    { theme: 'dark', elder: false, width: 1280 },
    { theme: 'light', elder: false, width: 375 },
  ] as const;
  expect(await pages.faults('en', 'America/Los_Angeles', styles)).toEqual({ found: {}, complaints: [] });
}, 300_000);

test('a date is the same in four time zones of the browser', async () => {
  const { mediated } = await pages.cases();
  const read = async (zone: string) => {
    const visitor = await Visitor.arrive(pages.browser, pages.application.url, zone);
    await visitor.signIn('mediator');
    await visitor.open(`/cases/${mediated}`);
    const dates = await visitor.page.locator('time').allInnerTexts();
    await visitor.leave();
    return dates;
  };
  const shanghai = await read('Asia/Shanghai');
  expect(shanghai.length).toBeGreaterThan(10);
  expect(await read('Europe/Berlin')).toEqual(shanghai);
  expect(await read('America/Los_Angeles')).toEqual(shanghai);
  expect(await read('Pacific/Kiritimati')).toEqual(shanghai);
});
