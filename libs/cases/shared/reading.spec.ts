import fc from 'fast-check';
import { creditCode, day, faultOfForm, newFault, oneOf, reread, sum, text, textAt } from './reading.js';
import { faultOfText } from './written-text.js';

const document = { claim: { name: '甲', lines: [{ what: '机床' }, { what: '刀具', agreed: null }] }, total: 3 };

describe('the text at a path', () => {
  test('is the one that stands there', () => {
    expect(textAt(document, 'claim.name')).toBe('甲');
    expect(textAt(document, 'claim.lines[1].what')).toBe('刀具');
  });

  test('is none where nothing stands, or what is no text', () => {
    for (const path of [
      'claim',
      'claim.lines',
      'claim.lines[2].what',
      'claim.lines[1].agreed',
      'total',
      '',
      '__proto__',
    ]) {
      expect(textAt(document, path)).toBeNull();
    }
    expect(textAt(null, 'x')).toBeNull();
  });
});

describe('a document read anew', () => {
  test('differs at the path alone, and shares the rest', () => {
    const read = reread(document, 'claim.lines[0].what', '铣床');
    expect(read).toEqual({ ...document, claim: { name: '甲', lines: [{ what: '铣床' }, document.claim.lines[1]] } });
    expect(read.claim.lines[1]).toBe(document.claim.lines[1]);
    expect(document.claim.lines[0]!.what).toBe('机床');
  });

  test('is the same where no text stands there', () => {
    for (const path of ['claim.lines[0]', 'total', 'claim.lines[1].agreed', 'claim.none', 'constructor.name', '']) {
      expect(reread(document, path, 'x')).toBe(document);
    }
  });

  test('never throws, and reads back what was read anew, whatever the document and the path', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), fc.string(), (value, path, is) => {
        const there = textAt(value, path);
        const read = reread(value, path, is);
        if (there === null) expect(read).toBe(value);
        else expect(textAt(read, path)).toBe(is);
      }),
    );
  });
});

describe('a reading', () => {
  const fields = {
    Lodged: { title: text(5), 'lines[].on': day, kind: oneOf(['a', 'b']), sum, code: creditCode },
  };
  const fault = (path: string, is: string) => faultOfForm(fields, 'Lodged', path, is);

  test('is one of what the table names, for any member of a list', () => {
    expect(fault('title', '五个字以内')).toBeNull();
    expect(fault('lines[0].on', '2025-06-30')).toBeNull();
    expect(fault('lines[12].on', '2025-06-30')).toBeNull();
    for (const path of ['lines.on', 'lines[].x', 'other', 'toString', 'lines[12345].on']) {
      expect(fault(path, 'x')).toEqual({ code: 'notCorrectable' });
    }
    expect(faultOfForm(fields, 'toString', 'title', 'x')).toEqual({ code: 'notCorrectable' });
  });

  test('has the form of its field', () => {
    expect(fault('title', '超过了五个字')).toEqual({ code: 'readingTooLong', params: { max: 5 } });
    expect(fault('title', '')).toEqual({ code: 'readingNotSeen' });
    expect(fault('kind', 'c')).toEqual({ code: 'notOneOf', params: { values: 'a, b' } });
    expect(fault('kind', 'a')).toBeNull();
    expect(fault('sum', '1.234')).toEqual({ code: 'noSum' });
    expect(fault('sum', '1.23')).toBeNull();
    expect(fault('code', '91310115MADEM0011X')).toEqual({ code: 'creditCode' });
    expect(fault('code', '91310115MADEM00117')).toBeNull();
  });

  test.each([
    ['1949-09-30', false],
    ['1949-10-01', true],
    ['2199-12-31', true],
    ['2200-01-01', false],
    ['2025-02-29', false],
    ['2025-2-1', false],
  ])('of a day lies within the days a form takes: %s', (is, taken) => {
    expect(fault('lines[0].on', is)).toEqual(taken ? null : { code: 'notADay' });
  });
});

test('a correction makes nothing worse: what was wrong before is not held against it', () => {
  const before = [{ code: 'creditCode', field: 'a' }] as const;
  expect(newFault(before, [...before])).toBeNull();
  expect(newFault(before, [...before, { code: 'creditCode', field: 'b' }])).toEqual({ code: 'creditCode', field: 'b' });
  expect(newFault(before, [{ code: 'sameParty', field: 'a' }])).toEqual({ code: 'sameParty', field: 'a' });
});

test('a text is seen, whole and no longer than its form; prose may hold the joiners a line may not', () => {
  expect(faultOfText('甲', 1)).toBeNull();
  expect(faultOfText(' ', 5)).toBe('blank');
  expect(faultOfText('甲乙', 1)).toBe('tooLong');
  expect(faultOfText('甲\u0007', 5)).toBe('controlCharacters');
  expect(faultOfText('甲\n乙', 5)).toBeNull();
  expect(faultOfText('甲\u200d乙', 500)).toBe('invisibleCharacter');
  expect(faultOfText('甲\u200d乙', 501)).toBeNull();
  expect(faultOfText('甲\u202e乙', 501)).toBe('invisibleCharacter');
  expect(faultOfText('甲\ud800', 5)).toBe('brokenCharacter');
});
