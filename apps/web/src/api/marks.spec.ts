import { inWords } from './marks.js';

const erased = { erased: true };
const words = '已依法删除 · erased';

test('a mark is printed as words in both languages, where a text, a name or a contact was', () => {
  const file = {
    claim: { complainant: { name: '申精', contact: erased }, respondent: { contact: null }, facts: erased },
    mediations: [{ attendees: ['孙立', erased], minutes: erased }],
    clocks: [],
  };
  expect(inWords(file)).toEqual({
    claim: {
      complainant: { name: '申精', contact: { name: words, phone: '' } },
      respondent: { contact: null },
      facts: words,
    },
    mediations: [{ attendees: ['孙立', words], minutes: words }],
    clocks: [],
  });
});

test('what this reader may not see is said to be withheld', () => {
  expect(inWords({ complainant: { address: { withheld: true }, contact: { withheld: true } } })).toEqual({
    complainant: { address: '不予公开 · withheld', contact: { name: '不予公开 · withheld', phone: '' } },
  });
});

test('whatever else says erased is left alone', () => {
  const parts = [{ id: 'x', erased: true }, { erased: false }, { other: true }, {}, 'erased', null, 1];
  expect(inWords(parts)).toEqual(parts);
});
