import { type ClockFact } from '../clock/clock.js';
import { event } from '../specimens/histories.js';
import { stillOwed } from './still-owed.js';

const [lodged, reviewed] = [event('ComplaintLodged', '2026-03-02'), event('BadReviewReceived', '2026-04-01')];
const clocks = [lodged, reviewed].map(({ id: run }) => ({ run }) as ClockFact);
const owed = (ended: boolean) => stillOwed(clocks, { ended, events: [lodged, reviewed] }).map(({ run }) => run);

test('every clock of a case which goes on is climbed; of an ended one, what its aftercare began', () => {
  expect(owed(false)).toEqual([lodged.id, reviewed.id]);
  expect(owed(true)).toEqual([reviewed.id]);
});
