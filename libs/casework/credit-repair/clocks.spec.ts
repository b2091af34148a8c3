import { randomUUID } from 'node:crypto';
import { plainDate } from '@redress/deadlines/calendar/plain-date.js';
import { deriveClocks, packsFor } from '@redress/deadlines/clock/derive-clocks.js';
import { publishReleaseLaw } from '../reference/publish-release.js';
import { Desk, done } from '../testing/desk.js';
import { conditionsBut, repairBodies, sentRepair } from '../testing/sent-complaint.js';

const { record } = sentRepair;
const market = { ...record, body: { name: '浦东新区市场监管局', kind: 'marketRegulation', place: 'shanghai' } };

/** A request at the desk, and its clocks as the release's law has them. */
async function requestAt(day: string, changes: object = {}) {
  const desk = (await Desk.open()).on(day);
  await publishReleaseLaw(desk.memory, desk.clock);
  const commandId = randomUUID();
  const caseId = desk.caseIdOf(commandId);
  const body = { ...sentRepair, record: { ...record, ...changes } };
  done(await desk.commandOf('creditRepair', caseId, 'sme', 'lodge', body, { commandId }));
  const act = async (on: string, who: string, name: string, said: object = {}) =>
    done(await desk.on(on).commandOf('creditRepair', caseId, who, name, said));
  const clocks = async (on: string) => {
    await desk.law.refresh();
    const { calendar, packs } = desk.law.law;
    const events = await desk.memory.readStream(`creditRepair-${caseId}`);
    const history = events.map(({ meta, ...event }) => ({ ...event, occurredAt: meta.occurredAt }));
    const law = { calendar, packs: packsFor('creditRepair', packs) };
    return deriveClocks(history, law, plainDate(on))
      .map(({ rule, status, dueOn, mark }) => `${rule} ${status} ${dueOn} ${mark}`)
      .sort();
  };
  return { desk, caseId, act, clocks };
}

describe('through Credit China, under Order 36 by the clocks of D22', () => {
  test('the result in ten working days, the acceptance in three; what was not read cannot tell', async () => {
    const { act, clocks } = await requestAt('2026-09-08');
    await act('2026-09-08', 'intake', 'passToDepartment', repairBodies.passToDepartment);
    expect(await clocks('2026-09-09')).toEqual([
      'd22.accept running 2026-09-11 secondary',
      'd22.feedback running 2026-09-21 secondary',
      'o36.accept cannotTell null unconfirmed',
      'o36.general.max running 2027-03-10 secondary',
    ]);
    await act('2026-09-10', 'handler', 'accept');
    await act('2026-09-14', 'handler', 'reviewConditions', repairBodies.reviewConditions);
    await act('2026-09-14', 'handler', 'decideRepair', repairBodies.decideRepair);
    await act('2026-09-15', 'intake', 'endPublicity', repairBodies.endPublicity);
    await act('2026-09-15', 'intake', 'tellResult', repairBodies.tellResult);
    const after = await clocks('2026-09-15');
    expect(after).toContain('d22.accept met 2026-09-11 secondary');
    expect(after).toContain('d22.feedback met 2026-09-21 secondary');
    expect(after).toContain('o36.general.max met 2027-03-10 secondary');
  });

  test('refused, nothing is to be shared', async () => {
    const { act, clocks } = await requestAt('2026-02-10', { foundOn: '2025-03-10', publishedOn: '2025-03-10' });
    await act('2026-02-10', 'intake', 'accept');
    await act('2026-02-10', 'intake', 'reviewConditions', { conditions: conditionsBut('corrected') });
    await act('2026-02-10', 'intake', 'decideRepair', { repaired: false, reason: '未履行' });
    expect((await clocks('2026-02-11')).filter((clock) => /share/i.test(clock))).toEqual([]);
  });

  test('repaired under Order 58, the conclusion is shared in three working days; Shanghai’s own rule was not read', async () => {
    const { act, clocks } = await requestAt('2026-02-10', { foundOn: '2025-03-10', publishedOn: '2025-03-10' });
    await act('2026-02-10', 'intake', 'accept');
    await act('2026-02-10', 'intake', 'reviewConditions', repairBodies.reviewConditions);
    await act('2026-02-10', 'intake', 'decideRepair', repairBodies.decideRepair);
    expect((await clocks('2026-02-11')).filter((clock) => /share/i.test(clock))).toEqual([
      'o58.share running 2026-02-13 secondary',
      'repairShared.shanghai cannotTell null unconfirmed',
    ]);
  });
});

