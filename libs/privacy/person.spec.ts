import { marksOf, nameMark, NobodyError, personIn, phoneMark } from './person.js';

const key = Buffer.alloc(32, 1);
const [inOne, inOther] = ['complaint-1', 'complaint-2'];
const contact = { name: '王芳', phone: '13800000000' };

test('name and number are one person in every case; the name alone within a case only', () => {
  const [everywhere, here] = marksOf(contact, inOne, key).identities;
  expect(marksOf(contact, inOther, key).identities[0]).toBe(everywhere);
  expect(marksOf(contact, inOther, key).identities[1]).not.toBe(here);
  expect(marksOf({ name: '王芳', phone: null }, inOne, key).identities).toEqual([here]);
  expect(marksOf({ ...contact, phone: '13800000001' }, inOne, key).identities[0]).not.toBe(everywhere);
});

test('is searched by name and by number', () => {
  expect(marksOf(contact, inOne, key).searched).toEqual([nameMark('王芳', key), phoneMark('13800000000', key)]);
  expect(marksOf({ name: '王芳', phone: null }, inOne, key).searched).toEqual([nameMark('王芳', key)]);
});

test.each(['王 芳', '　王芳 ', '王芳\n'])('%j is the same name', (name) =>
  expect(nameMark(name, key)).toBe(nameMark('王芳', key)),
);
test('capitals and width make no other name', () => expect(nameMark('ＡＮＮ lee', key)).toBe(nameMark('Ann Lee', key)));

test.each(['021-50000001', '+86 21 5000 0001', '0086-021-50000001', '（０２１）５０００ ０００１'])(
  '%s is the same number',
  (phone) => expect(phoneMark(phone, key)).toBe(phoneMark('02150000001', key)),
);
test('a short number which begins with 86 keeps it', () =>
  expect(phoneMark('86543210', key)).not.toBe(phoneMark('543210', key)));

test('marks tell nothing without the index key', () => {
  expect(nameMark('王芳', Buffer.alloc(32, 2))).not.toBe(nameMark('王芳', key));
  expect(nameMark('13800000000', key)).not.toBe(phoneMark('13800000000', key));
});

test('a person is a name, or an object with one', () => {
  expect(personIn('王芳', 'p')).toEqual({ name: '王芳', phone: null });
  expect(personIn({ ...contact, duty: '经办' }, 'p')).toEqual(contact);
  expect(personIn({ name: '王芳', phone: '' }, 'p')).toEqual({ name: '王芳', phone: null });
  expect(personIn({ name: '王芳', phone: '无' }, 'p')).toEqual({ name: '王芳', phone: null });
  for (const nobody of [{}, { name: 1 }, ['王芳'], 1]) expect(() => personIn(nobody, 'p')).toThrow(NobodyError);
});
