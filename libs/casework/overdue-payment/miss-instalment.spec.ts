import { Desk, done, grounds } from '../testing/desk.js';
import { missInstalment } from './miss-instalment.js';

let desk: Desk;
let caseId: string;
let plan: string;

const total = '900000.00';
const instalments = [
  { dueOn: '2025-10-01', amount: '400000.00' },
  { dueOn: '2025-11-01', amount: '500000.00' },
];

beforeEach(async () => {
  desk = await Desk.open();
  caseId = await desk.inHandling();
  done(await desk.command(caseId, 'mediator', 'agreeSettlement', { total, instalments }));
  plan = (await desk.history(caseId)).at(-1)!.id;
});

const parts = () => ({ store: desk.memory, clock: desk.clock, privacy: desk.privacy });
const miss = (instalment = 1, of = plan) => missInstalment(parts(), { caseId, plan: of, instalment });
const byMediator = (instalment: number) =>
  desk.commandOf('overduePayment', caseId, 'mediator', 'recordMissedInstalment', { instalment });
const missed = async () => (await desk.types(caseId)).filter((type) => type === 'InstalmentMissed').length;

test('is declared by the platform itself once its day is over, and has the case handled again', async () => {
  desk.on('2025-10-01');
  expect(grounds(await miss())).toEqual(['instalment: instalmentNotDue']);
  desk.on('2025-10-02');
  done(await miss());
  expect((await desk.history(caseId)).at(-1)).toMatchObject({
    type: 'InstalmentMissed',
    data: { instalment: 1, dueOn: '2025-10-01', open: '400000.00' },
    meta: { actor: { role: 'system' }, causationId: plan },
  });
});

test('once: by however many workers, and whoever declared it first', async () => {
  desk.on('2025-10-02');
  await Promise.all([miss(), miss(), miss()]);
  expect(await missed()).toBe(1);
  expect(grounds(await byMediator(1))).toEqual(['instalment: alreadyMissed']);
  desk.on('2025-11-02');
  done(await byMediator(2));
  expect(grounds(await miss(2))).toEqual(['instalment: alreadyMissed']);
  expect(await missed()).toBe(2);
});

test('a case taken up again for one goes on counting the next', async () => {
  desk.on('2025-11-02');
  done(await miss(1));
  done(await miss(2));
  expect(await missed()).toBe(2);
});

test('what is paid, or belongs to a settlement that stands no more, is not missed', async () => {
  desk.on('2025-09-20');
  done(await desk.command(caseId, 'mediator', 'recordPayment', { amount: '400000.00', instalment: 1 }));
  desk.on('2025-10-02');
  expect(grounds(await miss())).toEqual(['instalment: instalmentPaid']);
  desk.on('2025-11-02');
  done(await miss(2));
  const anew = { total, instalments: [{ dueOn: '2025-11-20', amount: total }] };
  done(await desk.command(caseId, 'mediator', 'agreeSettlement', anew));
  desk.on('2025-11-21');
  expect(grounds(await miss(1))).toEqual(['noSettlement']);
});

test('money that turns out to have come in time mends it: the result may say that the settlement was kept', async () => {
  desk.on('2025-10-02');
  done(await miss());
  const kept = { outcome: 'settled', summary: '已和解' };
  expect(grounds(await desk.command(caseId, 'mediator', 'issueResult', kept))).toEqual(['outcome: settlementNotKept']);
  const inTime = { occurredOn: '2025-10-01', occurredOnReason: '银行回单补录' };
  done(await desk.command(caseId, 'mediator', 'recordPayment', { amount: '400000.00', instalment: 1 }, inTime));
  done(await desk.command(caseId, 'mediator', 'issueResult', kept));
});
