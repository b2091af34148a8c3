import { startApplication, type TestApplication } from '../application.js';
import { specimenClaim } from './specimen-claim.js';
import { cases, claims, conflict, denied, Handling, invalid, malformed, notFound } from './handling.js';

let application: TestApplication;
let desk: Handling;

beforeAll(async () => {
  application = await startApplication({ escalation: false });
  desk = new Handling(application);
});
afterAll(() => application.close());

const street = '310115-zhangjiang';
const specialist = `${street}-serviceSpecialist-1`;
const types = async (of: Parameters<Handling['events']>[0]) => (await desk.events(of)).map(({ type }) => type);

describe('first contact (首接负责制)', () => {
  test('an officer at the street takes a case by phone: it counts from its receipt, and they answer for it', async () => {
    const receivedOn = '2026-03-02';
    const lodging = { channel: 'phone', receivedOn, agent: null };
    const lodged = await desk.lodged({ lodging }, 'specialist');
    const [event, named] = await desk.events(lodged);
    expect(event).toMatchObject({
      type: 'ClaimLodged',
      data: { lodging: { by: 'officer', channel: 'phone', receivedOn } },
    });
    expect(event!.occurredAt).toBe(`${receivedOn}T00:00:00+08:00`);
    expect(named).toMatchObject({ data: { officer: { id: specialist }, office: { id: street } } });
    await desk.act('specialist', lodged, 'record-first-contact', { how: 'phone', what: '已告知投诉人受理程序' });
    await desk.refuses(
      'specialist',
      lodged,
      'record-first-contact',
      { how: 'phone', what: 'x' },
      conflict('alreadyContacted'),
    );

    await desk.own('intake', lodged, 'accept');
    await desk.own('intake', lodged, 'transfer', { office: '310115-handling', ground: '属地管理' });
    expect((await desk.read('specialist', `${cases}/${lodged.caseId}/actions`)).status).toBe(200);
    const work = await desk.read('specialist', `/api/worklist?atLeast=${lodged.position}`);
    expect(work.body.rows).toEqual([expect.objectContaining({ caseNumber: lodged.caseNumber })]);
    await desk.refuses('specialist', lodged, 'terminate', { ground: 'other', reason: 'x' }, denied('wrongRole'));
  });

  test('an officer says how it came; a complainant lodges online and under its own name', async () => {
    const lodging = { channel: 'phone', receivedOn: '2026-03-02', agent: null };
    const body = specimenClaim();
    await desk.refuses('specialist', await desk.lodged(), claims, body, invalid('lodging.channel: channelDoesNotFit'));
    await desk.refuses(
      'sme',
      await desk.lodged(),
      claims,
      { ...body, lodging },
      invalid('lodging.channel: channelDoesNotFit', 'lodging.receivedOn: notTheDayOfReceipt'),
    );
    const other = { ...body, complainant: { ...body.complainant, name: '他人公司' } };
    const refused = await (await desk.user('sme')).command(claims, other);
    expect(refused.body).toMatchObject({
      status: 422,
      errors: [{ field: 'complainant.name', code: 'notYourCompany' }],
    });
    const hidden = { ...body, respondent: { ...body.respondent, name: '大型\u202e制造' } };
    await desk.refuses('sme', await desk.lodged(), claims, hidden, malformed('respondent.name: invisibleCharacter'));
  });

  test('the name passes to another with a reason, and is never taken away', async () => {
    const lodged = await desk.lodged();
    const name = (officer: string, reason: string | null) => ({ officer, reason });
    await desk.act('intake', lodged, 'name-first-contact', name(specialist, null));
    await desk.refuses(
      'intake',
      lodged,
      'name-first-contact',
      name('310115-mediator-1', null),
      invalid('reason: firstContactStays'),
    );
    await desk.refuses(
      'intake',
      lodged,
      'name-first-contact',
      name(specialist, 'x'),
      invalid('officer: alreadyFirstContact'),
    );
    await desk.refuses(
      'intake',
      lodged,
      'name-first-contact',
      name('nobody', 'x'),
      invalid('officer: notAnOfficerHere'),
    );
    await desk.refuses('sme', lodged, 'name-first-contact', name(specialist, 'x'), denied('wrongRole'));
    await desk.act('intake', lodged, 'name-first-contact', name('310115-mediator-1', '调岗'));
    expect((await desk.events(lodged)).at(-1)!.data).toMatchObject({ previous: { id: specialist }, reason: '调岗' });
  });
});

