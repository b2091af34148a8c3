import {
  complaintBodies,
  conditionsBut,
  repairBodies,
  sentComplaint,
  sentRepair,
} from '@redress/casework/testing/sent-complaint.js';
import { IpDesk, filing } from '../acceptance/ip-requests.js';
import { RightsDesk } from '../acceptance/rights-desk.js';
import type { Visitor } from './visitor.js';
import { visits } from './visits.js';

/** The files of the kinds beside the claim, half-way and read by those who have to do with them. */

const site = visits();
const { arrive } = site;

const arriveInEnglish = async (account: string) => {
  const visitor = await arrive(null);
  await visitor.open('/accessibility');
  await visitor.look({ language: 'en', theme: 'dark', elder: false });
  await visitor.signIn(account);
  return visitor;
};

/** Nothing written under the name by which the machine keeps it. */
const namesOfFields = async (visitor: Visitor) =>
  (await visitor.page.locator('dt').allInnerTexts()).filter((label) => /^[a-z]+[A-Z]/.test(label));

test('the officer sees of a complaint what was brought and found, its papers, clocks and parties, in words', async () => {
  const desk = new RightsDesk(site.application, 'complaint');
  const of = await desk.lodge(sentComplaint);
  await desk.act('intake', of, 'accept');
  await desk.act('intake', of, 'transfer', complaintBodies.transfer);
  await desk.act('handler', of, 'begin-handling');
  await desk.act('handler', of, 'grade', complaintBodies.grade);
  await desk.act('handler', of, 'check-charge', complaintBodies.checkCharge);
  const handler = await arrive('handler');
  await handler.open(`/cases/${of}`);
  for (const part of ['提出的事项', '办理情况', '当事人', '办理经过', '期限', '现在可以办理']) {
    await handler.page.getByRole('heading', { level: 2, name: part }).waitFor();
  }
  await handler.sees('年检时强制收取培训费');
  await handler.sees('不在清单');
  await handler.sees('行业协会');
  await handler.sees('¥3,000.00');
  expect(await namesOfFields(handler)).toEqual([]);
  await handler.picture('other-complaint');
  expect(await handler.barriers()).toEqual([]);
});

test('a fact is corrected by the entry and the field it stands in, each chosen by what it says', async () => {
  const desk = new RightsDesk(site.application, 'complaint');
  const of = await desk.lodge(sentComplaint);
  await desk.act('intake', of, 'accept');
  const intake = await arrive('intake');
  await intake.open(`/cases/${of}`);
  await intake.page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
  await intake.press('更正记录');
  const form = intake.page.locator('form');
  await intake.sees('请先选择要更正的记录');
  await intake.pick('案卷条目', '提交投诉');
  await form.getByRole('option', { name: /^投诉人 地址（现为：/ }).waitFor({ state: 'attached' });
  await intake.picture('correct-fact');
  await intake.pick('更正的内容', '投诉人 地址');
  await intake.fill('更正为', '浦东新区张江路88号');
  await intake.fill('理由', '登记有误');
  await form.getByRole('button', { name: '提交' }).click();
  await intake.sees('更正记录：已完成');
});

test('a firm asked to supply something finds what, and the form for it, before all else', async () => {
  const desk = new RightsDesk(site.application, 'complaint');
  const of = await desk.lodge(sentComplaint);
  await desk.act('intake', of, 'request-supplement', {
    defects: [{ item: '营业执照', what: '请附副本复印件' }],
    dueOn: null,
    arisenFrom: null,
  });
  const sme = await arrive('sme');
  await sme.open(`/cases/${of}`);
  await sme.sees('请附副本复印件');
  await sme.picture('other-returned');
  await sme.fill('说明', '补交营业执照副本');
  await sme.page.locator('form').getByRole('button', { name: '提交' }).click();
  await sme.sees('：已完成');
});

test('the file of a credit repair shows until when the record is public, by which rules, and what is provisional', async () => {
  const desk = new RightsDesk(site.application, 'creditRepair');
  const of = await desk.lodge(sentRepair);
  await desk.act('intake', of, 'pass-to-department', repairBodies.passToDepartment);
  await desk.act('handler', of, 'accept');
  await desk.act('handler', of, 'review-conditions', { conditions: conditionsBut('corrected') });
  const handler = await arriveInEnglish('handler');
  await handler.open(`/cases/${of}`);
  await handler.page.getByRole('heading', { name: 'Publicity of the record' }).waitFor();
  await handler.page.getByRole('rowheader', { name: 'NDRC Order 36' }).waitFor();
  await handler.sees('Repair may be requested from');
  expect(await namesOfFields(handler)).toEqual([]);
  await handler.picture('other-repair');
  expect(await handler.barriers()).toEqual([]);
});

test('the file of an adjudication shows patent, filing and panel to its officer, and to the other side what it may see', async () => {
  const desk = await IpDesk.of(site.application);
  const of = await desk.lodge('adjudication');
  await desk.act('handler', of, 'file-case', filing);
  const handler = await arrive('handler');
  await handler.open(`/cases/${of}`);
  await handler.page.getByRole('heading', { level: 2, name: '提出的事项' }).waitFor();
  await handler.sees('专利号');
  expect(await namesOfFields(handler)).toEqual([]);
  await handler.picture('other-ip');
  expect(await handler.barriers()).toEqual([]);
});
