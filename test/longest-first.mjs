import Sequencer from '@jest/test-sequencer';

/** Specs which start programs, browsers and servers go first, or one worker ends the run alone with the longest of them. */
const longest = /\/test\/(faults|browser|contract)\/|\/processing\/rebuild\//;

export default class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const isLong = ({ path }) => longest.test(path);
    return [...sorted.filter(isLong), ...sorted.filter((test) => !isLong(test))];
  }
}
