import { PagesLookedAt } from './pages-looked-at.js';

/** Every page, with the demonstration cases in it, in the looks people choose: no barrier, nothing beside the window. */

let pages: PagesLookedAt;

beforeAll(async () => {
  pages = await PagesLookedAt.open();
}, 60_000);

afterAll(() => pages?.close());

test('no page has a barrier or reaches beside the window: zh-CN, seen from Pacific/Kiritimati', async () => {
  const styles = [
    { theme: 'light', elder: false, width: 1280 },
    { theme: 'dark', elder: true, width: 375 },
  ] as const;
  expect(await pages.faults('zh-CN', 'Pacific/Kiritimati', styles)).toEqual({ found: {}, complaints: [] });
}, 300_000);
