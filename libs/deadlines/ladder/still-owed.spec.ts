import { type ClockFact } from '../clock/clock.js';
import { event } from '../specimens/histories.js';
import { outlastsEnd, stillOwed } from './still-owed.js';

const begun = (by: { id: string }, run = by.id) =>
  ({ run, explanation: { runs: [{ run: by.id }] } }) as unknown as ClockFact;
const [lodged, reviewed] = [event('ComplaintLodged', '2026-03-02'), event('BadReviewReceived', '2026-04-01')];
const clocks = [begun(lodged), begun(reviewed)];
const owed = (ended: boolean, events = [lodged, reviewed]) =>
  stillOwed(clocks, { ended, events }).map(({ run }) => run);

test('every clock of a case which goes on is climbed; of an ended one, what its end does not take away', () => {
  expect(owed(false)).toEqual([lodged.id, reviewed.id]);
  expect(owed(true)).toEqual([reviewed.id]);
  expect(owed(true, [lodged])).toEqual([]);
});

test('a duty is owed by the event which began it, whatever run of its clock it has come to', () => {
  const history = [event('ObjectionRaised', '2026-03-02'), event('Extended', '2026-03-09')];
  const facts = [begun(history[0]!, history[1]!.id)];
  expect(stillOwed(facts, { ended: true, events: history })).toEqual(facts);
});

test('a case outlasts its end once such a duty was begun', () => {
  expect([outlastsEnd([lodged]), outlastsEnd([lodged, reviewed])]).toEqual([false, true]);
});
