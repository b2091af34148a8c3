import { plainDate } from '../calendar/plain-date.js';
import { parseCalendar } from '../calendar/calendar.js';
import { event, specimenLaw, specimenRule } from '../specimens/histories.js';
import { order802, readJson, releaseCalendar, releaseLaw } from '../specimens/release.js';
import { type ClockFact, type HistoryEvent } from './clock.js';
import { clockFacts, deriveClocks } from './derive-clocks.js';

/** What users of other case systems reported about clocks and calendars; each test bears the names of the threads. */
const law = specimenLaw(specimenRule());
const filed = event('Filed', '2026-03-02');
const closed = event('Closed', '2026-03-19');
const paused = event('Paused', '2026-03-04');
const resumed = event('Resumed', '2026-03-09');

function first(history: readonly HistoryEvent[], under = law): ClockFact {
  return clockFacts(history, under)[0] as ClockFact;
}

function statusOn(day: string, history: readonly HistoryEvent[], under = law): string | undefined {
  return deriveClocks(history, under, plainDate(day))[0]?.status;
}

test('frappe/helpdesk #1675 #1554 PR #3776: paused and then closed without a resumption, no day of the pause is lost', () => {
  const long = [filed, paused, event('Closed', '2026-04-15')];
  expect(statusOn('2026-05-01', long)).toBe('met');
  expect(first(long).explanation.pauses[0]?.days).toBe(42);
});

test('glpi #15605 #6902 #10594: two pauses at once are not counted twice', () => {
  const twice = [
    filed,
    paused,
    event('Paused', '2026-03-05', { ground: 'stay' }),
    event('Resumed', '2026-03-06', { ground: 'stay' }),
    resumed,
  ];
  expect(first(twice).dueOn).toBe(first([filed, paused, resumed]).dueOn);
});

test('glpi #24481 #9082: a pause is not forgotten when the term itself changes', () => {
  const longer = specimenLaw(specimenRule({ length: 15 }));
  expect(first([filed, paused, resumed]).dueOn).toBe('2026-03-19');
  expect(first([filed, paused, resumed], longer).dueOn).toBe('2026-03-26');
});

test('osTicket #3034, objectstack #1310: time paused is no time used', () => {
  expect(first([filed, paused]).remaining).toBe(8);
  expect(statusOn('2027-03-01', [filed, paused])).toBe('paused');
});

test('zammad #3410 #5624 #2579, glpi PR #16383, frappe #2214: an edited rule reaches open cases at once', () => {
  const edited = specimenLaw(specimenRule({ length: 5 }));
  expect(first([filed], edited).dueOn).toBe('2026-03-09');
});

test('zammad #5177 #4777, OCA/helpdesk PR #157: a revised rule leaves what was judged under the old one alone', () => {
  const revised = specimenLaw(
    specimenRule({ validTo: '2026-03-31' }),
    specimenRule({ validFrom: '2026-04-01', length: 5 }),
  );
  expect(statusOn('2026-12-01', [filed, event('Closed', '2026-03-16')], revised)).toBe('met');
  expect(first([event('Filed', '2026-04-07')], revised).dueOn).toBe('2026-04-14');
});

test('alaveteli #7292 #6727, osTicket #4969 #4166, chatwoot #14009, openregister PR #3935: a new holiday reaches running cases', () => {
  const content = readJson('calendar/data/calendar-cn.json') as { versions: { workdays: number; off: string[] }[] };
  const of2026 = content.versions.at(-1) as { workdays: number; off: string[] };
  of2026.off.push('2026-03-10');
  of2026.workdays--;
  expect(first([filed]).dueOn).toBe('2026-03-16');
  expect(first([filed], { ...law, calendar: parseCalendar(content) }).dueOn).toBe('2026-03-17');
});

test('alaveteli #5101 #2931, openregister PR #3939, regelrecht #363: how the date came about can be read', () => {
  const { explanation } = first([event('FormallyAccepted', '2025-09-26')], releaseLaw());
  expect(explanation.summary.zh).toContain('第二十五条第一款');
  expect(explanation.skipped.every((day) => day.why.zh !== '')).toBe(true);
});

test('Taskana #2347 PR #984, jbpm PR #1830, cmc-claim-store PR #39: working days and calendar days are never mixed', () => {
  const { packs, calendar } = releaseLaw();
  const clocks = deriveClocks(
    [event('FormallyAccepted', '2025-09-26'), event('MaterialsReceived', '2025-09-26')],
    { packs, calendar },
    plainDate('2025-10-09'),
  );
  expect(clocks.map((clock) => [clock.rule, clock.dueOn, clock.daysLeft])).toEqual([
    ['transfer', '2025-10-16', 6],
    ['result', '2025-10-26', 17],
  ]);
});

test('Taskana #2347: forward and backward agree over a make-up Saturday', () => {
  const calendar = releaseCalendar();
  const due = calendar.addWorkingDays(plainDate('2026-02-09'), 10).due;
  expect(due).toBe('2026-02-28');
  expect(calendar.addWorkingDays(due ?? plainDate('2026-01-01'), -10).due).toBe('2026-02-09');
});

test('frappe PR #3776, erpnext PR #38745, zammad #4432 #2157, glpi #15429: midnight belongs to the day in Shanghai', () => {
  const at = (occurredAt: string) => first([{ ...filed, occurredAt }]).startedOn;
  expect(at('2026-03-02T23:59:59.999+08:00')).toBe('2026-03-02');
  expect(at('2026-03-02T16:00:00Z')).toBe('2026-03-03');
  expect(at('2026-03-08T03:30:00-05:00')).toBe('2026-03-08');
});

test('glpi #2408 #1996 PR #22678, zammad #3140 #2082: a correction or a new calendar opens no run, so no rung repeats', () => {
  const content = readJson('calendar/data/calendar-cn.json') as { versions: { workdays: number; off: string[] }[] };
  const of2026 = content.versions.at(-1) as { workdays: number; off: string[] };
  of2026.off.push('2026-03-10');
  of2026.workdays--;
  expect(first([filed], { ...law, calendar: parseCalendar(content) }).run).toBe(filed.id);
  expect(first([filed, event('Reported', '2026-03-04')]).run).toBe(filed.id);
});

test('frappe #3279, OTOBO #490: a breach needs nobody to touch the case, the day alone makes it late', () => {
  expect(statusOn('2026-03-16', [filed])).toBe('running');
  expect(statusOn('2026-03-17', [filed])).toBe('late');
});

test('open-zaak #747 #885, gemma-zaken #1953, regelrecht #381: what a suspension means is said with the date', () => {
  expect(first([filed, paused, resumed]).explanation.designChoices[0]?.en).toContain('leaves out the days a+1 to b');
});

test('osTicket #4583, zammad #4919 #4937: the same history gives the same answer, word for word', () => {
  const history = [filed, paused, resumed, closed];
  expect(JSON.stringify(first(history))).toBe(
    JSON.stringify(first([...history], { ...law, calendar: releaseCalendar() })),
  );
  expect(order802()).toEqual(order802());
});
