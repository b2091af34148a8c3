import { JsonLines } from './lines.js';

const text = `{
  "id": "A \\"quoted\\" { brace",
  "rules": [
    { "id": "one", "length": 10 },
    {
      "id": "two",
      "extension": [
        { "maxTotal": 90 }
      ]
    }
  ],
  "empty": {}, "none": [], "last": null
}
`;

describe('the lines of a JSON text', () => {
  const lines = new JsonLines(text);

  it.each([
    ['id', 2],
    ['rules', 3],
    ['rules[0]', 4],
    ['rules[0].length', 4],
    ['rules[1]', 5],
    ['rules[1].id', 6],
    ['rules[1].extension[0].maxTotal', 8],
    ['last', 12],
  ])('%s stands on line %d', (place, line) => expect(lines.of(place)).toBe(line));

  it('of what is missing are those of the nearest value around it', () => {
    expect(lines.of('rules[1].extension[0].addN')).toBe(8);
    expect(lines.of('rules[1].length')).toBe(5);
    expect(lines.of('title.zh')).toBe(1);
    expect(lines.of('')).toBe(1);
  });

  it('are one for a text of one line, whatever its value', () => {
    expect(new JsonLines('[1, "a", true]').of('[2]')).toBe(1);
    expect(new JsonLines('  3').of('x')).toBe(1);
  });
});
