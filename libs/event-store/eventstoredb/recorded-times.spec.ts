import fc from 'fast-check';
import type { Position } from '../port.js';
import { RecordedTimes } from './recorded-times.js';

/** Events at rising positions, their times as the server's clock gave them, now and then set back. */
const logs = fc
  .array(fc.record({ step: fc.bigInt(1n, 500n), created: fc.bigInt(0n, 50n) }), { minLength: 1, maxLength: 40 })
  .map((events) => {
    let at = 0n;
    return events.map(({ step, created }) => ({ position: String((at += step)) as Position, created }));
  });

describe('29: The recorded times of a log', () => {
  const maxima = (log: readonly { created: bigint }[]) =>
    log.map((_, i) => log.slice(0, i + 1).reduce((most, { created }) => (created > most ? created : most), 0n));

  it('are the running maximum of the times of writing, for every event, whichever is asked first', () => {
    fc.assert(
      fc.property(logs, (log) => {
        const times = new RecordedTimes();
        for (const { position, created } of log) times.observe(position, created);
        expect(log.map(({ position, created }) => times.recordedAt(position, created))).toEqual(maxima(log));
        expect(times.position).toBe(log.at(-1)!.position);
      }),
    );
  });

  it('are the same when another takes over in the middle, and when events are observed again', () => {
    fc.assert(
      fc.property(logs, fc.nat(), fc.nat(), (log, n, m) => {
        const cut = n % log.length;
        const first = new RecordedTimes();
        for (const { position, created } of log.slice(0, cut)) first.observe(position, created);
        const second = new RecordedTimes();
        second.takeOver(JSON.stringify(first));
        for (const { position, created } of log.slice(m % (cut + 1))) second.observe(position, created);
        expect(log.map(({ position, created }) => second.recordedAt(position, created))).toEqual(maxima(log));
      }),
    );
  });

  it('take over nothing from one who knows less', () => {
    const [less, more] = [new RecordedTimes(), new RecordedTimes()];
    less.observe('5' as Position, 9n);
    more.observe('5' as Position, 9n);
    more.observe('7' as Position, 3n);
    more.takeOver(JSON.stringify(less));
    expect(more.position).toBe('7');
    expect(more.recordedAt('7' as Position, 3n)).toBe(9n);
  });
});
