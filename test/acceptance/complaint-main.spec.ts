import {
  byAgent,
  complaintBodies,
  sentComplaint,
  sentPolicyComplaint,
  takenIn,
} from '@redress/casework/testing/sent-complaint.js';
import { startApplication, type TestApplication } from '../application.js';
import { refusalOf, RightsDesk } from './rights-desk.js';

let application: TestApplication;
let desk: RightsDesk;
let today: string;

beforeAll(async () => {
  application = await startApplication({ escalation: false });
  desk = new RightsDesk(application, 'complaint');
  today = (await (await desk.user('intake')).get<{ today: string }>('/api/worklist')).body.today;
}, 60_000);

afterAll(() => application.close());

/** A complaint in the hands of 浦东新区, graded general. */
async function inHandling(body: object = sentComplaint): Promise<string> {
  const of = await desk.lodge(body);
  await desk.act('intake', of, 'accept');
  await desk.act('intake', of, 'transfer', complaintBodies.transfer);
  await desk.act('handler', of, 'begin-handling');
  await desk.act('handler', of, 'grade', complaintBodies.grade);
  return of;
}

test('a complaint about a charge goes from lodging to conclusion, each step by the person it belongs to', async () => {
  const of = await desk.lodge(sentComplaint);
  await desk.act('intake', of, 'record-first-contact', { how: 'phone', what: '已联系企业' });
  await desk.act('intake', of, 'request-supplement', {
    defects: [{ item: '营业执照', what: '未附' }],
    dueOn: null,
    arisenFrom: null,
  });
  await desk.act('sme', of, 'supply-materials', {
    statement: '补交',
    evidence: [{ kind: 'licence', title: '营业执照', reference: 'l.pdf' }],
    respondent: null,
  });
  await desk.act('intake', of, 'accept');
  await desk.act('intake', of, 'transfer', complaintBodies.transfer);
  await desk.act('handler', of, 'begin-handling');
  await desk.act('handler', of, 'grade', complaintBodies.grade);
  await desk.act('handler', of, 'check-charge', complaintBodies.checkCharge);
  await desk.act('handler', of, 'record-refund', complaintBodies.recordRefund);
  await desk.act('handler', of, 'issue-result', complaintBodies.issueResult);
  await desk.act('handler', of, 'feed-back', complaintBodies.feedBack);
  const concluded = await desk.send('handler', of, 'conclude');
  expect(concluded.body.events).toMatchObject([{ type: 'ComplaintConcluded' }]);
  const file = await (await desk.user('sme')).get(`/api/cases/${of}?atLeast=${concluded.body.position}`);
  expect(file.body).toMatchObject({
    caseNumber: concluded.body.caseNumber,
    kind: 'complaint',
    status: 'concluded',
    // The terms of SHB as amended were not read; the hotline's are met.
    clocks: expect.arrayContaining([
      expect.objectContaining({ rule: 'hotline.contact', status: 'met', mark: 'secondary' }),
      expect.objectContaining({ rule: 'hotline.simple', status: 'met', mark: 'secondary' }),
      expect.objectContaining({ rule: 'smeCentre.general', status: 'cannotTell', mark: 'unconfirmed' }),
    ]) as object[],
  });
  expect(await desk.types(of)).toEqual([
    'ComplaintLodged',
    'FirstContactMade',
    'SupplementRequested',
    'Resubmitted',
    'ComplaintAccepted',
    'Transferred',
    'HandlingBegun',
    'ComplaintGraded',
    'ChargeChecked',
    'RefundRecorded',
    'ResultIssued',
    'ResultFedBack',
    'ComplaintConcluded',
  ]);
});

