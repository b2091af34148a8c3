import { readFileSync } from 'node:fs';
import { overduePayment } from '@redress/cases/overdue-payment/kind.js';
import type { Ladders } from '@redress/deadlines/ladder/moved-rungs.js';
import { MemoryEventStore } from '@redress/event-store/memory/memory-store.js';
import type { NewEvent, StreamName } from '@redress/event-store/port.js';
import { loadCase } from '../kernel/case-stream.js';
import { LawDirectory } from '../reference/law-directory.js';
import { publishReleaseLaw } from '../reference/publish-release.js';
import { movesOf } from '../reference/report-moves.js';
import { owedClocks } from './owed-clocks.js';

const sample = new URL('../../../test/golden/samples/overduePayment-concluded.1.json', import.meta.url);
/** A claim as the first release wrote it: of its respondent's reply it is not said who recorded it. */
const written = (JSON.parse(readFileSync(sample, 'utf8')) as { events: readonly NewEvent[] }).events.slice(0, 8);
const caseId = '0192a000-0000-8000-8000-000000000001';
const stream: StreamName = `overduePayment-${caseId}`;

let store: MemoryEventStore;
/** The release's law, and the same with a rule that turns on what the reply of the first release did not say. */
let before: Ladders;
let after: Ladders;

beforeAll(async () => {
  store = new MemoryEventStore(() => Date.parse('2026-11-02T10:00:00+08:00'));
  await publishReleaseLaw(store, { now: () => Promise.resolve('2026-11-02T10:00:00+08:00') });
  await store.append(stream, 'none', written);
  const directory = new LawDirectory(store);
  await directory.refresh();
  before = directory.ladders;
  const packs = before.law.packs.map((pack) => ({
    ...pack,
    rules: pack.rules.map((rule) =>
      rule.id === 'result' && rule.caseKind === 'overduePayment'
        ? { ...rule, start: [{ event: 'RespondentReplied', where: { by: 'office' } }] }
        : rule,
    ),
  }));
  after = { ...before, law: { ...before.law, packs } };
});

test('5: clocks are derived from what an earlier release wrote as this one reads it', async () => {
  const loaded = await loadCase(store, overduePayment, caseId);
  expect(loaded.history.at(-1)).toMatchObject({ type: 'RespondentReplied', schema: 1 });
  expect(loaded.history.at(-1)!.data).not.toHaveProperty('by');
  const started = owedClocks(loaded, after.law).find(({ rule }) => rule === 'result');
  expect(started?.run).toBe(loaded.history.at(-1)!.id);
});

test('5: so is what a new law moves', async () => {
  async function* streams() {
    yield await Promise.resolve(stream);
  }
  const { history } = await loadCase(store, overduePayment, caseId);
  for await (const { clocks } of movesOf(store, streams(), before, after))
    expect(clocks).toMatchObject([
      { rule: 'result', run: history.find(({ type }) => type === 'MaterialsReceived')!.id, dueAfter: null },
      { rule: 'result', run: history.at(-1)!.id, dueBefore: null },
    ]);
  expect.hasAssertions();
});

test('a case that a later release wrote in is told of as unread, and ends no report', async () => {
  const later = `overduePayment-${caseId.replace(/1$/, '2')}` as const;
  await store.append(later, 'none', [{ ...written[0]!, id: caseId, schema: 99 }]);
  async function* streams() {
    yield await Promise.resolve(later);
  }
  const told = [];
  for await (const moves of movesOf(store, streams(), before, after)) told.push(moves);
  expect(told).toEqual([{ stream: later, clocks: [], rungs: [], unread: true }]);
});
