import { randomUUID } from 'node:crypto';
import { deriveClocks, packsFor } from '@redress/deadlines/clock/derive-clocks.js';
import { plainDate } from '@redress/deadlines/calendar/plain-date.js';
import { publishReleaseLaw } from '../reference/publish-release.js';
import { complaintBodies, sentComplaint, takenIn } from '../testing/sent-complaint.js';
import { Desk, done } from '../testing/desk.js';

/** A complaint at the desk, and its clocks as the release's law has them. */
async function complaintAt(day: string, lodging?: object) {
  const desk = (await Desk.open()).on(day);
  await publishReleaseLaw(desk.memory, desk.clock);
  const commandId = randomUUID();
  const by = lodging ? 'intake' : 'sme';
  const caseId = desk.caseIdOf(commandId, by);
  const body = { ...sentComplaint, ...(lodging && { lodging }) };
  done(await desk.commandOf('complaint', caseId, by, 'lodge', body, { commandId }));
  const act = async (on: string, who: string, name: string, said: object = {}) =>
    done(await desk.on(on).commandOf('complaint', caseId, who, name, said));
  const clocks = async (on: string) => {
    await desk.law.refresh();
    const { calendar, packs } = desk.law.law;
    const events = await desk.memory.readStream(`complaint-${caseId}`);
    const history = events.map(({ meta, ...event }) => ({ ...event, occurredAt: meta.occurredAt }));
    const law = { calendar, packs: packsFor('complaint', packs) };
    return deriveClocks(history, law, plainDate(on)).map(
      ({ rule, status, dueOn, mark, effect }) => `${rule} ${status} ${dueOn} ${mark} ${effect}`,
    );
  };
  return { desk, caseId, act, clocks };
}

describe('until 2025-12-31 the SME service centres’ terms are law (SHB Art. 49)', () => {
  test('general in five working days from receipt; graded hard on review, in fifteen', async () => {
    const { act, clocks } = await complaintAt('2025-09-10');
    await act('2025-09-11', 'intake', 'accept');
    await act('2025-09-11', 'intake', 'transfer', complaintBodies.transfer);
    await act('2025-09-11', 'handler', 'beginHandling');
    await act('2025-09-11', 'handler', 'grade', complaintBodies.grade);
    expect(await clocks('2025-09-12')).toEqual(['smeCentre.general running 2025-09-17 confirmed statutory']);
    await act('2025-09-15', 'head', 'regrade', complaintBodies.regrade);
    expect(await clocks('2025-09-18')).toEqual([
      'smeCentre.general ended 2025-09-17 confirmed statutory',
      'smeCentre.hard running 2025-09-30 confirmed statutory',
    ]);
  });

  test('concluded, the clock is met; a bad review is checked in one working day', async () => {
    const { act, clocks } = await complaintAt('2025-09-10');
    await act('2025-09-11', 'intake', 'accept');
    await act('2025-09-11', 'intake', 'transfer', complaintBodies.transfer);
    await act('2025-09-11', 'handler', 'beginHandling');
    await act('2025-09-11', 'handler', 'grade', complaintBodies.grade);
    await act('2025-09-12', 'handler', 'checkCharge', complaintBodies.checkCharge);
    await act('2025-09-15', 'handler', 'recordRefund', complaintBodies.recordRefund);
    await act('2025-09-15', 'handler', 'issueResult', complaintBodies.issueResult);
    await act('2025-09-16', 'handler', 'feedBack', complaintBodies.feedBack);
    await act('2025-09-17', 'handler', 'conclude');
    await act('2025-09-18', 'sme', 'rateSatisfaction', { rating: 1, comment: '太慢' });
    expect(await clocks('2025-09-22')).toEqual([
      'smeCentre.general met 2025-09-17 confirmed statutory',
      'badReview.check late 2025-09-19 confirmed statutory',
    ]);
    await act('2025-09-22', 'handler', 'checkBadReview', { how: '电话', found: '属实', remedy: '改进' });
    expect(await clocks('2025-09-23')).toContain('badReview.check metLate 2025-09-19 confirmed statutory');
  });

  test('what the hotline brought goes by the hotline: contact in one working day, simple matters in five', async () => {
    const { act, clocks } = await complaintAt('2025-09-10', takenIn('2025-09-10'));
    await act('2025-09-12', 'intake', 'recordFirstContact', { how: 'phone', what: '已联系企业' });
    await act('2025-09-12', 'intake', 'accept');
    await act('2025-09-12', 'intake', 'grade', complaintBodies.grade);
    expect(await clocks('2025-09-12')).toEqual([
      'hotline.contact metLate 2025-09-11 secondary serviceNorm',
      'hotline.simple running 2025-09-17 secondary serviceNorm',
    ]);
  });
});

test('a receipt wrongly dated is corrected, and the term counts from the true day', async () => {
  const { desk, caseId, act, clocks } = await complaintAt('2025-09-10');
  await act('2025-09-11', 'intake', 'accept');
  await act('2025-09-11', 'intake', 'grade', complaintBodies.grade);
  const [lodged] = await desk.memory.readStream(`complaint-${caseId}`);
  const correction = { event: lodged!.id, field: 'occurredAt', is: '2025-09-08', reason: '收件登记有误' };
  await act('2025-09-12', 'intake', 'correctFact', correction);
  expect(await clocks('2025-09-12')).toEqual(['smeCentre.general running 2025-09-15 confirmed statutory']);
});

test('from 2026 the hotline’s terms are shown for every channel, and what was not read cannot tell', async () => {
  const { act, clocks } = await complaintAt('2026-03-10');
  await act('2026-03-11', 'intake', 'accept');
  await act('2026-03-11', 'intake', 'grade', { ...complaintBodies.grade, grade: 'hard' });
  expect((await clocks('2026-03-11')).sort()).toEqual([
    'hotline.complex running 2026-03-31 secondary serviceNorm',
    'hotline.contact running 2026-03-11 secondary serviceNorm',
    'smeCentre.hard cannotTell null unconfirmed statutory',
  ]);
});

test('leads, penalties and petitions have the terms of their own rules', async () => {
  const { act, clocks } = await complaintAt('2025-09-10', takenIn('2025-09-10', 'counter'));
  await act('2025-09-11', 'intake', 'accept');
  await act('2025-09-11', 'intake', 'receiveLead', { source: '投诉材料', what: '涉嫌强制收费' });
  await act('2025-09-12', 'intake', 'filePenaltyCase', { number: 'LA-1', suspicion: '违规收费' });
  await act('2025-09-12', 'intake', 'registerPetition', { number: 'XF-1' });
  await act('2025-09-12', 'intake', 'sortPetition', { accepted: true, to: '区', reason: '属本级' });
  expect((await clocks('2025-09-12')).sort()).toEqual([
    'market.lead running 2025-10-09 confirmed statutory',
    'penalty.decision running 2025-12-11 confirmed statutory',
    'petition.finish running 2025-11-11 confirmed statutory',
    'petition.sort met 2025-09-27 confirmed statutory',
  ]);
});