describe('the ways in', () => {
  test('an agent lodges for the firm, and sees the case', async () => {
    const of = await desk.lodge({ ...sentComplaint, lodging: byAgent(today) }, 'agent');
    expect(await desk.act('agent', of, 'withdraw', { reason: '已协商解决' })).toEqual(['ComplaintWithdrawn']);
  });

  test('an officer takes in what the hotline brought, and is the first contact', async () => {
    const of = await desk.lodge({ ...sentComplaint, lodging: takenIn(today) }, 'intake');
    expect(await desk.types(of)).toEqual(['ComplaintLodged', 'FirstContactNamed']);
  });

  test('what was received before today is recorded as of that day', async () => {
    const answer = await desk.lodging({ ...sentComplaint, lodging: takenIn('2026-11-02', 'letter') }, 'intake');
    expect(answer.status).toBe(201);
    expect(answer.body.caseNumber).toMatch(/^CO-2026-/);
  });

  test('nobody lodges for another firm, or by a way that is not theirs', async () => {
    const other = { ...sentComplaint, complainant: { ...sentComplaint.complainant, name: '别家' } };
    expect(refusalOf(await desk.lodging(other))).toEqual([422, 'complainant.name: notYourCompany']);
    const counter = { ...sentComplaint, lodging: takenIn(today, 'counter') };
    expect(refusalOf(await desk.lodging(counter))).toEqual([422, 'lodging.channel: channelDoesNotFit']);
    const asMarket = { ...sentComplaint, takenBy: 'marketRegulation' };
    expect(refusalOf(await desk.lodging(asMarket))).toEqual([422, 'takenBy: channelDoesNotFit']);
    expect(refusalOf(await desk.lodging(sentComplaint, 'handler'))[0]).toBe(422);
    expect(refusalOf(await desk.lodging(sentComplaint, 'supervisor'))).toEqual([403, 'wrongRole']);
  });
});

describe('bad input', () => {
  test('everything wrong with a complaint is told at once', async () => {
    const wrong = {
      ...sentComplaint,
      category: 'policyLastMile',
      charges: [{ item: '培训费', chargedOn: '2099-01-01', amount: '0.00', receipt: null }],
    };
    expect(refusalOf(await desk.lodging(wrong))).toEqual([
      422,
      'policy: policyMissing',
      'charges[0].amount: amountNotPositive',
      'charges[0].chargedOn: dateInFuture',
    ]);
  });

  test('a form at fault is told field by field', async () => {
    const { title: _, ...untitled } = sentComplaint;
    const body = { ...untitled, category: 'rumour', respondent: { ...sentComplaint.respondent, unitType: 'x' } };
    const refusal = refusalOf(await desk.lodging({ ...body, colour: 'red' }));
    expect(refusal[0]).toBe(400);
    expect(refusal).toEqual(
      expect.arrayContaining([
        'category: oneOf',
        'title: required',
        'respondent.unitType: oneOf',
        'colour: unknownField',
      ]),
    );
  });

  test('a command in the wrong status is a conflict, and changes nothing', async () => {
    const of = await desk.lodge(sentComplaint);
    expect(await desk.refusal('intake', of, 'conclude')).toEqual([409, 'notAllowedInStatus']);
    expect(await desk.types(of)).toEqual(['ComplaintLodged']);
  });
});

describe('acceptance', () => {
  test('declined with its ground and the way that is open; objected to, it is reviewed again', async () => {
    const of = await desk.lodge(sentComplaint);
    const decline = { ground: 'overduePayment', reason: '属欠款', advice: '可提交拖欠款项投诉' };
    expect(await desk.refusal('handler', of, 'decline', decline)).not.toContain(200);
    expect(await desk.act('intake', of, 'decline', decline)).toEqual(['ComplaintDeclined']);
    await desk.act('sme', of, 'object-to-outcome', { ground: '并非欠款' });
    await desk.act('supervisor', of, 'decide-outcome-objection', {
      by: 'complainant',
      upheld: true,
      reason: '确属收费',
    });
    await desk.act('supervisor', of, 'reopen', { ground: 'objectionUpheld', reason: '异议成立' });
    expect(await desk.act('intake', of, 'accept')).toEqual(['ComplaintAccepted']);
  });
});

test('declined on a ground of the operator’s own, and on none that there is not', async () => {
  const of = await desk.lodge(sentComplaint);
  const decline = { reason: '已答复', advice: '如有新事实可再投诉' };
  expect(await desk.refusal('intake', of, 'decline', { ...decline, ground: 'rumour' })).toEqual([
    422,
    'ground: noSuchGround',
  ]);
  expect(await desk.act('intake', of, 'decline', { ...decline, ground: 'resultAlreadyGiven' })).toEqual([
    'ComplaintDeclined',
  ]);
});

describe('the grading', () => {
  test('is looked at again by the head of the department alone', async () => {
    const of = await inHandling();
    expect(await desk.refusal('handler', of, 'grade', complaintBodies.grade)).toEqual([409, 'alreadyGraded']);
    expect(await desk.refusal('handler', of, 'regrade', complaintBodies.regrade)).toEqual([403, 'wrongRole']);
    expect(await desk.act('head', of, 'regrade', complaintBodies.regrade)).toEqual(['ComplaintGraded']);
    expect(await desk.refusal('head', of, 'regrade', complaintBodies.regrade)).toEqual([422, 'grade: sameGrade']);
  });
});

