import { randomUUID } from 'node:crypto';
import { OfficeDirectory } from '@redress/organisation/office-directory.js';
import { publishReleaseLaw } from '../reference/publish-release.js';
import { LawDirectory } from '../reference/law-directory.js';
import { Desk, done, grounds } from '../testing/desk.js';
import { complaintBodies, sentComplaint, takenIn } from '../testing/sent-complaint.js';
import { fireRung, type RungToFire } from './fire-rung.js';

let desk: Desk;
let caseId: string;
let received: string;

/** Received on Wednesday 2025-09-10: the result is due on Friday 10-10, its amber rung on 10-09, its red one on 10-11, a make-up workday. */
beforeEach(async () => {
  desk = await Desk.open();
  await publishReleaseLaw(desk.memory, desk.clock);
  caseId = await desk.inHandling();
  received = await idOf('MaterialsReceived');
});

async function idOf(type: string): Promise<string> {
  return (await desk.history(caseId)).findLast((event) => event.type === type)!.id;
}

function fire(rung: string, changes: Partial<RungToFire> = {}) {
  const parts = {
    store: desk.memory,
    clock: desk.clock,
    privacy: desk.privacy,
    law: new LawDirectory(desk.memory),
    offices: new OfficeDirectory(desk.memory),
  };
  return fireRung(parts, { caseId, clock: 'result', subject: 'case', run: received, rung, ...changes });
}

const complaintEvents = () => desk.memory.readStream(`complaint-${caseId}`);

const fired = async () =>
  (await desk.history(caseId)).flatMap(({ type, data }) => (type === 'RungFired' ? [data] : []));

test('a due rung fires, with the days, the policy and the explanation as they were (invariant 10)', async () => {
  desk.on('2025-10-09');
  done(await fire('amber'));
  expect(await fired()).toMatchObject([
    {
      clock: 'result',
      subject: 'case',
      run: received,
      rung: 'amber',
      policy: 'default.2',
      rungDueOn: '2025-10-09',
      clockDueOn: '2025-10-10',
      tells: ['holder', 'firstContact'],
      told: [{ receiver: 'holder', office: { id: '310115-handling' } }],
      act: 'notify',
      late: false,
      explanation: { law: { article: '25¶2' } },
    },
  ]);
  const event = (await desk.history(caseId)).at(-1)!;
  expect(event.meta).toMatchObject({ actor: { role: 'system' }, causationId: received, occurredAt: desk.now });
});

test('it fires once, however often it is found due', async () => {
  desk.on('2025-10-09');
  const first = done(await fire('amber'));
  const head = await desk.memory.head();
  desk.on('2025-10-10');
  expect(await fire('amber')).toEqual(first);
  expect(await desk.memory.head()).toBe(head);
});

test('many workers at once write one event', async () => {
  desk.on('2025-10-13');
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => fire('red')));
  expect(new Set(outcomes.map((outcome) => JSON.stringify(done(outcome)))).size).toBe(1);
  expect(await fired()).toHaveLength(1);
});

test('a person acting at the same moment costs neither: both are recorded', async () => {
  desk.on('2025-10-09');
  const [rung, payment] = await Promise.all([fire('amber'), desk.command(caseId, 'mediator', 'recordPayment')]);
  expect([done(rung).events, done(payment).events]).toMatchObject([
    [{ type: 'RungFired' }],
    [{ type: 'PaymentRecorded' }],
  ]);
});

test('the day before its day it does not fire', async () => {
  desk.on('2025-10-08');
  expect(grounds(await fire('amber'))).toEqual(['rungNotDue']);
  expect(await fired()).toEqual([]);
});

test('fired after its day, by a late scheduler, it is marked late', async () => {
  desk.on('2025-10-10');
  done(await fire('amber'));
  expect(await fired()).toMatchObject([{ rung: 'amber', rungDueOn: '2025-10-09', late: true }]);
});

test('after downtime the missed rungs fire, each in its turn', async () => {
  desk.on('2025-10-15');
  for (const rung of ['amber', 'red', 'district']) done(await fire(rung));
  expect(grounds(await fire('city'))).toEqual(['rungNotDue']);
  expect((await fired()).map(({ rung, late }) => [rung, late])).toEqual([
    ['amber', true],
    ['red', true],
    ['district', true],
  ]);
});

