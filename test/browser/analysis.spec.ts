import { existsSync, readFileSync } from 'node:fs';
import { visits } from './visits.js';

/** Across cases: figures of a period, special inspections, time in hand, first contacts, who owes, companies, exports. */

const site = visits({ demonstrationCases: true, escalation: false });
const { arrive } = site;
beforeAll(async () => {
  const head = await site.application.parts.store.head();
  const token = await site.application.signIn('supervisor');
  const read = (path: string) =>
    fetch(`${site.application.url}${path}atLeast=${head}`, { headers: { Authorization: `Bearer ${token}` } });
  await Promise.all(['/api/debtors?', '/api/parties?q=a&', '/api/first-contact?'].map(read));
});

test('the figures of a period: counted, told apart by district, with the rate as it is defined and what stands beside it', async () => {
  const supervisor = await arrive('supervisor');
  await supervisor.open('/statistics');
  await supervisor.sees('按期率＝按期完成÷（按期完成＋逾期完成＋已逾期）');
  await supervisor.sees('另行列示，不计入按期率');
  await supervisor.page
    .getByRole('region', { name: /分组情况$/ })
    .getByRole('rowheader', { name: '浦东新区' })
    .waitFor();
  await supervisor.picture('statistics');
  expect(await supervisor.barriers()).toEqual([]);
  await supervisor.press('季度');
  await supervisor.page
    .getByText(/年第[1-4]季度/)
    .first()
    .waitFor();
  await supervisor.pick('案件类别', 1);
  await supervisor.pick('分组', '对方类型');
  await supervisor.page.waitForURL(/by=respondentType/);
  await supervisor.page.getByText('数字依据').click();
  await supervisor.sees('日志位置');
});

test('figures are narrowed to a district and to a street, looked at more closely, and exported as they stand', async () => {
  const supervisor = await arrive('supervisor');
  await supervisor.open('/statistics');
  await supervisor.page.getByRole('rowheader', { name: '浦东新区' }).getByRole('link').click();
  await supervisor.page.waitForURL(/by=office.*district=310115|district=310115.*by=office/);
  await supervisor.page.getByRole('button', { name: /^浦东新区/ }).waitFor();
  await supervisor.pick('部门或街镇服务站', '张江');
  await supervisor.page.waitForURL(/office=310115-zhangjiang/);
  await supervisor.page.getByRole('button', { name: /^张江.*取消此筛选/ }).click();
  const [file] = await Promise.all([supervisor.page.waitForEvent('download'), supervisor.press(/^CSV/)]);
  expect(file.suggestedFilename()).toMatch(/^statistics-2\d{3}.*\.csv$/);
  await supervisor.page.getByText(/^已导出 \d+ 行/).waitFor();
  expect(readFileSync(await file.path(), 'utf8')).toContain('浦东新区');
});

test('a yearly disclosure is marked done with the document it can be found by, once', async () => {
  const supervisor = await arrive('supervisor');
  await supervisor.open('/statistics/tasks');
  const task = supervisor.page.getByRole('region', { name: '逾期尚未支付中小企业款项信息公开' });
  await task.getByRole('button', { name: /^登记已完成/ }).click();
  await task.locator('form').getByRole('button', { name: '登记已完成' }).click();
  await task
    .getByRole('alert')
    .getByRole('link', { name: '请填写：文件' })
    .or(task.getByRole('link', { name: '请填写文件' }))
    .click();
  await supervisor.picture('report-task');
  await supervisor.fill('公开或报告日期', '2025-03-20');
  await supervisor.fill('文件', '沪经信公开〔2026〕8号');
  await task.locator('form').getByRole('button', { name: '登记已完成' }).click();
  await task.locator('.field.faulty').getByLabel('公开或报告日期').waitFor();
  expect(await supervisor.barriers()).toEqual([]);
  await supervisor.fill('公开或报告日期', '2026-03-20');
  await task.locator('form').getByRole('button', { name: '登记已完成' }).click();
  await task.getByText('已完成', { exact: true }).waitFor();
  await supervisor.sees('沪经信公开〔2026〕8号');
  expect(await task.getByRole('button').count()).toBe(0);
  await supervisor.pick('范围', '所监督的各单位');
  await supervisor.page
    .getByRole('rowheader', { name: /浦东新区/ })
    .first()
    .waitFor();
});

test('the four special inspections each tell their figures', async () => {
  const supervisor = await arrive('supervisor');
  await supervisor.open('/statistics/inspections');
  for (const name of ['涉企收费', '中介服务', '拖欠账款', '政策落实']) await supervisor.sees(name);
  await supervisor.page.locator('summary', { hasText: '拖欠账款' }).click();
  expect(await supervisor.barriers()).toEqual([]);
});

test('who had files in hand, and how first contacts answer for theirs', async () => {
  const supervisor = await arrive('supervisor');
  await supervisor.open('/holders');
  await supervisor.page.getByRole('table').waitFor();
  await supervisor.picture('holders');
  expect(await supervisor.barriers()).toEqual([]);
  await supervisor.go('/first-contact');
  await supervisor.picture('first-contact');
  expect(await supervisor.barriers()).toEqual([]);
});

test('who owes is watched across firms, with the platform’s warnings, down to years and districts', async () => {
  const handler = await arrive('handler');
  await handler.open('/debtors');
  await handler.sees('不是法律规定');
  await handler.picture('debtors');
  expect(await handler.barriers()).toEqual([]);
  await handler.page.locator('tbody th a').first().click();
  await handler.page.getByRole('region', { name: '按区' }).waitFor();
  await handler.picture('debtor');
  expect(await handler.barriers()).toEqual([]);
});

test('a company is found by part of its name, a case by its number', async () => {
  const handler = await arrive('handler');
  await handler.open('/parties');
  await handler.fill(/^企业名称/, '精密');
  await handler.press('查询');
  await handler.page.getByRole('rowheader', { name: /精密零件/ }).waitFor();
  await handler.picture('parties');
  expect(await handler.barriers()).toEqual([]);
  await handler.page
    .getByRole('rowheader', { name: /精密零件/ })
    .getByRole('link')
    .click();
  await handler.atHeading('工作台');
  const number = await handler.page.locator('.row-link').first().innerText();
  await handler.open('/parties');
  await handler.fill(/^企业名称/, number.toLowerCase().replaceAll('-', ' '));
  await handler.press('查询');
  await handler.sees(number);
});

test('a view is exported whole, with what it rests on', async () => {
  const supervisor = await arrive('supervisor');
  await supervisor.open('/exports');
  await supervisor.picture('exports');
  expect(await supervisor.barriers()).toEqual([]);
  const [file] = await Promise.all([
    supervisor.page.waitForEvent('download'),
    supervisor.page.getByRole('button', { name: /^CSV/ }).first().click(),
  ]);
  await supervisor.page.getByText(/^已导出 \d+ 行/).waitFor();
  await supervisor.sees('依据日志位置');
  const path = await file.path();
  expect(existsSync(path)).toBe(true);
  expect(readFileSync(path, 'utf8').split('\n').length).toBeGreaterThan(2);
  const [log] = await Promise.all([
    supervisor.page.waitForEvent('download'),
    supervisor.page.getByRole('button', { name: /^XES/ }).click(),
  ]);
  expect(readFileSync(await log.path(), 'utf8')).toMatch(/^<\?xml[^]*<\/log>\s*$/);
});
