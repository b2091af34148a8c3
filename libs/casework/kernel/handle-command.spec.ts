import { randomUUID } from 'node:crypto';
import type { AppendResult, EventStore, Revision } from '@redress/event-store/port.js';
import { demonstrationCompanies } from '@redress/access/demonstration-accounts.js';
import { Desk, done, grounds } from '../testing/desk.js';
import { caseworkKind } from '../kinds.js';
import { handleCommand } from './handle-command.js';
import { system } from './system.js';
import { firedRung, sentBodies } from '../testing/sent-bodies.js';

let desk: Desk;

beforeEach(async () => {
  desk = await Desk.open();
});

const revision = (text: string) => text as Revision;
const payment = (reference: string) => ({ reference });

/** A rung, as the worker fires one. */
async function systemActs(caseId: string) {
  const parts = { store: desk.memory, clock: desk.clock, privacy: desk.privacy };
  const command = { name: 'fireRung', body: { ...firedRung, run: randomUUID() } };
  const request = { commandId: randomUUID(), actor: system };
  const issued = { caseId, request, sent: command, account: null, accessOfNew: null };
  return done(await handleCommand(parts, caseworkKind('overduePayment').domain, issued, () => ({ command })));
}

/** The store, where before each append somebody else is quicker, so many times. */
function contended(caseId: string, times: number): EventStore {
  let left = times;
  return new Proxy(desk.memory, {
    get(store, name) {
      const own: unknown = Reflect.get(store, name);
      if (typeof own !== 'function') return own;
      if (name !== 'append') return own.bind(store) as unknown;
      return async (...words: Parameters<EventStore['append']>): Promise<AppendResult> => {
        if (left-- > 0) await desk.command(caseId, 'handler', 'recordPayment', payment(`quicker ${left}`));
        return store.append(...words);
      };
    },
  });
}

describe('the revision decided on (invariant 2)', () => {
  let caseId: string;

  beforeEach(async () => {
    caseId = await desk.inHandling();
  });

  const pay = (ifMatch: string) =>
    desk.command(caseId, 'mediator', 'recordPayment', {}, { ifMatch: revision(ifMatch) });

  test('is the head: the command is decided', async () => {
    expect(done(await pay('4')).revision).toBe('5');
  });

  test('is older by the system’s own events alone: the command is decided', async () => {
    await systemActs(caseId);
    await systemActs(caseId);
    expect(done(await pay('4')).revision).toBe('7');
  });

  test('is older by a person’s event: nothing is written, and the sender learns what changed', async () => {
    await systemActs(caseId);
    await desk.command(caseId, 'handler', 'recordReply');
    const head = await desk.memory.head();
    expect(await pay('4')).toMatchObject({
      outcome: 'changed',
      revision: '6',
      changes: [
        { revision: '5', type: 'RungFired', actor: { role: 'system' } },
        {
          revision: '6',
          type: 'RespondentReplied',
          actor: { role: 'handlingOfficer' },
          data: { statement: '资金紧张' },
        },
      ],
    });
    expect(await desk.memory.head()).toBe(head);
  });

  test('lies ahead of the head: the sender speaks of another case', async () => {
    expect(await pay('5')).toEqual({ outcome: 'changed', revision: '4', changes: [] });
  });

  test('without it the command is decided again on the new state, five times at most', async () => {
    const four = await desk.command(caseId, 'mediator', 'recordPayment', payment('slow'), {}, contended(caseId, 4));
    expect(done(four).revision).toBe('9');
    const head = await desk.memory.head();
    const five = await desk.command(caseId, 'mediator', 'recordPayment', payment('slow'), {}, contended(caseId, 5));
    expect(five).toEqual({ outcome: 'contended' });
    expect(Number(await desk.memory.head())).toBe(Number(head) + 5);
  });

  test('decided again means judged again: what the quicker one made impossible is refused', async () => {
    const whole = { amount: '950000.00' };
    const outcome = await desk.command(caseId, 'mediator', 'recordPayment', whole, {}, contended(caseId, 1));
    expect(grounds(outcome)).toEqual(['amount: exceedsOutstanding']);
  });

  test('with it, a quicker person between reading and writing is a change too', async () => {
    const request = { ifMatch: revision('4') };
    const outcome = await desk.command(caseId, 'mediator', 'recordReply', {}, request, contended(caseId, 1));
    expect(outcome).toMatchObject({ outcome: 'changed', revision: '5', changes: [{ type: 'PaymentRecorded' }] });
  });
});

