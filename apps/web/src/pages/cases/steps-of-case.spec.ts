import { stepsOf } from './steps-of-case.js';

const states = (...given: Parameters<typeof stepsOf>) => stepsOf(...given).map(({ state }) => state);

describe('the steps of a case', () => {
  it('shows where a running case is', () => {
    expect(states('lodged', ['ClaimLodged'])).toEqual(['done', 'now', 'ahead', 'ahead', 'ahead', 'ahead']);
    expect(states('inHandling', [])).toEqual(['done', 'done', 'done', 'now', 'ahead', 'ahead']);
    expect(states('concluded', [])).toEqual(['done', 'done', 'done', 'done', 'done', 'done']);
  });

  it('shows how far a case had come which was withdrawn', () => {
    expect(states('withdrawn', ['ClaimLodged', 'FormallyAccepted', 'Transferred', 'ClaimWithdrawn'])).toEqual([
      'done',
      'done',
      'done',
      'not',
      'not',
      'not',
    ]);
  });
});
