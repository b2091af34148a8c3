import { MemoryEventStore } from '@redress/event-store/memory/memory-store.js';
import { schemas } from '@redress/cases/overdue-payment/events.js';
import { knownEvents } from '@redress/deadlines/law/known-events.js';
import { verifyStream } from '@redress/event-store/chain.js';
import { system } from '../kernel/system.js';
import { LawDirectory, NoCalendarError } from './law-directory.js';
import { publishReleaseLaw } from './publish-release.js';
import { calendarSubject, lawPackSubject, policySubject, type ReferenceSubject } from './reference-events.js';

let store: MemoryEventStore;
let second = 0;
const clock = { now: () => Promise.resolve(`2026-11-22T10:00:${String(second++ % 60).padStart(2, '0')}+08:00`) };

beforeEach(() => {
  store = new MemoryEventStore();
});

const pack = lawPackSubject('CN-ORDER-802');
const policy = policySubject('default');
type Document = Record<string, unknown>;

async function inForce({ stream, field }: ReferenceSubject): Promise<Document> {
  return (await store.readStream(stream)).at(-1)!.data[field] as Document;
}

/** An operator enters a version, as `redress law import` does. */
async function enter({ stream, type, field }: ReferenceSubject, document: Document): Promise<void> {
  const id = crypto.randomUUID();
  const meta = {
    commandId: id,
    commandHash: id,
    correlationId: id,
    causationId: null,
    actor: { ...system, role: 'operator' },
    occurredAt: await clock.now(),
    hashAlgorithm: 'sha256',
  } as const;
  await store.append(stream, 'any', [{ id, type, schema: 1, data: { digest: id, [field]: document }, meta }]);
}

test('what the log has not is published, once', async () => {
  const published = await publishReleaseLaw(store, clock);
  expect(published).toEqual(expect.arrayContaining(['calendar-CN', pack.stream, policy.stream]));
  const head = await store.head();
  expect(await publishReleaseLaw(store, clock)).toEqual([]);
  expect(await store.head()).toBe(head);
});

test('two starters at once publish each version once', async () => {
  const both = await Promise.all([publishReleaseLaw(store, clock), publishReleaseLaw(store, clock)]);
  for (const { stream } of [calendarSubject, pack, policy]) {
    const events = await store.readStream(stream);
    expect(events).toHaveLength(1);
    expect(verifyStream(events)).toEqual({ ok: true, events: 1 });
    expect(both.filter((published) => published.includes(stream))).not.toHaveLength(0);
  }
});

test('a later version entered by an operator is not put back by the release', async () => {
  await publishReleaseLaw(store, clock);
  const [packNow, policyNow, calendarNow] = [
    await inForce(pack),
    await inForce(policy),
    await inForce(calendarSubject),
  ];
  await enter(pack, { ...packNow, version: 7 });
  await enter(policy, { ...policyNow, version: 7 });
  const more = [...(calendarNow.versions as Document[])];
  more.push({ ...more.at(-1)!, version: 99 });
  await enter(calendarSubject, { ...calendarNow, versions: more });
  const head = await store.head();
  expect(await publishReleaseLaw(store, clock)).toEqual([]);
  expect(await store.head()).toBe(head);
});

test('nor by a release older than the log, which carries versions the log never had', async () => {
  const other = new MemoryEventStore();
  await publishReleaseLaw(other, clock);
  const documentOf = async ({ stream, field }: ReferenceSubject) =>
    (await other.readStream(stream))[0]!.data[field] as Document;
  await enter(pack, { ...(await documentOf(pack)), version: 9 });
  await enter(policy, { ...(await documentOf(policy)), version: 9 });
  const calendar = await documentOf(calendarSubject);
  const later = (calendar.versions as Document[]).map((one, i, all) =>
    i === all.length - 1 ? { ...one, version: 50 } : one,
  );
  await enter(calendarSubject, { ...calendar, versions: later });
  const published = await publishReleaseLaw(store, clock);
  for (const { stream } of [calendarSubject, pack, policy]) expect(published).not.toContain(stream);
});

test('a newer release adds its versions to the log', async () => {
  const other = new MemoryEventStore();
  await publishReleaseLaw(other, clock);
  const calendar = (await other.readStream('calendar-CN'))[0]!.data.calendar as Document;
  await enter(calendarSubject, { ...calendar, versions: (calendar.versions as Document[]).slice(0, -1) });
  expect(await publishReleaseLaw(store, clock)).toContain('calendar-CN');
  expect(await inForce(calendarSubject)).toEqual(calendar);
});

test('a law pack may name every event of the case', () => {
  expect(knownEvents.overduePayment).toEqual(expect.arrayContaining(Object.keys(schemas)));
});

describe('the law directory', () => {
  test('guesses nothing before a calendar is in the log', () => {
    expect(() => new LawDirectory(store).law).toThrow(NoCalendarError);
  });

  test('reads on: the same object while nothing new is published, the new version when it is', async () => {
    await publishReleaseLaw(store, clock);
    const directory = new LawDirectory(store);
    await directory.refresh();
    const before = directory.law;
    await directory.refresh();
    expect(directory.law).toBe(before);
    expect(directory.policies.map(({ id, version }) => `${id}.${version}`)).toContain('default.2');

    await enter(policy, { ...(await inForce(policy)), version: 3 });
    await enter(pack, { ...(await inForce(pack)), version: 2 });
    await directory.refresh();
    expect(directory.law).not.toBe(before);
    expect(directory.law.packs.find(({ id }) => id === 'CN-ORDER-802')!.version).toBe(2);
    expect(directory.policies.map(({ id, version }) => `${id}.${version}`)).toEqual(['default.3']);
  });

  test('two readings at once agree', async () => {
    await publishReleaseLaw(store, clock);
    const directory = new LawDirectory(store);
    await Promise.all([directory.refresh(), directory.refresh()]);
    expect(directory.law.packs.map(({ id }) => id)).toContain('CN-ORDER-802');
    expect(directory.policies).toHaveLength(1);
  });
});

test('a clock that is ahead records no law, and stops no start where there is nothing to record', async () => {
  const ahead = { ...clock, nowForRecording: () => Promise.reject(new Error('ahead')) };
  await expect(publishReleaseLaw(store, ahead)).rejects.toThrow('ahead');
  expect(await store.head()).toBe('0');
  await publishReleaseLaw(store, clock);
  expect(await publishReleaseLaw(store, ahead)).toEqual([]);
});
