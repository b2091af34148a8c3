import { randomUUID } from 'node:crypto';
import { OfficeDirectory } from '@redress/organisation/office-directory.js';
import { Desk } from '../testing/desk.js';
import { recordReport, reportsOf, type ReportSent } from './record-report.js';

const city = '310000-supervision';
const pudong = '310115-handling';
const made = {
  name: 'makeReport',
  task: 'disclosure',
  year: 2025,
  madeOn: '2026-03-20',
  document: '沪经信公开〔2026〕8号',
} as const;

let desk: Desk;
const send = (by: string, changes: object = {}) =>
  recordReport({ store: desk.memory, clock: desk.clock, offices: new OfficeDirectory(desk.memory) }, desk.account(by), {
    ...made,
    commandId: randomUUID(),
    office: city,
    ...changes,
  } as ReportSent);

beforeEach(async () => {
  desk = await Desk.open();
  desk.on('2026-03-24');
});

test('a report stands in a stream of its office and year, with who made it, when, and where it can be read', async () => {
  expect(await send('supervisor')).toMatchObject({ outcome: 'recorded' });
  expect((await desk.memory.readStream(`yearlyReport-${city}-2025`)).at(-1)).toMatchObject({
    type: 'OverdueSumsDisclosed',
    schema: 1,
    data: { office: { id: city }, year: 2025, madeOn: '2026-03-20', document: made.document },
    meta: { actor: { role: 'supervisor', organisation: city } },
  });
  expect(await reportsOf(desk.memory, city, 2025)).toMatchObject({
    disclosure: { madeOn: '2026-03-20', document: made.document },
  });
  expect(await reportsOf(desk.memory, pudong, 2025)).toEqual({});
});

test('4: sent again it is the same report; the same command id is no other', async () => {
  const commandId = randomUUID();
  const first = await send('supervisor', { commandId });
  expect(await send('supervisor', { commandId })).toEqual(first);
  expect(await send('supervisor', { commandId, document: '另一文件' })).toEqual({ outcome: 'commandIdReused' });
});

test('neither is made twice, two at once neither; the other of the year is one of its own', async () => {
  const outcomes = (await Promise.all([send('supervisor'), send('supervisor')])).map(({ outcome }) => outcome);
  expect(outcomes.sort()).toEqual(['recorded', 'refused']);
  expect(await send('supervisor')).toMatchObject({
    refusal: { code: 'alreadyReported', params: { on: '2026-03-20' } },
  });
  expect(await send('supervisor', { task: 'yearlyReport' })).toMatchObject({ outcome: 'recorded' });
});

test('what was recorded by mistake is taken back, for a reason, and may be recorded anew', async () => {
  const takeBack = (by = 'supervisor') => send(by, { name: 'takeBackReport', reason: '文号登记有误' });
  expect(await takeBack()).toMatchObject({ outcome: 'refused', refusal: { code: 'notReported' } });
  await send('supervisor');
  expect(await takeBack('supervisor-pudong')).toMatchObject({ denial: { code: 'otherOffice' } });
  expect(await takeBack()).toMatchObject({ outcome: 'recorded' });
  expect(await reportsOf(desk.memory, city, 2025)).toEqual({});
  expect(await takeBack()).toMatchObject({ refusal: { code: 'notReported' } });
  expect(await send('supervisor')).toMatchObject({ outcome: 'recorded' });
});

test.each([
  ['before the year has ended', { year: 2026 }, ['yearNotEnded', 'year']],
  ['as of a day in the year it is about', { madeOn: '2025-12-31' }, ['reportedBeforeYearEnded', 'madeOn']],
  ['as of a day to come', { madeOn: '2026-03-25' }, ['dateInFuture', 'madeOn']],
])('it is refused %s', async (_, changes, [code, field]) => {
  expect(await send('supervisor', changes)).toMatchObject({ outcome: 'refused', refusal: { code, field } });
});

test('16: an office’s supervisor or head reports for it, and for no other; nobody else does', async () => {
  for (const [by, office] of [
    ['supervisor', pudong],
    ['supervisor-pudong', city],
    ['supervisor', 'nowhere'],
  ] as const)
    expect(await send(by, { office })).toEqual({ outcome: 'denied', denial: { code: 'otherOffice' } });
  for (const by of ['mediator', 'sme', 'operator'])
    expect(await send(by, { office: pudong })).toEqual({ outcome: 'denied', denial: { code: 'wrongRole' } });
  expect(await send('head', { office: pudong })).toMatchObject({ outcome: 'recorded' });
});
