import { processingProperties } from './processing/properties.js';
import { wholeContract } from './whole-contract.js';

const through = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** 25, 26 and 28 are not the store's (nothing is archived or deleted; types are a processor's matter); the rest are the processors'. */
const numbers = [...through(1, 24), 27, ...through(29, 44), 46, ...through(64, 67), ...through(69, 74)];

test('the contract has a property for every number that is the store’s', () => {
  const nowhere = {
    store: () => null as never,
    gapless: true,
    idsAcrossStreams: true,
    hold: null,
    breakOff: null,
    plans: null,
  };
  expect([...new Set(wholeContract(nowhere).map(({ number }) => number))]).toEqual(numbers);
});

/** 46 is the store's: what a processor makes of it is 45. */
const ofProcessors = [45, ...through(47, 63), 72, 75];

test('and one for every number that is the processors’, on every store (`processing.contract.spec.ts`)', () => {
  expect(processingProperties.map(({ number }) => number)).toEqual(ofProcessors);
  const of = [...numbers, ...ofProcessors];
  const ofNeither = [25, 26, 28, 68];
  expect(through(1, 75).filter((number) => !of.includes(number) && !ofNeither.includes(number))).toEqual([]);
});
