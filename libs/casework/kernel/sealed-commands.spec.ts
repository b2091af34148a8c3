import { randomUUID } from 'node:crypto';
import { bodies } from '@redress/cases/testing/overdue-payment.js';
import { verifyStream } from '@redress/event-store/chain.js';
import type { RecordedEvent, Revision } from '@redress/event-store/port.js';
import { sealedIn } from '@redress/privacy/vault.js';
import { caseworkKind } from '../kinds.js';
import { Desk, done } from '../testing/desk.js';
import { fold } from './case-stream.js';

const { contact } = bodies.lodge.claim.complainant;
const reply = { statement: '资金紧张，请王芳来电', contact: { name: '李四', phone: '13911112222' } };
let desk: Desk;

beforeEach(async () => {
  desk = await Desk.open();
});

const state = (events: readonly RecordedEvent[]) => {
  const { domain } = caseworkKind('overduePayment');
  return fold(domain, domain.initial, events);
};
const keysIn = (value: unknown) => [...new Set(sealedIn(value).map(({ key }) => key))];

describe('what is personal is sealed before it is appended', () => {
  test('the log holds none of it, and who may read the case reads all of it', async () => {
    const caseId = await desk.inHandling();
    done(await desk.command(caseId, 'mediator', 'recordReply', reply));
    const log = JSON.stringify(await desk.history(caseId));
    const { facts, request } = bodies.lodge.claim;
    for (const secret of [contact.phone, reply.contact.phone, reply.statement, facts, request])
      expect(log).not.toContain(secret);
    const opened = JSON.stringify(await desk.openHistory(caseId));
    for (const secret of [contact.phone, reply.contact.phone, reply.statement, facts, request])
      expect(opened).toContain(secret);
  });

  test('66: the fold is what it was without seals, but for the sealed fields', async () => {
    const caseId = await desk.inHandling();
    done(await desk.command(caseId, 'mediator', 'recordReply', reply));
    const [sealed, opened] = [state(await desk.history(caseId)), state(await desk.openHistory(caseId))];
    expect(sealed).not.toEqual(opened);
    expect(await desk.privacy.vault.opened(`overduePayment-${caseId}`, sealed)).toEqual(opened);
  });

  test('66: forgotten, the case goes on, folds and verifies', async () => {
    const caseId = await desk.inHandling();
    for (const key of keysIn(await desk.history(caseId))) desk.keys.destroy(key);
    done(await desk.command(caseId, 'mediator', 'recordReply', reply));
    const history = await desk.history(caseId);
    expect(verifyStream(history)).toEqual({ ok: true, events: history.length });
    expect(JSON.stringify(await desk.openHistory(caseId))).toContain('{"erased":true}');
  });

  test('what changed under a stale If-Match is shown open', async () => {
    const caseId = await desk.inHandling();
    done(await desk.command(caseId, 'mediator', 'recordReply', reply));
    const stale = { ifMatch: '4' as Revision };
    expect(await desk.command(caseId, 'mediator', 'holdMediation', {}, stale)).toMatchObject({
      outcome: 'changed',
      changes: [{ type: 'RespondentReplied', data: reply }],
    });
  });

  test('one query for keys a command, none for a command without a word of anybody', async () => {
    const caseId = await desk.lodge();
    const before = desk.keys.asked;
    done(await desk.command(caseId, 'intake', 'accept'));
    expect(desk.keys.asked).toBe(before);
  });

  test('a refused command makes no keys', async () => {
    const caseId = await desk.lodge();
    const before = desk.keys.asked;
    const refused = await desk.command(caseId, 'mediator', 'recordReply', reply);
    expect(refused.outcome).not.toBe('done');
    expect(desk.keys.asked).toBe(before);
  });
});

describe('a command sent again (invariant 4)', () => {
  const commandId = randomUUID();
  const sendReply = (caseId: string, changes: object = {}) =>
    desk.command(caseId, 'mediator', 'recordReply', { ...reply, ...changes }, { commandId });

  test('with the same words has the first outcome, with others is refused', async () => {
    const caseId = await desk.inHandling();
    const first = done(await sendReply(caseId));
    expect(await sendReply(caseId)).toEqual(first);
    expect(await sendReply(caseId, { contact: { ...reply.contact, phone: '13911112223' } })).toEqual({
      outcome: 'commandIdReused',
    });
  });

  test('after the person was forgotten has the first outcome still', async () => {
    const caseId = await desk.inHandling();
    const first = done(await sendReply(caseId));
    for (const key of keysIn((await desk.history(caseId)).at(-1))) desk.keys.destroy(key);
    expect(await sendReply(caseId)).toEqual(first);
    expect(await desk.history(caseId)).toHaveLength(6);
  });
});
