import { randomUUID } from 'node:crypto';
import type { Account } from '@redress/access/account.js';
import { DataRefused } from '@redress/deadlines/checking/place.js';
import { MemoryEventStore } from '@redress/event-store/memory/memory-store.js';
import type { NewEvent } from '@redress/event-store/port.js';
import { confirmImport, importLaw, type ImportOutcome } from './import-law.js';
import { LawDirectory } from './law-directory.js';
import { publishReleaseLaw } from './publish-release.js';
import { releaseCalendar, releaseLawPacks, releaseLpr, releaseWarnings } from './release-files.js';
import { ladderWith, movesOf } from './report-moves.js';

type Json = Record<string, unknown>;

let store: MemoryEventStore;
const clock = { now: () => Promise.resolve('2026-12-01T10:00:00+08:00') };
const account = (role: 'operator' | 'supervisor' | 'sme', name: string) =>
  ({
    id: `account-${name}`,
    name,
    role,
    person: { zh: name, en: name },
    demonstration: true,
    officer: name,
  }) as unknown as Account;
const [operator, second, supervisor] = [account('operator', 'a'), account('operator', 'b'), account('supervisor', 'c')];
const parts = () => ({ store, clock });

beforeEach(async () => {
  store = new MemoryEventStore(() => Date.parse('2026-12-01T02:00:00Z'));
  await publishReleaseLaw(store, clock);
});

async function calendarDocument(): Promise<Json & { versions: Json[] }> {
  return structuredClone((await releaseCalendar()).document) as Json & { versions: Json[] };
}

/** The calendar with a notice for 2027, as a specimen of the form and not of what any notice says. */
async function with2027(): Promise<Json & { versions: Json[] }> {
  const document = await calendarDocument();
  const off = ['2027-01-01', '2027-02-05', '2027-02-08', '2027-02-09', '2027-02-10', '2027-04-05', '2027-05-03'];
  const version = {
    ...{ year: 2027, version: 1, knownFrom: '2026-11-30', noticeDate: '2026-11-30', faithful: true },
    ...{ workdays: 261 - off.length + 1, off, work: ['2027-01-02'] },
    source: 'https://www.gov.cn/zhengce/zhengceku/202611/content_1.htm',
  };
  return { ...document, coverageEnd: '2027-12-31', fallbacks: [], versions: [...document.versions, version] };
}

async function imported(document: object): Promise<string> {
  const outcome = await importLaw(parts(), operator, randomUUID(), document);
  if (outcome.outcome !== 'imported') throw new Error(JSON.stringify(outcome));
  return outcome.importId;
}

const confirmed = (importId: string, by: Account): Promise<ImportOutcome> =>
  confirmImport(parts(), by, randomUUID(), importId);

async function faultsOf(document: object): Promise<readonly string[]> {
  const head = await store.head();
  const error: unknown = await importLaw(parts(), operator, randomUUID(), document).catch((thrown: unknown) => thrown);
  expect(await store.head()).toBe(head);
  if (!(error instanceof DataRefused)) throw new Error('it was not refused');
  return error.faults.map(({ place, reason }) => `${place}: ${reason}`);
}

async function calendarInForce(): Promise<string | null> {
  const directory = new LawDirectory(store);
  await directory.refresh();
  return directory.law.calendar.versionOf(2027);
}

/** A claim transferred after the end of a year whose notice is not out. */
async function acceptClaim(): Promise<void> {
  const meta = {
    ...{
      commandId: randomUUID(),
      commandHash: '',
      correlationId: '',
      causationId: null,
      hashAlgorithm: 'sha256' as const,
    },
    actor: { id: 'x', name: 'x', role: 'intakeOfficer', organisation: null },
    occurredAt: '2026-12-01T09:00:00+08:00',
  };
  const event = (type: string, occurredAt: string, data: Json = {}): NewEvent => ({
    ...{ id: randomUUID(), type, schema: 1, data },
    meta: { ...meta, occurredAt },
  });
  await store.append('overduePayment-1', 'none', [
    event('FormallyAccepted', '2026-11-20T10:00:00+08:00'),
    event('MaterialsReceived', '2026-11-23T10:00:00+08:00'),
  ]);
  await store.append('overduePayment-2', 'none', [event('FormallyAccepted', '2026-12-25T10:00:00+08:00')]);
}

