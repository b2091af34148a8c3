import { sensitivityAt } from './sensitive-field.js';

const fields = [
  { path: 'claim.complainant.contact', of: 'person' },
  { path: 'claim.facts', of: 'text' },
  { path: 'defects[].what', of: 'text' },
  { path: 'attendees[]', of: 'person' },
] as const;

test.each([
  ['claim.complainant.contact', 'person'],
  ['claim.complainant.contact.phone', 'person'],
  ['claim.complainant.contacts', null],
  ['claim.complainant.name', null],
  ['claim.facts', 'text'],
  ['claim', null],
  ['defects[0].what', 'text'],
  ['defects[12].item', null],
  ['defects[].what', 'text'],
  ['attendees[3]', 'person'],
  ['attendees[3].name', 'person'],
  ['attendees', null],
  ['', null],
])('%s is of a %s', (place, of) => expect(sensitivityAt(fields, place)).toBe(of));
