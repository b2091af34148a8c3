import { caseKinds, caseStatuses } from './kinds.js';
import { kindTitles, statusTitles } from './titles.js';

test('every kind and every status has its title in both languages, and none is told that no case can be in', () => {
  expect(Object.keys(kindTitles)).toEqual(Object.keys(caseKinds));
  expect(Object.keys(statusTitles).sort()).toEqual([...caseStatuses].sort());
});