describe('who has it in hand', () => {
  test('an officer is assigned, another takes over, and only officers of the office that has it', async () => {
    const handled = await desk.inHandling();
    await desk.act('handler', handled, 'assign-officer', { officer: '310115-mediator-2' });
    await desk.refuses('mediator', handled, 'take-over', {}, denied('otherMediator'));
    await desk.act('head', handled, 'take-over');
    expect((await desk.events(handled)).at(-1)).toMatchObject({
      type: 'OfficerAssigned',
      data: { officer: { id: '310115-departmentHead-1' }, takenOver: true, previous: { id: '310115-mediator-2' } },
    });
    await desk.refuses(
      'handler',
      handled,
      'assign-officer',
      { officer: '310104-mediator-1' },
      invalid('officer: notAnOfficerHere'),
    );
    await desk.refuses('handler', handled, 'assign-officer', { officer: '李' }, malformed('officer: identifier'));
    await desk.refuses('mediator-xuhui', handled, 'take-over', {}, notFound);
  });

  test('it is handed down to the street and up to the city; the first contact stays', async () => {
    const handled = await desk.inHandling();
    await desk.act('handler', handled, 'hand-down', { office: street, ground: '就近办理' });
    expect(await desk.actions('specialist', handled)).toEqual(expect.arrayContaining(['handUp', 'terminate']));
    expect(await desk.actions('handler', handled)).toEqual([]);
    await desk.refuses(
      'specialist',
      handled,
      'hand-down',
      { office: street, ground: 'x' },
      invalid('office: alreadyThere'),
    );
    await desk.refuses(
      'specialist',
      handled,
      'hand-down',
      { office: '310115-handling', ground: 'x' },
      invalid('office: notALowerOffice'),
    );
    await desk.act('specialist', handled, 'hand-up', { office: '310000-handling', ground: '跨区' });
    await desk.refuses(
      'handler-city',
      handled,
      'hand-up',
      { office: '310115-handling', ground: 'x' },
      invalid('office: notAHigherOffice'),
    );
    expect((await desk.events(handled)).at(-1)!.data).toMatchObject({
      direction: 'up',
      level: 'city',
      from: { id: street },
    });
  });

  test('a central firm’s case is handed over to the national platform, as proposed, and closed here', async () => {
    const respondent = { ...specimenClaim().respondent, creditCode: '91100000100003962T' };
    const lodged = await desk.lodged({ respondent });
    const proposed = await desk.read('intake', `${cases}/${lodged.caseId}/proposed-offices`);
    expect(proposed.body).toMatchObject([{ act: 'handToPlatform', office: null, rule: 'CN-ORDER-802 24¶2' }]);
    await desk.refuses(
      'intake',
      lodged,
      'hand-to-platform',
      { platform: '全国平台', ground: 'x' },
      malformed('receipt: required'),
    );
    const handed = await desk.act('intake', lodged, 'hand-to-platform', {
      platform: '全国平台',
      ground: '中央企业',
      receipt: 'QG-1',
    });
    const file = await desk.read('sme', `${cases}/${lodged.caseId}?atLeast=${handed.position}`);
    expect(file.body.status).toBe('handedOver');
    await desk.refuses(
      'intake',
      lodged,
      'assign-officer',
      { officer: '310000-intakeOfficer-1' },
      conflict('notAllowedInStatus'),
    );
  });

  test('the office of the respondent’s seat is proposed, with its ground', async () => {
    const lodged = await desk.lodged();
    const { body } = await desk.read('intake', `${cases}/${lodged.caseId}/proposed-offices`);
    expect(body).toEqual([
      {
        act: 'transfer',
        office: { id: '310115-handling', name: expect.anything() as object },
        platform: null,
        ground: expect.objectContaining({ zh: expect.stringContaining('属地管理') as string }) as object,
        rule: 'CN-ORDER-802 25¶1',
      },
    ]);
    expect((await desk.read('sme-xuhui', `${cases}/${lodged.caseId}/proposed-offices`)).status).toBe(404);
  });
});

