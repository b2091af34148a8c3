import { readFileSync } from 'node:fs';
import { DataRefused } from '../checking/place.js';
import { parseWarningRules } from './warning-rules.js';

const released = () =>
  JSON.parse(readFileSync(new URL('./data/debtor-warnings.json', import.meta.url), 'utf8')) as {
    rules: Record<string, unknown>[];
  };

it('the rules of the release are sound', () => {
  expect(parseWarningRules(released())).toMatchObject({ id: 'debtors', version: 1 });
});

it.each([
  ['a measure nobody takes', { measure: 'mood' }, 'rules[0].measure'],
  ['a sum as a number', { measure: 'outstanding', atLeast: 100 }, 'rules[0].atLeast'],
  ['a count as a sum', { measure: 'open', atLeast: '3.00' }, 'rules[0].atLeast'],
  ['a threshold that everybody has come to', { measure: 'open', atLeast: 0 }, 'rules[0].atLeast'],
  ['the name of another rule', { id: 'broken' }, 'rules[5].id'],
  ['a level there is none of', { level: 'green' }, 'rules[0].level'],
  ['a field of its own', { colour: 'red' }, 'rules[0].colour'],
])('a rule with %s is refused at its place', (_, change, place) => {
  const document = released();
  document.rules[0] = { ...document.rules[0], ...change };
  const faults = () => {
    try {
      return parseWarningRules(document);
    } catch (error) {
      return (error as DataRefused).faults.map((fault) => fault.place);
    }
  };
  expect(faults()).toEqual([place]);
});
