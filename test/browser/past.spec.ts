import { complaintBodies, sentComplaint } from '@redress/casework/testing/sent-complaint.js';
import { RightsDesk } from '../acceptance/rights-desk.js';
import { visits } from './visits.js';

/** Worklist, board and case file as they stood at a moment of the past, and what differs between two. */

const site = visits({ demonstrationCases: true, escalation: false });
const { arrive } = site;
let complaint: string;
/** When it had been lodged and not yet accepted. */
let lodged: string;

beforeAll(async () => {
  const desk = new RightsDesk(site.application, 'complaint');
  complaint = await desk.lodge(sentComplaint);
  const [, ...events] = await site.application.parts.store.readStream(`complaint-${complaint}`);
  expect(events).toEqual([]);
  lodged = (await site.application.parts.store.readStream(`complaint-${complaint}`))[0]!.recordedAt;
  await desk.act('intake', complaint, 'accept');
  const done = await desk.send('intake', complaint, 'transfer', complaintBodies.transfer);
  await (await desk.user('intake')).get(`/api/worklist?atLeast=${done.body.position}`);
});

/** Polled, for the figures before stand until those asked for have come. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((go) => setTimeout(go, 50));
}

test('the board of a past day says that it is the past, and leads back to now', async () => {
  const supervisor = await arrive('supervisor');
  await supervisor.open('/board');
  const now = await supervisor.page.locator('tfoot').innerText();
  await supervisor.page.getByText('查看过去某一时点').click();
  await supervisor.press('查看');
  await supervisor.page.locator('.field.faulty').waitFor();
  const day = await supervisor.page.evaluate(() => new Date(Date.now() - 20 * 86_400_000).toISOString().slice(0, 10));
  await supervisor.fill('哪一天', day.replaceAll('-', ''));
  await supervisor.choose('按什么时候知道的', /现在所知/);
  await supervisor.press('查看');
  await supervisor.page
    .getByRole('status')
    .getByRole('heading', { name: /^以下看板为.*的情况，按现在所知$/ })
    .waitFor();
  await supervisor.settled();
  await until(async () => (await supervisor.page.locator('tfoot').innerText()) !== now);
  await supervisor.picture('past-board');
  expect(await supervisor.barriers()).toEqual([]);
  await supervisor.press('回到现在');
  await until(async () => (await supervisor.page.locator('tfoot').innerText()) === now);
});

test('a case is read one record back, as it was known, and nothing can be done there', async () => {
  const intake = await arrive('intake');
  await intake.open(`/cases/${complaint}`);
  await intake.page.getByRole('button', { name: /^‹ 上一条记录时/ }).click();
  await intake.page.getByRole('button', { name: /^‹ 上一条记录时/ }).click();
  await intake.sees('当时所知的情况');
  await intake.page.locator('.case-strip').getByText('已提交').waitFor();
  expect(await intake.page.locator('.actions').count()).toBe(0);
  expect(await intake.page.locator('.timeline > li').count()).toBe(1);
  await intake.picture('past-file');
  expect(await intake.barriers()).toEqual([]);
  await intake.page.getByRole('button', { name: '回到现在' }).first().click();
  await intake.sees('现在可以办理');
});

test('between two moments of a case stand the records that came, and each fact and deadline that changed', async () => {
  const intake = await arrive('intake');
  await intake.open(`/cases/${complaint}/difference?from=${encodeURIComponent(lodged)}`);
  await intake.page.getByRole('heading', { name: '新增的记录' }).waitFor();
  await intake.sees('转办');
  await intake.page.getByRole('heading', { name: '变化的内容' }).waitFor();
  await intake.picture('case-difference');
  expect(await intake.barriers()).toEqual([]);
});

test('between two moments of the board stand the figures that rose and fell', async () => {
  const supervisor = await arrive('supervisor');
  await supervisor.open(`/board/difference?from=${encodeURIComponent(lodged)}`);
  await supervisor.page.getByRole('region', { name: '两个时点的比较' }).waitFor();
  expect(await supervisor.page.locator('tbody del').count()).toBeGreaterThan(0);
  await supervisor.picture('board-difference');
  expect(await supervisor.barriers()).toEqual([]);
});

test('the worklist of the past opens its cases at the same moment', async () => {
  const intake = await arrive('intake');
  await intake.open(`/worklist?queue=office&knownAt=${encodeURIComponent(lodged)}`);
  await intake.sees('以下列表为');
  await intake.page.locator('.row-link').first().click();
  await intake.sees('以下案卷为');
});
