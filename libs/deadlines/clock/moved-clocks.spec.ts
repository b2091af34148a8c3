import { type Law } from './clock.js';
import { event, specimenLaw, specimenRule } from '../specimens/histories.js';
import { movedClocks } from './moved-clocks.js';

const ten = specimenLaw(specimenRule());
const five = specimenLaw(specimenRule({ length: 5 }));
const filed = event('Filed', '2026-03-02');
const moved = (before: Law, after: Law, ...more: readonly ReturnType<typeof event>[]) =>
  movedClocks([filed, ...more], before, after);

describe('the clocks which new law moves', () => {
  it('are told with their dates before and after', () => {
    expect(moved(ten, five)).toEqual([
      {
        ...{ rule: 'specimen', title: { zh: '示例', en: 'Specimen' }, subject: 'case', run: 'Filed@2026-03-02' },
        ...{ dueBefore: '2026-03-16', dueAfter: '2026-03-09', provisionalBefore: false, provisionalAfter: false },
      },
    ]);
  });

  it('are those still open, paused or not to be told', () => {
    expect(moved(ten, five, event('Closed', '2026-03-05'))).toEqual([]);
    expect(moved(ten, five, event('Withdrawn', '2026-03-05'))).toEqual([]);
    expect(moved(ten, ten)).toEqual([]);
    expect(moved(ten, five, event('Paused', '2026-03-04', { ground: 'a' }))).toEqual([]);
    const off = specimenLaw(specimenRule({ status: 'unconfirmed', active: false, length: null }));
    expect(moved(ten, off)).toMatchObject([{ dueBefore: '2026-03-16', dueAfter: null, provisionalAfter: true }]);
  });

  it('are also those which begin or cease to be', () => {
    const none = specimenLaw();
    expect(moved(ten, none)).toMatchObject([{ dueBefore: '2026-03-16', dueAfter: null, provisionalBefore: false }]);
    expect(moved(none, ten)).toMatchObject([{ dueBefore: null, dueAfter: '2026-03-16' }]);
  });

  it('are told where only the certainty changes', () => {
    const adopted = specimenLaw(specimenRule({ status: 'unconfirmed', effect: 'serviceNorm' }));
    expect(moved(ten, adopted)).toMatchObject([
      { dueBefore: '2026-03-16', dueAfter: '2026-03-16', provisionalBefore: false, provisionalAfter: true },
    ]);
  });
});