describe('several offices (联席会议)', () => {
  const coHandlers = [{ office: '310104-handling', task: '核实合同履行地', reportBy: null }];

  test('act together while it is arranged: they read, report to the lead, and command nothing', async () => {
    const handled = await desk.inHandling();
    expect((await desk.read('mediator-xuhui', `${cases}/${handled.caseId}/actions`)).status).toBe(404);
    await desk.act('handler', handled, 'arrange-joint-handling', { coHandlers, ground: '跨区履行' });
    expect(await desk.actions('mediator-xuhui', handled)).toEqual(['recordCoHandlerReport', 'addNote', 'addEvidence']);
    await desk.refuses('mediator-xuhui', handled, 'terminate', { ground: 'other', reason: 'x' }, denied('wrongRole'));
    await desk.refuses('handler', handled, 'record-co-handler-report', { report: 'x' }, denied('otherOffice'));
    await desk.refuses(
      'handler',
      handled,
      'arrange-joint-handling',
      { coHandlers, ground: 'x' },
      conflict('jointHandlingStands'),
    );
    await desk.act('mediator-xuhui', handled, 'record-co-handler-report', { report: '已核实' });
    await desk.act('handler', handled, 'end-joint-handling', { reason: '已查清' });
    expect((await desk.read('mediator-xuhui', `${cases}/${handled.caseId}/actions`)).status).toBe(404);
  });

  test('are named once each, and are not the lead', async () => {
    const handled = await desk.inHandling();
    const [one] = coHandlers;
    const lead = { ...one!, office: '310115-handling' };
    const body = { coHandlers: [one, one, lead, { ...one!, office: 'nowhere' }], ground: 'x' };
    await desk.refuses(
      'handler',
      handled,
      'arrange-joint-handling',
      body,
      invalid(
        'coHandlers[1].office: namedTwice',
        'coHandlers[2].office: leadAsCoHandler',
        'coHandlers[3].office: notAnOffice',
      ),
    );
    await desk.refuses(
      'handler',
      handled,
      'arrange-joint-handling',
      { coHandlers: [], ground: 'x' },
      malformed('coHandlers: list'),
    );
  });
});

describe('objection to a dispatch (派单异议)', () => {
  test('upheld, the case goes to the other office, which must receive it; it is decided once', async () => {
    const handled = await desk.inHandling();
    await desk.refuses(
      'intake',
      handled,
      'decide-dispatch-objection',
      { upheld: true, office: null, reason: 'x' },
      conflict('noDispatchObjection'),
    );
    await desk.act('handler', handled, 'object-to-dispatch', { ground: '被投诉人注册地在徐汇' });
    await desk.refuses('handler', handled, 'object-to-dispatch', { ground: 'x' }, conflict('dispatchObjectionOpen'));
    await desk.refuses(
      'handler',
      handled,
      'decide-dispatch-objection',
      { upheld: true, office: null, reason: 'x' },
      denied('wrongRole'),
    );
    const wrong = { upheld: true, office: street, reason: 'x' };
    await desk.refuses('intake', handled, 'decide-dispatch-objection', wrong, invalid('office: notAHandlingAuthority'));
    await desk.act('intake', handled, 'decide-dispatch-objection', {
      upheld: true,
      office: '310104-handling',
      reason: '属实',
    });
    await desk.refuses('intake', handled, 'decide-dispatch-objection', wrong, conflict('dispatchObjectionDecided'));
    expect((await desk.read('handler', `${cases}/${handled.caseId}/actions`)).status).toBe(404);
    expect(await types(handled)).toEqual(
      expect.arrayContaining(['DispatchObjectionRaised', 'DispatchObjectionDecided']),
    );
  });

  test('not upheld, it stays', async () => {
    const handled = await desk.inHandling();
    await desk.act('handler', handled, 'object-to-dispatch', { ground: '不属本部门' });
    await desk.act('intake', handled, 'decide-dispatch-objection', { upheld: false, office: null, reason: '属地明确' });
    expect(await desk.actions('handler', handled)).toContain('issueResult');
  });
});
