import { createLogger, readable } from './logging.js';

function logged(write: (log: ReturnType<typeof createLogger>) => void): string[] {
  const lines: string[] = [];
  write(createLogger('api', 'info', { write: (line) => lines.push(line.trim()) }));
  return lines;
}

describe('logging', () => {
  test('writes JSON lines with level by name, program and ISO time, from the level on', () => {
    const [line, ...more] = logged((log) => {
      log.debug('not shown');
      log.info({ caseNumber: 'K1' }, 'lodged');
    });
    expect(more).toEqual([]);
    expect(JSON.parse(line ?? '')).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-.*Z$/) as string,
      program: 'api',
      caseNumber: 'K1',
      msg: 'lodged',
    });
  });

  test('hides tokens and passwords', () => {
    const [line] = logged((log) =>
      log.info({ req: { headers: { authorization: 'Bearer x', cookie: 'y' } }, password: 'z' }),
    );
    expect(line).not.toMatch(/Bearer|"y"|"z"/);
  });

  test('is readable to a person, with the trace of an error', () => {
    const [line = ''] = logged((log) => log.error({ err: new Error('torn'), view: 'worklist' }, 'parked'));
    expect(readable(line)).toMatch(/^\d\d:\d\d:\d\d api error parked \{"view":"worklist"\}\nError: torn\n {4}at /);
  });

  test.each(['plain words', '{"half":', '{"not":"a log line"}'])('leaves %s as it is', (line) => {
    expect(readable(line)).toBe(line);
  });
});