describe('the command id (invariant 4)', () => {
  test('sent twice gives the first outcome and appends nothing, whatever happened since', async () => {
    const commandId = randomUUID();
    const caseId = await desk.inHandling();
    const first = done(await desk.command(caseId, 'mediator', 'recordPayment', {}, { commandId }));
    await desk.command(caseId, 'handler', 'terminate');
    const head = await desk.memory.head();
    desk.on('2025-09-20');
    const again = await desk.command(caseId, 'mediator', 'recordPayment', {}, { commandId, ifMatch: revision('4') });
    expect(again).toEqual(first);
    expect(await desk.memory.head()).toBe(head);
  });

  test('a lodging sent twice is one case', async () => {
    const commandId = randomUUID();
    const caseId = await desk.lodge(commandId);
    expect(await desk.lodge(commandId)).toBe(caseId);
    expect(await desk.types(caseId)).toEqual(['ClaimLodged']);
  });

  test.each(['lodge', 'recordPayment'] as const)(
    '%s twice at once writes one event, and both hear of it',
    async (name) => {
      const commandId = randomUUID();
      const caseId = name === 'lodge' ? desk.caseIdOf(commandId) : await desk.inHandling();
      const by = name === 'lodge' ? 'sme' : 'mediator';
      const head = Number(await desk.memory.head());
      const outcomes = await Promise.all(
        Array.from({ length: 8 }, (_, i) => {
          desk.now = `2025-09-10T10:00:0${i}+08:00`;
          return desk.command(caseId, by, name, {}, { commandId });
        }),
      );
      expect(new Set(outcomes.map((outcome) => JSON.stringify(done(outcome)))).size).toBe(1);
      expect(Number(await desk.memory.head())).toBe(head + 1);
    },
  );

  test('with another body, another day or another command is refused', async () => {
    const commandId = randomUUID();
    const caseId = await desk.inHandling();
    done(await desk.command(caseId, 'mediator', 'recordPayment', {}, { commandId }));
    const head = await desk.memory.head();
    const others = [
      desk.command(caseId, 'mediator', 'recordPayment', { amount: '1.00' }, { commandId }),
      desk.command(
        caseId,
        'mediator',
        'recordPayment',
        {},
        { commandId, occurredOn: '2025-09-09', occurredOnReason: '补记' },
      ),
      desk.command(caseId, 'mediator', 'recordReply', {}, { commandId }),
    ];
    expect(await Promise.all(others)).toEqual(others.map(() => ({ outcome: 'commandIdReused' })));
    expect(await desk.memory.head()).toBe(head);
  });

  test('of another person is refused, and tells nothing to who may not read the case', async () => {
    const commandId = randomUUID();
    const caseId = await desk.inHandling();
    done(await desk.command(caseId, 'mediator', 'recordPayment', {}, { commandId }));
    const by = (account: string) => desk.command(caseId, account, 'recordPayment', {}, { commandId });
    expect(await by('handler')).toEqual({ outcome: 'commandIdReused' });
    expect(await by('mediator-xuhui')).toEqual({ outcome: 'notFound' });
    expect(await by('sme-xuhui')).toEqual({ outcome: 'notFound' });
  });

  test('of a refused command is free: it left no trace and is decided anew', async () => {
    const commandId = randomUUID();
    const caseId = await desk.inHandling();
    const issue = () => desk.command(caseId, 'mediator', 'issueResult', { outcome: 'settled' }, { commandId });
    const head = await desk.memory.head();
    expect(grounds(await issue())).toEqual(['outcome: noSettlement']);
    expect(await desk.memory.head()).toBe(head);
    done(await desk.command(caseId, 'mediator', 'agreeSettlement'));
    expect(done(await issue()).events).toMatchObject([{ type: 'ResultIssued' }]);
  });

  test.each([
    ['UUIDv4', 'f47ac10b-58cc-4372-a567-0e02b2c3d479', '00000000-0000-8'],
    ['UUIDv7', '0198f3a0-1234-7372-a567-0e02b2c3d479', '0198f3a0-1234-8'],
    ['the nil UUID', '00000000-0000-0000-0000-000000000000', '00000000-0000-8'],
  ])('may be a %s: ids are functions of it, with its time in front if it bears one', async (_, commandId, front) => {
    const caseId = await desk.lodge(commandId);
    const [event] = await desk.history(caseId);
    expect(caseId.startsWith(front)).toBe(true);
    expect(event!.id.startsWith(front)).toBe(true);
    expect(event!.meta).toMatchObject({ commandId, correlationId: caseId, causationId: null });
    expect(await desk.lodge(commandId)).toBe(caseId);
  });

  test('is one sender’s: two companies may choose the same and get two cases', async () => {
    const commandId = randomUUID();
    const one = await desk.lodge(commandId);
    expect(one).not.toBe((await Desk.open()).caseIdOf(commandId));
  });
});

