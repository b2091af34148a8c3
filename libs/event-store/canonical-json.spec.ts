import fc from 'fast-check';
import { canonicalJson } from './canonical-json.js';
import { InvalidEventError } from './errors.js';

describe('Canonical JSON (RFC 8785)', () => {
  it('writes the example of RFC 8785, section 3.2.2, as section 3.2.3 has it', () => {
    const value = {
      numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    };
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('sorts members by UTF-16 code units, as the example of section 3.2.3', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    expect(Object.values(JSON.parse(canonicalJson(value)) as object)[0]).toBe('One');
    expect([...canonicalJson(value).matchAll(/":"(\w+)/g)].map((match) => match[1])).toEqual([
      'Carriage',
      'One',
      'Control',
      'Latin',
      'Euro',
      'Emoji',
      'Hebrew',
    ]);
  });

  it('writes numbers as ECMAScript does, the samples of RFC 8785 appendix B', () => {
    const samples: [number, string][] = [
      [0, '0'],
      [-0, '0'],
      [5e-324, '5e-324'],
      [-5e-324, '-5e-324'],
      [1.7976931348623157e308, '1.7976931348623157e+308'],
      [9007199254740992, '9007199254740992'],
      [295147905179352830000, '295147905179352830000'],
      [1e21, '1e+21'],
      [9.999999999999997e22, '9.999999999999997e+22'],
      [999999999999999900000, '999999999999999900000'],
      [0.000001, '0.000001'],
      [1e-7, '1e-7'],
      [333333333.33333325, '333333333.33333325'],
    ];
    for (const [number, text] of samples) expect(canonicalJson(number)).toBe(text);
  });

  it('parses back to the value, and writing that again changes no byte', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (value) => {
        const text = canonicalJson(value);
        const parsed: unknown = JSON.parse(text);
        expect(parsed).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(parsed)).toBe(text);
      }),
    );
  });

  it('writes any string as ECMAScript does', () => {
    const strings = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.string());
    fc.assert(fc.property(strings, (value) => expect(canonicalJson(value)).toBe(JSON.stringify(value))));
    const units = Array.from({ length: 0xd800 }, (_, unit) => String.fromCharCode(unit)).join('');
    expect(canonicalJson(units)).toBe(JSON.stringify(units));
    for (const unit of units) if (canonicalJson(unit) !== JSON.stringify(unit)) throw new Error(JSON.stringify(unit));
  });

  it('gives one text whatever the order in which members were set', () => {
    expect(canonicalJson({ b: { d: 1, c: 2 }, a: [] })).toBe(canonicalJson({ a: [], b: { c: 2, d: 1 } }));
  });

  it('leaves out undefined members, and escapes NUL', () => {
    expect(canonicalJson({ a: undefined, b: '\u0000' })).toBe('{"b":"\\u0000"}');
  });

  it.each([
    ['a lone surrogate', { note: 'x\ud800y' }, '$.note'],
    ['a lone surrogate in a name', { '\udfff': 1 }, '$.\udfff'],
    ['NaN', { sum: [1, Number.NaN] }, '$.sum[1]'],
    ['BigInt', { n: 1n }, '$.n'],
    ['a hole', [1, undefined], '$[1]'],
    ['a date', { at: new Date(0) }, '$.at'],
    ['a map', new Map(), '$'],
  ])('refuses %s and says where', (_what, value, path) => {
    expect(() => canonicalJson(value)).toThrow(InvalidEventError);
    expect(() => canonicalJson(value)).toThrow(expect.objectContaining({ path }) as Error);
  });

  it('keeps what looks like an escaped surrogate and is none', () => {
    expect(canonicalJson('\\ud800')).toBe('"\\\\ud800"');
  });

  it('refuses what refers to itself', () => {
    const loop: Record<string, unknown> = {};
    loop.loop = loop;
    expect(() => canonicalJson(loop)).toThrow('nested deeper than 100');
  });
});