describe('nothing fires', () => {
  test('of a clock that has stopped', async () => {
    done(await desk.command(caseId, 'mediator', 'issueResult', { outcome: 'notSettled' }));
    done(await desk.command(caseId, 'mediator', 'feedBack'));
    desk.on('2025-10-13');
    done(await fire('amber'));
    desk.on('2025-10-14');
    done(await desk.command(caseId, 'mediator', 'feedBack', { to: 'acceptingAuthority' }));
    expect(grounds(await fire('red'))).toEqual(['rungNotDue']);
    expect(await fired()).toHaveLength(1);
  });

  test.each([
    ['sme', 'withdraw'],
    ['handler', 'terminate'],
  ] as const)('once %s may %s', async (by, name) => {
    done(await desk.command(caseId, by, name));
    desk.on('2025-10-13');
    expect(grounds(await fire('red'))).toEqual(['rungNotDue']);
  });

  test('for a first contact never recorded, once the complaint is concluded', async () => {
    const commandId = randomUUID();
    caseId = desk.caseIdOf(commandId, 'intake');
    const act = async (by: string, name: string, body: object = {}, request = {}) =>
      done(await desk.commandOf('complaint', caseId, by, name, body, request));
    await act('intake', 'lodge', { ...sentComplaint, lodging: takenIn('2025-09-10') }, { commandId });
    const contact = { clock: 'hotline.contact', run: (await complaintEvents())[0]!.id };
    desk.on('2025-09-12');
    done(await fire('red', contact));
    await act('intake', 'accept');
    await act('intake', 'transfer', complaintBodies.transfer);
    await act('handler', 'beginHandling');
    for (const name of ['grade', 'checkCharge', 'recordRefund', 'issueResult', 'feedBack'] as const)
      await act('handler', name, complaintBodies[name]);
    await act('handler', 'conclude');
    desk.on('2025-09-29');
    expect(grounds(await fire('district', contact))).toEqual(['rungNotDue']);
  });

  test('of a rung, a clock, a run or a case there is not', async () => {
    desk.on('2025-10-13');
    expect(grounds(await fire('purple'))).toEqual(['rungNotDue']);
    expect(grounds(await fire('red', { clock: 'interest' }))).toEqual(['rungNotDue']);
    expect(grounds(await fire('red', { run: await idOf('FormallyAccepted') }))).toEqual(['rungNotDue']);
    expect(grounds(await fire('red', { subject: 'line-1' }))).toEqual(['rungNotDue']);
    expect(grounds(await fire('red', { caseId: '0192a000-0000-8000-8000-000000000001' }))).toEqual(['rungNotDue']);
    expect(await fired()).toEqual([]);
  });
});

describe('an extension opens a run of its own', () => {
  beforeEach(async () => {
    desk.on('2025-10-09');
    done(await fire('amber'));
    done(await desk.command(caseId, 'head', 'extendHandling', { totalDays: 60 }));
  });

  test('what the old run had left to fire does not fire', async () => {
    desk.on('2025-10-13');
    expect(grounds(await fire('red'))).toEqual(['rungNotDue']);
  });

  test('the new one fires again on its own days', async () => {
    const run = await idOf('HandlingExtended');
    desk.on('2025-11-06');
    expect(grounds(await fire('amber', { run }))).toEqual(['rungNotDue']);
    desk.on('2025-11-07');
    done(await fire('amber', { run }));
    done(await fire('amber', { run }));
    expect((await fired()).map(({ rung, run, clockDueOn }) => [rung, run, clockDueOn])).toEqual([
      ['amber', received, '2025-10-10'],
      ['amber', run, '2025-11-09'],
    ]);
  });

  test('one approved after the due date opens none: the old run goes on', async () => {
    const late = await Desk.open();
    await publishReleaseLaw(late.memory, late.clock);
    desk = late;
    caseId = await desk.inHandling();
    received = await idOf('MaterialsReceived');
    desk.on('2025-10-11');
    done(await desk.command(caseId, 'head', 'extendHandling', { totalDays: 60 }));
    expect(grounds(await fire('red', { run: await idOf('HandlingExtended') }))).toEqual(['rungNotDue']);
    done(await fire('red'));
  });
});

test('the clock before it, from acceptance to transfer, has rungs of its own', async () => {
  caseId = await desk.lodge();
  done(await desk.command(caseId, 'intake', 'accept'));
  const run = await idOf('FormallyAccepted');
  desk.on('2025-09-23');
  done(await fire('amber', { clock: 'transfer', run }));
  expect(await fired()).toMatchObject([{ clock: 'transfer', clockDueOn: '2025-09-24' }]);
});
