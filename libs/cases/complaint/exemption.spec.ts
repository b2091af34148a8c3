import fc from 'fast-check';
import { exemptionConditions, exemptionOf, type ExemptionCondition } from './exemption.js';

const found = (...proved: ExemptionCondition[]) =>
  exemptionOf(exemptionConditions.map((condition) => ({ condition, proved: proved.includes(condition), by: '' })));

describe('Administrative Penalty Law, Art. 33', () => {
  test('minor, corrected in time, no harm: no penalty', () =>
    expect(found('minor', 'correctedInTime', 'noHarm')).toEqual({
      grounds: ['minorCorrectedNoHarm'],
      effect: 'shall',
    }));

  test('first, slight harm, corrected in time: there may be none', () =>
    expect(found('firstTime', 'slightHarm', 'correctedInTime')).toEqual({
      grounds: ['firstSlightCorrected'],
      effect: 'may',
    }));

  test('no fault proven: no penalty', () =>
    expect(found('noFault')).toEqual({ grounds: ['noFaultProven'], effect: 'shall' }));

  test('no condition proved: no ground', () => expect(found()).toEqual({ grounds: [], effect: 'none' }));

  test('every ground that holds is named, and the strongest gives the effect', () =>
    expect(found(...exemptionConditions)).toEqual({
      grounds: ['minorCorrectedNoHarm', 'firstSlightCorrected', 'noFaultProven'],
      effect: 'shall',
    }));

  test.each([
    [['minor', 'correctedInTime']],
    [['minor', 'noHarm']],
    [['correctedInTime', 'noHarm']],
    [['firstTime', 'slightHarm']],
    [['firstTime', 'correctedInTime']],
    [['slightHarm', 'correctedInTime']],
  ] as const)('%j alone is no ground', (proved) => expect(found(...proved)).toEqual({ grounds: [], effect: 'none' }));
});

test('what is proved beside never weakens the effect', () => {
  const rank = { none: 0, may: 1, shall: 2 };
  fc.assert(
    fc.property(fc.subarray([...exemptionConditions]), fc.constantFrom(...exemptionConditions), (proved, more) => {
      expect(rank[found(...proved, more).effect]).toBeGreaterThanOrEqual(rank[found(...proved).effect]);
    }),
  );
});
