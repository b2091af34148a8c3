import { transformFileSync } from '@swc/core';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Computes with the compiled folder in a process of its own, whose zone is the one thing that differs. */
const PROGRAM = `
import { releaseLaw, readJson } from './specimens/release.js';
import { event } from './specimens/histories.js';
import { clockFacts, deriveClocks } from './clock/derive-clocks.js';
const law = releaseLaw();
const { calendar } = law;
const answers = [new Date(2026, 1, 9).toISOString()];
for (const file of ['workdays', 'calendar-days', 'months', 'provisional-2027']) {
  for (const vector of readJson('calendar/vectors/' + file + '.json').vectors) {
    answers.push(
      vector.addWorkdays !== undefined
        ? calendar.addWorkingDays(vector.start, vector.addWorkdays)
        : vector.addDays !== undefined
          ? calendar.addCalendarDays(vector.start, vector.addDays, 'nextWorkday')
          : calendar.addMonths(vector.start, vector.addMonths, 'nextWorkday'),
    );
  }
}
const history = [
  { ...event('FormallyAccepted', '2026-02-09'), occurredAt: '2026-02-09T00:00:00+08:00' },
  { ...event('MaterialsReceived', '2026-02-09'), occurredAt: '2026-02-09T23:59:59.999+08:00' },
  { ...event('Transferred', '2026-02-28'), occurredAt: '2026-02-28T15:59:59.999999Z' },
];
answers.push(clockFacts(history, law), deriveClocks(history, law, '2026-03-20'), calendar.knownAt('2020-01-27T00:00:00+08:00', 'notice').versionOf(2020));
console.log(JSON.stringify(answers));
`;

const ZONES = ['Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Europe/London'];
const source = join(import.meta.dirname, '..');
let compiled: string;

beforeAll(() => {
  compiled = mkdtempSync(join(tmpdir(), 'deadlines-'));
  for (const file of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
    const target = join(compiled, file);
    mkdirSync(dirname(target), { recursive: true });
    if (file.endsWith('.json')) cpSync(join(source, file), target);
    if (!file.endsWith('.ts') || file.endsWith('.spec.ts')) continue;
    const { code } = transformFileSync(join(source, file), {
      swcrc: false,
      jsc: { target: 'es2023', parser: { syntax: 'typescript' } },
      module: { type: 'es6' },
    });
    writeFileSync(target.replace(/\.ts$/, '.js'), code);
  }
  writeFileSync(join(compiled, 'package.json'), '{"type":"module"}');
  writeFileSync(join(compiled, 'answers.js'), PROGRAM);
  symlinkSync(join(source, '../../node_modules'), join(compiled, 'node_modules'));
});

afterAll(() => rmSync(compiled, { recursive: true, force: true }));

test('every date, state and explanation is the same in whatever zone the machine stands', () => {
  const outputs = ZONES.map((zone) =>
    execFileSync(process.execPath, [join(compiled, 'answers.js')], {
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
    }),
  );
  const [first, ...others] = outputs.map((output) => JSON.parse(output) as [string, ...unknown[]]);
  const [localMidnight, ...answers] = first as [string, ...unknown[]];
  expect(localMidnight).toBe('2026-02-08T16:00:00.000Z');
  expect(answers.length).toBeGreaterThan(35);
  for (const [elsewhere, ...sameAnswers] of others) {
    expect(elsewhere).not.toBe(localMidnight);
    expect(sameAnswers).toEqual(answers);
  }
});