describe('who may (invariant 16)', () => {
  test('who may not read the case is not told that there is one', async () => {
    const caseId = await desk.inHandling();
    for (const by of ['sme-xuhui', 'mediator-xuhui', 'operator'])
      expect([by, await desk.command(caseId, by, 'recordPayment')]).toEqual([by, { outcome: 'notFound' }]);
    expect(await desk.command(caseId, 'sme-xuhui', 'withdraw')).toEqual(
      await desk.command(randomUUID(), 'sme', 'withdraw'),
    );
  });

  test('who may read it and not do this is told why', async () => {
    const caseId = await desk.inHandling();
    const denied = async (by: string, name: 'extendHandling' | 'withdraw' | 'terminate') => {
      const outcome = await desk.command(caseId, by, name);
      return outcome.outcome === 'denied' ? outcome.denial.code : outcome.outcome;
    };
    expect(await denied('supervisor', 'terminate')).toBe('wrongRole');
    expect(await denied('handler', 'extendHandling')).toBe('wrongRole');
    expect(await denied('intake', 'terminate')).toBe('otherOffice');
    expect(await denied('mediator', 'withdraw')).toBe('wrongRole');
  });

  test('a company lodges for itself alone', async () => {
    const complainant = { ...sentBodies.lodge.complainant, creditCode: '91310104MADEM002X1' };
    const outcome = await desk.command(desk.caseIdOf(randomUUID()), 'sme', 'lodge', { complainant });
    expect(outcome).toMatchObject({ outcome: 'denied', denial: { code: 'otherCompany' } });
  });

  test('the role is judged before the state: a refusal does not tell the status to who may not act', async () => {
    const caseId = await desk.lodge();
    expect(await desk.command(caseId, 'sme', 'accept')).toMatchObject({ outcome: 'denied' });
    expect(grounds(await desk.command(caseId, 'sme', 'supplyMaterials'))).toEqual(['notAllowedInStatus']);
  });
});

describe('when it took effect (invariant 15)', () => {
  test('now, unless said otherwise', async () => {
    const caseId = await desk.lodge();
    const [event] = await desk.history(caseId);
    expect(event!.meta.occurredAt).toBe(desk.now);
    expect(event!.meta).not.toHaveProperty('occurredAtReason');
  });

  test('an earlier day counts from its beginning in Shanghai, with the reason', async () => {
    const caseId = await desk.lodge();
    desk.on('2025-09-12');
    const request = { occurredOn: '2025-09-10', occurredOnReason: '系统停机' };
    done(await desk.command(caseId, 'intake', 'accept', {}, request));
    const { meta } = (await desk.openHistory(caseId)).at(-1)!;
    expect(meta).toMatchObject({ occurredAt: '2025-09-10T00:00:00+08:00', occurredAtReason: '系统停机' });
  });

  test('today, named, is now', async () => {
    const caseId = await desk.lodge();
    done(await desk.command(caseId, 'intake', 'accept', {}, { occurredOn: '2025-09-10' }));
    expect((await desk.history(caseId)).at(-1)!.meta.occurredAt).toBe(desk.now);
  });

  test('the day is Shanghai’s, not UTC’s', async () => {
    const caseId = await desk.lodge();
    desk.now = '2025-09-10T16:30:00Z';
    done(await desk.command(caseId, 'intake', 'accept', {}, { occurredOn: '2025-09-11' }));
  });

  test('never without a reason for an earlier day, nor a reason without a day', async () => {
    const caseId = await desk.lodge();
    desk.on('2025-09-12');
    expect(grounds(await desk.command(caseId, 'intake', 'accept', {}, { occurredOn: '2025-09-11' }))).toEqual([
      'occurredOnReason: reasonForDate',
    ]);
    expect(grounds(await desk.command(caseId, 'intake', 'accept', {}, { occurredOnReason: '补记' }))).toEqual([
      'occurredOn: dayForReason',
    ]);
    expect(await desk.types(caseId)).toEqual(['ClaimLodged']);
  });

  test('never in the future, nor before the step it follows; every fault is named at once', async () => {
    const caseId = await desk.inHandling();
    const reason = { occurredOnReason: '补记' };
    expect(
      grounds(await desk.command(caseId, 'mediator', 'issueResult', {}, { occurredOn: '2025-09-11', ...reason })),
    ).toEqual(['occurredOn: dateInFuture', 'outcome: nothingPaid']);
    expect(grounds(await desk.command(caseId, 'mediator', 'issueResult', {}, { occurredOn: '2025-09-09' }))).toEqual([
      'occurredOnReason: reasonForDate',
      'occurredOn: beforePreviousStep',
      'outcome: nothingPaid',
    ]);
  });
});

