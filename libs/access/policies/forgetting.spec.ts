import { roles } from '../roles.js';
import { assigned, concerned, strangers } from '../testing/accounts.js';
import { mayForgetPerson, mayRedactText, maySearchPersons } from './forgetting.js';

const allowed = (may: (role: (typeof roles)[number]) => unknown) => roles.filter((role) => may(role) === true);

test('the operator and a supervisor have people forgotten, texts redacted and people searched for; nobody else', () => {
  expect(allowed((role) => mayForgetPerson(concerned[role]))).toEqual(['supervisor', 'operator']);
  expect(allowed((role) => mayRedactText(concerned[role], assigned))).toEqual(['supervisor', 'operator']);
  expect(allowed((role) => maySearchPersons(concerned[role]))).toEqual(['supervisor', 'operator']);
  expect(mayForgetPerson(concerned.mediator)).toEqual({ code: 'wrongRole' });
});

test('a district’s supervisor redacts in the cases of the district, and forgets nobody: a person may stand in any', () => {
  const [own, other] = [{ ...assigned, district: '310104' }, assigned];
  expect(mayRedactText(strangers.supervisor!, own)).toBe(true);
  expect(mayRedactText(strangers.supervisor!, other)).toEqual({ code: 'otherOffice' });
  expect(mayForgetPerson(strangers.supervisor!)).toEqual({ code: 'otherOffice' });
});