describe('the transfer', () => {
  test('goes to the body competent, which may object; decided, it goes on', async () => {
    const of = await desk.lodge(sentComplaint);
    await desk.act('intake', of, 'accept');
    expect(await desk.refusal('intake', of, 'transfer', { office: 'nowhere', ground: '属地' })).toEqual([
      422,
      'office: notAnOffice',
    ]);
    await desk.act('intake', of, 'transfer', complaintBodies.transfer);
    await desk.act('handler', of, 'object-to-dispatch', { ground: '不属本区' });
    expect(await desk.refusal('handler', of, 'begin-handling')).toEqual([409, 'dispatchObjectionOpen']);
    await desk.act('intake', of, 'decide-dispatch-objection', { upheld: false, office: null, reason: '注册地在浦东' });
    expect(await desk.act('handler', of, 'begin-handling')).toEqual(['HandlingBegun']);
  });

  test('the accepting office may handle it itself', async () => {
    const of = await desk.lodge(sentComplaint);
    await desk.act('intake', of, 'accept');
    expect(await desk.act('intake', of, 'begin-handling')).toEqual(['HandlingBegun']);
    expect(await desk.act('intake', of, 'grade', complaintBodies.grade)).toEqual(['ComplaintGraded']);
  });
});

describe('the end', () => {
  test('what cannot be done is explained, and fed back before the case is concluded', async () => {
    const of = await inHandling({ ...sentComplaint, category: 'other', charges: [] });
    const answer = { outcome: 'notResolved', answer: '现行政策不支持', explanation: null };
    expect(await desk.refusal('handler', of, 'issue-result', answer)).toEqual([422, 'explanation: explanationMissing']);
    await desk.act('handler', of, 'issue-result', { ...answer, explanation: '须待政策修订' });
    expect(await desk.refusal('handler', of, 'conclude')).toEqual([409, 'notFedBack']);
    await desk.act('handler', of, 'feed-back', complaintBodies.feedBack);
    expect(await desk.act('handler', of, 'conclude')).toEqual(['ComplaintConcluded']);
  });

  test('a bad review is looked into and followed up; new facts reopen the case, which is graded anew', async () => {
    const of = await inHandling(sentPolicyComplaint);
    await desk.act('handler', of, 'check-policy', {
      policy: '专精特新扶持办法',
      documentNumber: null,
      promise: '奖励10万元',
      entitled: true,
      found: 'kept',
      reason: '已拨付',
      remedy: null,
    });
    await desk.act('handler', of, 'issue-result', { outcome: 'unfounded', answer: '已于上月拨付', explanation: null });
    await desk.act('handler', of, 'feed-back', complaintBodies.feedBack);
    await desk.act('handler', of, 'conclude');
    expect(await desk.act('sme', of, 'rate-satisfaction', { rating: 1, comment: '款未到账' })).toEqual([
      'SatisfactionRated',
      'BadReviewReceived',
    ]);
    await desk.act('handler', of, 'check-bad-review', { how: '电话', found: '账号有误', remedy: '更正账号' });
    await desk.act('handler', of, 'record-follow-up-call', { how: '电话', what: '已到账' });
    await desk.act('head', of, 'reopen', { ground: 'newFacts', reason: '账号有误' });
    expect(await desk.act('handler', of, 'grade', complaintBodies.grade)).toEqual(['ComplaintGraded']);
  });

  test('terminated on a ground of the operator’s, or handed to a platform outside', async () => {
    const of = await inHandling();
    expect(await desk.refusal('handler', of, 'terminate', { ground: 'x', reason: '无' })).toEqual([
      422,
      'ground: noSuchGround',
    ]);
    expect(
      await desk.act('handler', of, 'terminate', { ground: 'complainantUnreachable', reason: '多次联系未果' }),
    ).toEqual(['HandlingTerminated']);
    const other = await desk.lodge(sentComplaint);
    expect(
      await desk.act('intake', other, 'hand-to-platform', { platform: '国家平台', ground: '央企', receipt: 'R-1' }),
    ).toEqual(['HandedToPlatform']);
  });
});

test('the actions of a case are those its state and the caller’s role allow', async () => {
  const of = await inHandling();
  const ofHandler = await desk.actions('handler', of);
  expect(ofHandler).toEqual(expect.arrayContaining(['checkCharge', 'issueResult', 'transfer', 'addNote']));
  expect(ofHandler).not.toContain('regrade');
  expect(await desk.actions('head', of)).toContain('regrade');
  expect(await desk.actions('sme', of)).toEqual(expect.arrayContaining(['withdraw', 'requestHelp']));
});