describe('offices and officers', () => {
  test('an event names the office as it was called on the day', async () => {
    const caseId = await desk.inHandling();
    const [lodged, , transferred, , assigned] = await desk.history(caseId);
    expect(lodged!.data.acceptingOffice).toMatchObject({
      id: '310000-accepting',
      name: { zh: '上海市经济和信息化委员会' },
    });
    expect(transferred!.data.to).toMatchObject({ id: '310115-handling', district: '310115' });
    expect(assigned!.data).toMatchObject({ mediator: { id: '310115-mediator-1' }, previous: null });
  });

  test('a transfer goes to a handling authority there is', async () => {
    const caseId = await desk.lodge();
    done(await desk.command(caseId, 'intake', 'accept'));
    for (const office of ['310000-accepting', 'nowhere', '__proto__'])
      expect(grounds(await desk.command(caseId, 'intake', 'transfer', { office }))).toEqual([
        'office: notAHandlingAuthority',
      ]);
  });

  test('the status is told before a wrong office is', async () => {
    const caseId = await desk.lodge();
    expect(grounds(await desk.command(caseId, 'intake', 'transfer', { office: 'nowhere' }))).toEqual([
      'notAllowedInStatus',
    ]);
  });

  test('a mediator is a mediator, and of the office that has the case', async () => {
    const caseId = await desk.inHandling();
    for (const mediator of ['310104-mediator-1', '310115-handlingOfficer-1', 'nobody'])
      expect(grounds(await desk.command(caseId, 'handler', 'assignMediator', { mediator }))).toEqual([
        'mediator: notAMediatorHere',
      ]);
  });

  test('where no accepting authority is set up, nothing can be lodged', async () => {
    const empty = new Desk();
    const commandId = randomUUID();
    expect(grounds(await empty.command(empty.caseIdOf(commandId), 'sme', 'lodge', {}, { commandId }))).toEqual([
      'noAcceptingOffice',
    ]);
    expect(await empty.memory.head()).toBe('0');
  });
});

test('what changed is told as the file would show it: the respondent hears nothing of notes between the offices', async () => {
  const [respondent, desk] = ['respondent', await Desk.open()] as const;
  const company = demonstrationCompanies.respondent;
  const caseId = await desk.inHandling({ respondent: { ...sentBodies.lodge.respondent, ...company } });
  const [head] = (await desk.history(caseId)).slice(-1);
  const note = (text: string, visibleTo: string) =>
    desk.commandOf('overduePayment', caseId, 'mediator', 'addNote', { text, visibleTo });
  done(await note('内部意见', 'officials'));
  done(await note('请补充对账单', 'parties'));
  const answer = { statement: '资金紧张', admitted: '1.00', contact: null };
  const request = { ifMatch: head!.revision };
  const outcome = await desk.commandOf('overduePayment', caseId, respondent, 'answer', answer, request);
  expect(outcome).toMatchObject({ outcome: 'changed', changes: [{ data: { text: '请补充对账单' } }] });
});
