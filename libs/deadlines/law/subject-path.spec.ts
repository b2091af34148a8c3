import { subjectPath } from './subject-path.js';

test('a subject is named by a field of the data, or of each of a list', () => {
  expect(subjectPath('request')).toEqual({ list: null, field: 'request' });
  expect(subjectPath('instalments[].instalment')).toEqual({ list: 'instalments', field: 'instalment' });
  for (const text of ['', 'a.b', 'a[]', 'a[].', '[].b', 'a[].b.c', ' a']) expect(subjectPath(text)).toBeNull();
});
