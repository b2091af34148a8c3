import { randomUUID } from 'node:crypto';
import { Desk, done, grounds } from '../testing/desk.js';
import { MergerUnfinishedError, takeMerged } from './take-merged.js';

let desk: Desk;
let into: string;
let merged: string;

beforeEach(async () => {
  desk = await Desk.open();
  // Both were lodged on one day: the id says which is the earlier.
  [into, merged] = [await desk.inHandling(), await desk.inHandling()].sort() as [string, string];
  const body = { case: into, ground: '同一合同' };
  done(await desk.commandOf('overduePayment', merged, 'handler', 'mergeCase', body));
});

const parts = () => ({ store: desk.memory, clock: desk.clock, privacy: desk.privacy });
const merger = async () => (await desk.history(merged)).at(-1)!;

test('the other case takes it, as the system’s own act, caused by the merger', async () => {
  const event = await merger();
  await takeMerged(parts(), event);
  const taken = (await desk.history(into)).at(-1)!;
  const [lodged] = await desk.history(merged);
  expect(taken).toMatchObject({
    type: 'MergedCaseTaken',
    data: { from: { caseId: merged, caseNumber: lodged!.data.caseNumber } },
    meta: { actor: { role: 'system' }, causationId: event.id, correlationId: into },
  });
});

test('it takes it once, however often the merger is read, by however many workers', async () => {
  const event = await merger();
  await Promise.all([takeMerged(parts(), event), takeMerged(parts(), event)]);
  const head = await desk.memory.head();
  await takeMerged(parts(), event);
  expect(await desk.memory.head()).toBe(head);
  expect((await desk.types(into)).filter((type) => type === 'MergedCaseTaken')).toHaveLength(1);
});

test('a case which was closed meanwhile takes it all the same: the merger stands', async () => {
  done(await desk.command(into, 'handler', 'terminate'));
  await takeMerged(parts(), await merger());
  expect((await desk.types(into)).at(-1)).toBe('MergedCaseTaken');
});

test('a merger into a case that is not there is no finished one', async () => {
  const event = await merger();
  const lost = { ...event, data: { into: { caseId: randomUUID(), caseNumber: 'x' } } };
  await expect(takeMerged(parts(), lost)).rejects.toThrow(MergerUnfinishedError);
  await expect(takeMerged(parts(), { ...event, stream: `petition-${merged}` })).rejects.toThrow(MergerUnfinishedError);
});

test('two mergers which cross cannot both be made, though each be decided before it hears of the other', async () => {
  const [one, other] = [await desk.inHandling(), await desk.inHandling()];
  const merge = (from: string, to: string) =>
    desk.commandOf('overduePayment', from, 'handler', 'mergeCase', { case: to, ground: '同一合同' });
  const outcomes = await Promise.all([merge(one, other), merge(other, one)]);
  expect(outcomes.map(grounds).flat().sort()).toEqual(['case: mergeIntoLater', 'done']);
  const closed = [await desk.types(one), await desk.types(other)].filter((types) => types.includes('CaseMerged'));
  expect(closed).toHaveLength(1);
});
