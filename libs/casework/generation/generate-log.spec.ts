import type { ImportedAppend } from '@redress/event-store/import/imported-rows.js';
import { categoryOf } from '@redress/event-store/envelope.js';
import { MemoryKeys } from '@redress/privacy/testing/memory-keys.js';
import { sealedIn, Vault } from '@redress/privacy/vault.js';
import { generatedLog, type GeneratedAppend } from './generate-log.js';
import { stories } from './stories.js';

const plan = { seed: 'spec', cases: 300, from: '2025-01-01', until: '2026-06-30' };
const kinds = stories.map(({ kind }) => kind.category);

async function logOf(changes: Partial<typeof plan> = {}) {
  const vault = new Vault(new MemoryKeys());
  const log: ImportedAppend[] = [];
  for await (const append of generatedLog({ ...plan, ...changes }, vault)) log.push(append);
  const cases = log.filter(({ stream }) => kinds.includes(categoryOf(stream)));
  return { log, cases, vault };
}

/** The log as whoever may read everything reads it; ids of keys and hashes made with them are chance. */
async function opened({ log, vault }: Awaited<ReturnType<typeof logOf>>) {
  return Promise.all(
    log.map(async ({ stream, events, recordedAt, last }) => {
      const plain = await Promise.all(events.map((event) => vault.opened(stream, event)));
      return { stream, recordedAt, last, events: plain.map(({ meta, ...rest }) => ({ ...rest, at: meta.occurredAt })) };
    }),
  );
}

test('a plan gives the cases asked for, of all kinds, in the order of time, law and organisation before them', async () => {
  const { log, cases } = await logOf();
  const streams = [...new Set(cases.map(({ stream }) => stream))];
  expect(streams).toHaveLength(300);
  for (const { kind, share } of stories) {
    const of = streams.filter((stream) => categoryOf(stream) === kind.category).length;
    expect(Math.abs(of / 3 - share)).toBeLessThan(8);
  }
  const times = log.map(({ recordedAt }) => Date.parse(recordedAt));
  expect(times).toEqual([...times].sort((a, b) => a - b));
  expect(log.findIndex((append) => append === cases[0])).toBe(log.length - cases.length);
  expect(log.some(({ stream }) => stream === 'calendar-CN')).toBe(true);
});

test('cases have some ten events and go on side by side; the last append of each says so, and some are open at the end', async () => {
  const { cases } = await logOf();
  const events = cases.reduce((sum, append) => sum + append.events.length, 0);
  expect(events / 300).toBeGreaterThan(7);
  expect(events / 300).toBeLessThan(13);
  const switches = cases.filter(({ stream }, i) => i > 0 && cases[i - 1]!.stream !== stream).length;
  expect(switches / cases.length).toBeGreaterThan(0.9);
  const last = new Map(cases.map((append) => [append.stream, append]));
  expect([...last.values()].every((append) => append.last)).toBe(true);
  expect(cases.filter((append) => append.last)).toHaveLength(300);
});

test('equal plans give equal cases, another seed others; the seals are never the same', async () => {
  const [one, same, other] = await Promise.all([logOf(), logOf(), logOf({ seed: 'other' })]);
  expect(await opened(one)).toEqual(await opened(same));
  expect((await opened(one)).slice(-5)).not.toEqual((await opened(other)).slice(-5));
  expect(one.cases[0]!.events).not.toEqual(same.cases[0]!.events);
});

test('no telephone number, and no name of a person who is no official, stands in it unsealed', async () => {
  const { cases } = await logOf({ cases: 60 });
  const data = cases.flatMap(({ events }) => events.map((event) => JSON.stringify(event.data)));
  expect(data.filter((text) => /"phone":|"1[358]\d{9}"/.test(text))).toEqual([]);
  expect(sealedIn(cases).length).toBeGreaterThan(300);
});

test('nothing is recorded after the last day', async () => {
  const { log } = await logOf({ cases: 100, until: '2025-02-10' });
  expect(log.every(({ recordedAt }) => recordedAt < '2025-02-11')).toBe(true);
});

test('a vault that opens late changes nothing: what was told before is sealed as what is told after', async () => {
  const told = async (vault: Vault | Promise<Vault>) => {
    const appends: GeneratedAppend[] = [];
    for await (const append of generatedLog({ ...plan, cases: 60 }, vault)) appends.push(append);
    const keys = appends.map(({ events }) => sealedIn(events).map(({ at }) => at));
    return [keys, appends.map(({ events, ...rest }) => ({ ...rest, ids: events.map(({ id }) => id) }))];
  };
  const vault = new Vault(new MemoryKeys());
  const soon = new Promise<Vault>((resolve) => setTimeout(() => resolve(vault), 10));
  const late = new Promise<Vault>((resolve) => setTimeout(() => resolve(vault), 300));
  const atOnce = await told(vault);
  expect(await told(soon)).toEqual(atOnce);
  expect(await told(late)).toEqual(atOnce);
});

test('the parts of a city, told apart and brought into one order, are the whole of it', async () => {
  const told = async (nth: number, of: number) => {
    const appends: GeneratedAppend[] = [];
    const small = { ...plan, cases: 60 };
    for await (const append of generatedLog(small, new Vault(new MemoryKeys()), { nth, of }))
      if (append.number !== null) appends.push(append);
    return appends.map(({ number, recordedAt, events }) => ({ number, recordedAt, ids: events.map(({ id }) => id) }));
  };
  const parts = (await Promise.all([0, 1, 2].map((nth) => told(nth, 3)))).flat();
  parts.sort((a, b) => Date.parse(a.recordedAt) - Date.parse(b.recordedAt) || a.number! - b.number!);
  expect(parts).toEqual(await told(0, 1));
});
