import { type Shapes, UnknownEventError, upcast, upcasting } from './upcast.js';

const shapes: Shapes = {
  schemas: { NoteAdded: 3, CaseOpened: 1 },
  upcasters: {
    NoteAdded: {
      1: ({ note, ...data }) => ({ ...data, text: note }),
      2: (data) => ({ ...data, visibleTo: null }),
    },
  },
};
const note = (schema: number, data: Record<string, unknown>) => ({ id: 'e', type: 'NoteAdded', schema, data });

test('an event of today’s schema is the event itself', () => {
  const event = note(3, { text: '来访', visibleTo: 'officials' });
  expect(upcast(event, shapes)).toBe(event);
  const opened = { type: 'CaseOpened', schema: 1, data: {} };
  expect(upcast(opened, { schemas: shapes.schemas })).toBe(opened);
});

test('an earlier one goes through every version between, in order, and keeps what is not its data', () => {
  expect(upcast(note(1, { note: '来访' }), shapes)).toEqual(note(3, { text: '来访', visibleTo: null }));
  expect(upcast(note(2, { text: '来访' }), shapes)).toEqual(note(3, { text: '来访', visibleTo: null }));
});

test('a stream of all versions is read in one shape, and the events given stay as they were', () => {
  const stored = [note(1, { note: 'a' }), note(2, { text: 'b' }), note(3, { text: 'c', visibleTo: 'parties' })];
  const before = structuredClone(stored);
  expect(upcasting(stored, shapes).map(({ schema, data }) => [schema, data.text])).toEqual([
    [3, 'a'],
    [3, 'b'],
    [3, 'c'],
  ]);
  expect(stored).toEqual(before);
});

test.each([
  [
    'of a later schema than this release writes',
    note(4, {}),
    'NoteAdded of schema 4 is not known to this release, which writes schema 3',
  ],
  [
    'of a type which this release does not know',
    { ...note(1, {}), type: 'NoteSealed' },
    'NoteSealed of schema 1 is not known to this release',
  ],
  [
    'named as what every object has',
    { ...note(1, {}), type: 'constructor' },
    'constructor of schema 1 is not known to this release',
  ],
])('an event %s is refused by name', (_what, event, message) => {
  expect(() => upcast(event, shapes)).toThrow(UnknownEventError);
  expect(() => upcast(event, shapes)).toThrow(message);
});

test('a version from which no upcaster leads on is refused, whichever of the way is lacking', () => {
  const lacking = { schemas: shapes.schemas, upcasters: { NoteAdded: { 1: (data: object) => ({ ...data }) } } };
  expect(() => upcast(note(1, {}), lacking)).toThrow(UnknownEventError);
  expect(() => upcast(note(2, {}), lacking)).toThrow(UnknownEventError);
  expect(() => upcast(note(2, {}), { schemas: shapes.schemas })).toThrow(UnknownEventError);
});
