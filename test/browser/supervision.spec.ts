import { randomUUID } from 'node:crypto';
import { sentComplaint } from '@redress/casework/testing/sent-complaint.js';
import { waitForView } from '@redress/processing/read-your-write.js';
import { ApiUser } from '../acceptance/client.js';
import { RightsDesk } from '../acceptance/rights-desk.js';
import { visits } from './visits.js';

/** What supervision, heads and operators do beside the cases: escalations, notices, what is erased. */

const site = visits({ demonstrationCases: true, notices: { smtpUrl: null } });
const { arrive } = site;
let complaint: string;

beforeAll(async () => {
  await untilARungWaits();
  complaint = await new RightsDesk(site.application, 'complaint').lodge(sentComplaint);
});

/** The ladder of the cases loaded at the start is climbed a little later than they are. */
async function untilARungWaits(): Promise<void> {
  const head = await ApiUser.of(site.application, 'head');
  for (let tries = 0; tries < 2_000; tries++) {
    const { body } = await head.get<{ rows: { act: string }[] }>('/api/escalations?state=awaiting');
    if (body.rows.some(({ act }) => act === 'requireReason')) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('no rung waits for a reason');
}

test('a rung that waits names who must act, and is answered from the list on the page of its case', async () => {
  const head = await arrive('head');
  await head.open('/escalations');
  await head.picture('escalations-awaiting');
  const waiting = head.page.getByRole('link', { name: /^说明逾期原因/ });
  const link = await waiting.first().getAttribute('href');
  await waiting.first().click();
  await head.page.getByRole('heading', { level: 2, name: '说明逾期原因' }).waitFor();
  await head.fill('理由', '被投诉人账册在审计中');
  await head.picture('rung-reason');
  await head.page.locator('form').getByRole('button', { name: '提交' }).click();
  await head.sees('说明逾期原因：已完成');
  await head.follow('预警与督办');
  expect(await head.page.locator(`a[href="${link}"]`).count()).toBe(0);
});

test('the supervisor keeps a rung from firing with a reason, and escalates by hand', async () => {
  const supervisor = await arrive('supervisor');
  await supervisor.open('/escalations?state=open');
  await supervisor.page
    .getByRole('link', { name: /^免除提醒/ })
    .first()
    .click();
  await supervisor.page.getByRole('heading', { level: 2, name: '免除提醒' }).waitFor();
  await supervisor.fill('理由', '双方正在签约');
  await supervisor.page.locator('form').getByRole('button', { name: '提交' }).click();
  await supervisor.sees('免除提醒：已完成');
  await supervisor.page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
  await supervisor.press('人工升级');
  await supervisor.pick('单位', 1);
  await supervisor.fill('措施', '约谈');
  await supervisor.fill('理由', '金额较大');
  await supervisor.page.locator('form').getByRole('button', { name: '提交' }).click();
  await supervisor.sees('人工升级：已完成');
});

test('a dry run says what would fire until a day, whom it would tell, and what would not and why', async () => {
  const supervisor = await arrive('supervisor');
  await supervisor.open('/escalations');
  await supervisor.follow('试算');
  await supervisor.fill('截止日期', '2027年12月31日');
  await supervisor.press('试算');
  await supervisor.sees('到2027年12月31日为止');
  await supervisor.page.getByRole('table', { name: '将会触发' }).waitFor();
  await supervisor.sees('已由监督人员免除');
  await supervisor.picture('forecast');
  expect(await supervisor.barriers()).toEqual([]);
});

interface Policy {
  readonly ladders: readonly { readonly rungs: readonly { readonly offset: number }[] }[];
}

async function withRungsADayLater(): Promise<void> {
  const { store, clock, pool } = site.application.parts;
  const [version] = await store.readStream('policy-default');
  const released = version!.data.policy as Policy;
  const ladders = released.ladders.map((ladder) => ({
    ...ladder,
    rungs: ladder.rungs.map((rung) => ({ ...rung, offset: rung.offset + 1 })),
  }));
  const meta = { ...version!.meta, commandId: randomUUID(), occurredAt: await clock.now() };
  const data = { digest: 'nine', policy: { ...released, version: 9, ladders } };
  await store.append('policy-default', 'any', [{ id: randomUUID(), type: version!.type, schema: 1, data, meta }]);
  await waitForView(pool, 'escalations', await store.head(), 20_000);
}

test('what the latest version of a law moved is told by case, from which day to which', async () => {
  const head = await arrive('head');
  await head.open('/escalations');
  await head.follow('规则变动');
  await head.sees(/记录的版本/);
  // The law of the release came into an empty log.
  await head.sees('这一版本没有改动');
  await withRungsADayLater();
  await head.open('/law-moves?stream=policy-default');
  await head.sees(/预警规则 default，.*记录的版本/);
  const moved = head.page.getByText(/^\d+ 个日期变动/).first();
  await moved.click();
  await head.page.locator('details[open] ins').first().waitFor();
  await head.picture('law-moves');
  expect(await head.barriers()).toEqual([]);
  await head.pick('哪一项规则', 1);
  await head.page.waitForURL(/stream=/);
  await head.page.getByText(/尚无新版本|记录的版本/).waitFor();
});

test('an officer is told in the inbox, chooses how else, and takes the deadlines along as a calendar', async () => {
  const intake = await arrive('intake');
  await intake.open('/inbox');
  await intake.sees('标为已读');
  await intake.picture('inbox');
  expect(await intake.barriers()).toEqual([]);
  await intake.press('全部标为已读');
  await intake.sees('0 条未读');
  await intake.follow('通知设置');
  await intake.page.getByRole('checkbox', { name: '发送短信提醒' }).check();
  await intake.press('保存');
  await intake.page.getByRole('alert').waitFor();
  await intake.fill(/^手机号码/, '13900000000');
  await intake.choose('电子邮件', '每天汇总一封');
  await intake.press('保存');
  await intake.sees('已保存。');
  await intake.press('生成新的订阅链接');
  const link = await intake.page.getByLabel('订阅链接').inputValue();
  const read = async () => (await fetch(link)).status;
  expect(await read()).toBe(200);
  await intake.picture('notice-preferences');
  expect(await intake.barriers()).toEqual([]);
  await intake.press('停用链接');
  await intake.sees('已停用');
  expect(await read()).toBe(404);
});

test('the operator finds a person exactly, sees where they stand and nothing of them, and has them forgotten', async () => {
  const operator = await arrive('operator');
  await operator.open('/persons');
  await operator.press('查询');
  await operator.page.getByRole('alert').waitFor();
  await operator.fill('姓名', '王芳');
  await operator.press('查询');
  await operator.sees('找到 1 人');
  await operator.picture('persons');
  expect(await operator.barriers()).toEqual([]);
  await operator.page.locator('summary').click();
  await operator.page.locator('form').getByRole('button', { name: '删除此人的个人信息' }).click();
  await operator.sees('请填写：删除理由');
  await operator.fill('删除理由', '本人申请');
  await operator.page.locator('form').getByRole('button', { name: '删除此人的个人信息' }).click();
  await operator.page.getByText(/已删除，内容已无法读取|删除已记录/).waitFor();

  await operator.open(`/cases/${complaint}/personal-data`);
  await operator.sees('一段文字');
  await operator.picture('personal-data');
  expect(await operator.barriers()).toEqual([]);
});