describe('a notice which an operator imports', () => {
  it('is law only when another account has confirmed it, and known from that moment', async () => {
    const importId = await imported(await with2027());
    expect(await calendarInForce()).toBeNull();
    expect(await confirmed(importId, operator)).toEqual({ outcome: 'denied', denial: 'importersOwn' });
    expect(await calendarInForce()).toBeNull();
    expect(await confirmed(importId, second)).toMatchObject({ outcome: 'published', stream: 'calendar-CN' });
    expect(await calendarInForce()).toBe('2027.1');
    const stream = await store.readStream('calendar-CN');
    expect(stream.map(({ type, meta }) => [type, meta.actor.role])).toEqual([
      ['CalendarPublished', 'system'],
      ['CalendarPublished', 'operator'],
    ]);
    expect((await store.readStream(`lawImport-${importId}`)).map(({ type }) => type)).toEqual([
      'LawImported',
      'LawImportConfirmed',
    ]);
  });

  it('may be confirmed by a supervisor, and by nobody who is neither', async () => {
    const importId = await imported(await with2027());
    expect(await confirmed(importId, account('sme', 'd'))).toEqual({ outcome: 'denied', denial: 'notAnOperator' });
    expect(await confirmed(importId, supervisor)).toMatchObject({ outcome: 'published' });
    expect(await confirmed('nothing', supervisor)).toEqual({ outcome: 'denied', denial: 'noSuchImport' });
    expect(await importLaw(parts(), supervisor, randomUUID(), await with2027())).toEqual({
      ...{ outcome: 'denied', denial: 'notAnOperator' },
    });
  });

  it('is confirmed once, however often it is said', async () => {
    const importId = await imported(await with2027());
    await Promise.all([confirmed(importId, second), confirmed(importId, supervisor)]);
    await confirmed(importId, second);
    expect(await store.readStream('calendar-CN')).toHaveLength(2);
    expect(await store.readStream(`lawImport-${importId}`)).toHaveLength(2);
  });

  it('is finished by the next confirmation when a process stopped in between', async () => {
    const importId = await imported(await with2027());
    const append = store.append.bind(store);
    store.append = (stream, expected, events) =>
      stream === 'calendar-CN' ? Promise.reject(new Error('killed')) : append(stream, expected, events);
    await expect(confirmed(importId, second)).rejects.toThrow('killed');
    store.append = append;
    expect(await calendarInForce()).toBeNull();
    expect(await confirmed(importId, second)).toMatchObject({ outcome: 'published' });
    expect(await calendarInForce()).toBe('2027.1');
  });

  it('does not outlive a version which came in force meanwhile', async () => {
    const [one, other] = [
      await imported(await with2027()),
      await imported({ ...(await with2027()), licence: 'another' }),
    ];
    await confirmed(one, second);
    await expect(confirmed(other, second)).rejects.toThrow('no version is new');
  });

  it('is entered once by a command sent twice', async () => {
    const commandId = randomUUID();
    const document = await with2027();
    const twice = await Promise.all([1, 2].map(() => importLaw(parts(), operator, commandId, document)));
    expect(twice[0]).toMatchObject({ importId: (twice[1] as { importId: string }).importId });
  });

  it('reports which open clocks move, and leaves those which do not', async () => {
    await acceptClaim();
    const directory = new LawDirectory(store);
    await directory.refresh();
    const outcome = await importLaw(parts(), operator, randomUUID(), await with2027());
    if (outcome.outcome !== 'imported') throw new Error('not imported');
    const streams = async function* () {
      yield* ['overduePayment-1', 'overduePayment-2'];
      await Promise.resolve();
    };
    const before = directory.ladders;
    const clocks: object[] = [];
    for await (const moves of movesOf(store, streams(), before, ladderWith(before, outcome.document)))
      clocks.push(...moves.clocks);
    expect(clocks).toMatchObject([
      {
        stream: 'overduePayment-2',
        rule: 'transfer',
        dueBefore: '2027-01-11',
        dueAfter: '2027-01-08',
        provisionalBefore: true,
        provisionalAfter: false,
      },
    ]);
  });
});

