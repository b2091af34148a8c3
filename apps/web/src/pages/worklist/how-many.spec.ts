import { howMany } from './how-many.js';

const list = { counted: { total: 0, more: false }, shown: 0, goesOn: false, isSearch: false };

test('a list that was counted whole has as many as that', () => {
  expect(howMany({ ...list, counted: { total: 120, more: false }, shown: 50, goesOn: true })).toEqual({
    key: 'exact',
    count: 120,
  });
});

test('a list which was counted to a bound has more, until its end is seen', () => {
  const counted = { total: 500, more: true };
  expect(howMany({ ...list, counted, shown: 50, goesOn: true })).toEqual({ key: 'moreThan', count: 500 });
  expect(howMany({ ...list, counted, shown: 550, goesOn: true })).toEqual({ key: 'moreThan', count: 550 });
  expect(howMany({ ...list, counted, shown: 561 })).toEqual({ key: 'exact', count: 561 });
});

test('a search has what was found so far, which may be nothing, and at its end what was found', () => {
  const search = { ...list, isSearch: true };
  const counted = { total: 0, more: true };
  expect(howMany({ ...search, counted, goesOn: true })).toEqual({ key: 'noneSoFar', count: 0 });
  expect(howMany({ ...search, counted, shown: 3, goesOn: true })).toEqual({ key: 'soFar', count: 3 });
  expect(howMany({ ...search, counted, shown: 3 })).toEqual({ key: 'exact', count: 3 });
  expect(howMany({ ...search, counted: { total: 51, more: true }, shown: 50, goesOn: true })).toEqual({
    key: 'soFar',
    count: 50,
  });
});
