import { begun, given, record, request, then, when } from '../testing/credit-repair.js';
import { told } from '../testing/machine.js';
import { openObjection } from './objection-rules.js';

const eventsOf = (decision: ReturnType<typeof when>) => (decision.outcome === 'accepted' ? decision.events : []);
const accepted = given('accepted');
const raised = then(accepted, 'raiseObjection');
const forwarded = then(raised, 'forwardObjection');
const received = then(forwarded, 'receiveObjection');

test('raised in Shanghai it goes by the Shanghai regulation, elsewhere by Credit China’s rules', () => {
  expect(eventsOf(when(accepted, 'raiseObjection'))).toEqual([
    {
      type: 'ObjectionRaised',
      data: { objection: 1, track: 'shanghai', by: 'source', about: 'content', ground: '主体错误' },
    },
  ]);
  const body = { ...record.body, place: 'elsewhere' } as const;
  const elsewhere = then(begun(), 'lodge', { request: { ...request, record: { ...record, body } } });
  expect(eventsOf(when(elsewhere, 'raiseObjection'))).toMatchObject([{ data: { track: 'creditChina' } }]);
  const there = then(then(then(elsewhere, 'raiseObjection'), 'forwardObjection'), 'markObjection');
  expect(eventsOf(when(there, 'receiveObjection'))).toMatchObject([{ data: { objection: 1, track: 'creditChina' } }]);
});

test('one is open at a time; the next has the next number', () => {
  expect(told(when(raised, 'raiseObjection'))).toEqual(['objectionOpen']);
  const decided = then(received, 'decideObjection');
  expect(openObjection(decided.state)).toBeUndefined();
  expect(eventsOf(when(decided, 'raiseObjection'))).toMatchObject([{ data: { objection: 2 } }]);
  const second = then(decided, 'raiseObjection', { by: 'platform' });
  const closed = then(second, 'decideObjection', { upheld: false, correction: null });
  expect(closed.state.objections.map(({ upheld }) => upheld)).toEqual([true, false]);
});

test('is marked once', () => {
  expect(eventsOf(when(raised, 'markObjection'))).toEqual([{ type: 'ObjectionMarked', data: { objection: 1 } }]);
  expect(told(when(then(raised, 'markObjection'), 'markObjection'))).toEqual(['objectionMarked']);
});

test('the source’s goes to the source, once, and is received after it was sent', () => {
  expect(eventsOf(when(raised, 'forwardObjection'))).toEqual([
    { type: 'ObjectionForwarded', data: { objection: 1, to: '市交通委' } },
  ]);
  expect(told(when(forwarded, 'forwardObjection'))).toEqual(['objectionForwarded']);
  expect(told(when(raised, 'receiveObjection'))).toEqual(['objectionNotForwarded']);
  expect(eventsOf(when(forwarded, 'receiveObjection'))).toEqual([
    { type: 'SourceReceivedObjection', data: { objection: 1, track: 'shanghai' } },
  ]);
  expect(told(when(received, 'receiveObjection'))).toEqual(['objectionReceived']);
});

test.each(['platform', 'creditService'] as const)('what the %s corrects itself is not forwarded', (by) => {
  const own = then(accepted, 'raiseObjection', { by });
  expect(told(when(own, 'forwardObjection'))).toEqual(['objectionNotTheSources']);
  expect(told(when(own, 'decideObjection'))).toEqual(['ObjectionDecided']);
});

test('the source decides once it has it, and says what is corrected', () => {
  expect(told(when(raised, 'decideObjection'))).toEqual(['objectionNotReceived']);
  expect(told(when(forwarded, 'decideObjection'))).toEqual(['objectionNotReceived']);
  expect(eventsOf(when(received, 'decideObjection'))).toEqual([
    { type: 'ObjectionDecided', data: { objection: 1, upheld: true, correction: '更正主体名称', reason: '属实' } },
  ]);
  expect(told(when(received, 'decideObjection', { correction: null }))).toEqual(['correction: correctionMissing']);
  expect(told(when(received, 'decideObjection', { upheld: false }))).toEqual(['correction: correctionWithoutFault']);
  expect(told(when(received, 'decideObjection', { upheld: false, correction: null }))).toEqual(['ObjectionDecided']);
});

test.each(['markObjection', 'forwardObjection', 'receiveObjection', 'decideObjection'] as const)(
  '%s needs an objection',
  (name) => expect(told(when(accepted, name))).toEqual(['noObjection']),
);

test('of several, the open one is meant', () => {
  const second = then(then(received, 'decideObjection'), 'raiseObjection');
  const marked = then(second, 'markObjection');
  expect(marked.state.objections.map((one) => one.marked)).toEqual([false, true]);
});

test('an objection and a step of the record follow the day as it was corrected', () => {
  const later = then(accepted, 'raiseObjection', {}, '2026-09-15');
  const second = then(later, 'recordPenalty', {}, '2026-09-15');
  const [objected, penalty] = second.state.procedure.events.slice(-2).map(({ id }) => id);
  const fixed = then(second, 'correctFact', { event: objected!, is: '2026-09-12' }, '2026-09-16');
  expect(fixed.state).toMatchObject({
    objections: [{ raisedOn: '2026-09-12' }],
    tracks: { publication: { on: '2026-09-15' } },
  });
  const both = then(fixed, 'correctFact', { event: penalty!, is: '2026-09-13' }, '2026-09-16');
  expect(both.state).toMatchObject({
    objections: [{ raisedOn: '2026-09-12' }],
    tracks: { publication: { stage: 'decided', on: '2026-09-13' } },
  });
});