describe('an import is refused', () => {
  it('when it shrinks a covered year, loses it, or rewrites what was published', async () => {
    const document = await with2027();
    const last = document.versions.findLast(({ year }) => year === 2026) as Json & { off: string[]; workdays: number };
    const shrunk = {
      ...last,
      version: 9,
      off: last.off.slice(1),
      workdays: last.workdays + 1,
      knownFrom: '2026-11-30',
    };
    expect((await faultsOf({ ...document, versions: [...document.versions, shrunk] })).join()).toMatch(
      /2026\.\d has \d+ days off, 2026\.9 only \d+/,
    );
    const without2019 = document.versions.filter(({ year }) => year !== 2019);
    expect((await faultsOf({ ...document, versions: without2019, coverageStart: '2020-01-01' })).join()).toContain(
      '2019.1, which was published, is left out',
    );
    const rewritten = document.versions.map((version) =>
      version === last ? { ...version, faithful: true, noticeDate: '2025-11-05' } : version,
    );
    expect((await faultsOf({ ...document, versions: rewritten })).join()).toContain('stays as it is');
  });

  it('when it has nothing new, a paper that is no notice of the State Council, or a day to come', async () => {
    expect((await faultsOf(await calendarDocument())).join()).toContain('no version is new');
    const document = await with2027();
    const [notice] = document.versions.slice(-1);
    const changed = (fields: Json) => ({
      ...document,
      versions: [...document.versions.slice(0, -1), { ...notice, ...fields }],
    });
    expect((await faultsOf(changed({ source: 'https://example.org/2027' }))).join()).toContain(
      "not the State Council's own notice",
    );
    expect((await faultsOf(changed({ noticeDate: '2026-12-02' }))).join()).toContain('2026-12-02 is still to come');
  });

  it('when an LPR publication is changed, left out or to come; a new one is taken', async () => {
    const lpr = structuredClone((await releaseLpr()).document) as Json & { rows: Json[] };
    const next = { date: '2026-10-20', rate: '3.00', status: 'secondary' };
    expect(
      await faultsOf({ ...lpr, rows: [...lpr.rows.slice(0, -1), { ...lpr.rows.at(-1), rate: '3.35' }, next] }),
    ).toEqual(['rows[85].rate: 2026-09-20 was published with 3.00, not 3.35']);
    expect((await faultsOf({ ...lpr, rows: lpr.rows.slice(1) })).join()).toContain('2019-08-20 is left out');
    expect((await faultsOf(lpr)).join()).toContain('no publication is new');
    const december = [{ ...next }, { ...next, date: '2026-11-20' }, { ...next, date: '2026-12-21' }];
    expect((await faultsOf({ ...lpr, rows: [...lpr.rows, ...december] })).join()).toContain(
      '2026-12-21 is still to come',
    );
    const importId = await imported({ ...lpr, rows: [...lpr.rows, next] });
    expect(await confirmed(importId, second)).toMatchObject({ outcome: 'published', stream: 'lpr-CN' });
  });

  it('when a pack is of no higher version, or gives a clock of another pack a second rule', async () => {
    const pack = (await releaseLawPacks()).find(({ name }) => name === 'cn-order-802.json')?.document as Json;
    const version = pack.version as number;
    expect(await faultsOf(pack)).toEqual([`version: version ${version} does not follow version ${version} in force`]);
    expect((await faultsOf({ ...pack, id: 'CN-OTHER' })).join()).toContain('"transfer" has two versions in force');
    expect(await confirmed(await imported({ ...pack, version: version + 1 }), second)).toMatchObject({
      stream: 'lawPack-CN-ORDER-802',
    });
  });

  it('when it is no document of the law', async () => {
    expect((await faultsOf({ format: 'poem/1' })).join()).toContain('format: one of');
  });
});

it('the rules by which debtors are warned of are changed by a later version, which a second person confirms', async () => {
  const document = structuredClone((await releaseWarnings()).document) as Json & { rules: Json[] };
  expect(await faultsOf(document)).toEqual([expect.stringMatching(/^version: version 1 does not follow version 1/)]);
  expect(await faultsOf({ ...document, version: 2, rules: [{ ...document.rules[0], atLeast: 0 }] })).toEqual([
    expect.stringMatching(/^rules\[0\]\.atLeast: /),
  ]);
  const importId = await imported({ ...document, version: 2, rules: document.rules.slice(0, 1) });
  expect(await confirmed(importId, operator)).toEqual({ outcome: 'denied', denial: 'importersOwn' });
  expect((await confirmed(importId, second)).outcome).toBe('published');
  const versions = await store.readStream('warnings-debtors');
  expect(versions.map(({ data }) => (data.warnings as Json).version)).toEqual([1, 2]);
});