test('of a market regulator’s record the application is handled in seven working days', async () => {
  const { act, clocks } = await requestAt('2026-09-08', market);
  expect(await clocks('2026-09-08')).toEqual([
    's107.general.max running 2027-03-10 secondary',
    's107.handle running 2026-09-17 secondary',
  ]);
  await act('2026-09-09', 'intake', 'passToDepartment', { office: '310000-market', ground: '谁认定、谁修复' });
  await act('2026-09-10', 'handler-market', 'decline', { ground: 'notShown', reason: '未公示' });
  expect(await clocks('2026-09-10')).toContain('s107.handle ended 2026-09-17 secondary');
});

test('an objection in Shanghai is marked in one day, forwarded in two, decided by the source in five', async () => {
  const { act, clocks } = await requestAt('2026-09-08');
  await act('2026-09-08', 'sme', 'raiseObjection', { about: 'content', by: 'source', ground: '主体错误' });
  await act('2026-09-09', 'intake', 'markObjection');
  await act('2026-09-10', 'intake', 'forwardObjection', { to: '市交通委' });
  await act('2026-09-11', 'intake', 'receiveObjection');
  expect((await clocks('2026-09-11')).filter((clock) => clock.startsWith('objection'))).toEqual([
    'objection.forward met 2026-09-10 confirmed',
    'objection.mark met 2026-09-09 confirmed',
    'objection.source running 2026-09-18 confirmed',
  ]);
  await act('2026-09-18', 'intake', 'decideObjection', { upheld: true, correction: '更正主体', reason: '属实' });
  expect(await clocks('2026-09-18')).toContain('objection.source met 2026-09-18 confirmed');
});

test('a revoked basis and a proof of repair are followed up in three working days', async () => {
  const { act, clocks } = await requestAt('2026-09-08');
  await act('2026-09-08', 'intake', 'notifyRevocation', { document: '撤销通知' });
  await act('2026-09-08', 'intake', 'receiveRepairProof', { document: '修复证明' });
  await act('2026-09-09', 'intake', 'deleteRecord', { where: '信用中国（上海）' });
  const after = await clocks('2026-09-09');
  expect(after).toContain('revokedDeleted met 2026-09-11 confirmed');
  expect(after).toContain('repairRemoved running 2026-09-11 confirmed');
});

test('what follows a false promise was not read: its bar is shown as unconfirmed and cannot tell', async () => {
  const { act, clocks } = await requestAt('2026-09-08');
  await act('2026-09-08', 'intake', 'accept');
  const { events } = await act('2026-09-09', 'intake', 'findFalsePromise', { what: '缴款书系伪造' });
  expect(events.map(({ type }) => type)).toEqual(['FalsePromiseFound']);
  expect(await clocks('2026-09-09')).toContain('falsePromise.bar cannotTell null unconfirmed');
});

test('a finding wrongly dated is corrected, and the maximum counts from the true day', async () => {
  const { desk, caseId, act, clocks } = await requestAt('2026-09-08');
  const [requested] = await desk.memory.readStream(`creditRepair-${caseId}`);
  const correction = { event: requested!.id, field: 'request.record.foundOn', is: '2026-03-01', reason: '笔误' };
  await act('2026-09-09', 'intake', 'correctFact', correction);
  expect(await clocks('2026-09-09')).toContain('o36.general.max running 2027-03-01 secondary');
});
