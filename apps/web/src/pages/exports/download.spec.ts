import { basisOf, linesIn, nameIn } from './download.js';

describe('a file on its way', () => {
  it('tells what it rests on before its first row', () => {
    const headers = new Headers({
      'Export-Rows': '1234',
      'Export-Position': '9007199254740993',
      'Export-Made-At': '2026-11-23T06:00:00Z',
    });
    expect(basisOf(headers)).toEqual({
      rows: 1234,
      position: '9007199254740993',
      madeAt: '2026-11-23T06:00:00Z',
    });
  });

  it('keeps the name the server gave it, with its day', () => {
    expect(nameIn(new Headers({ 'Content-Disposition': 'attachment; filename="worklist-2026-11-23.csv"' }))).toBe(
      'worklist-2026-11-23.csv',
    );
    expect(nameIn(new Headers())).toBeNull();
  });

  it('is counted by its lines, wherever it is cut', () => {
    const bytes = new TextEncoder().encode('案件,状态\r\n1,已提交\r\n2,办理中\r\n');
    expect(linesIn(bytes.subarray(0, 9)) + linesIn(bytes.subarray(9))).toBe(3);
  });
});
