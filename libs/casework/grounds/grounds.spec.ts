import { facts } from '@redress/cases/overdue-payment/facts.js';
import { kindLetters, type CaseKind } from '@redress/cases/shared/case-number.js';
import { MemoryEventStore } from '@redress/event-store/memory/memory-store.js';
import { loadDemonstrationGrounds } from './demonstration-grounds.js';
import { groundsIn, groundsOf } from './grounds.js';

const kinds = Object.keys(kindLetters) as CaseKind[];
let store: MemoryEventStore;

beforeEach(async () => {
  store = new MemoryEventStore();
  await loadDemonstrationGrounds(store);
});

test('every kind has its grounds, in both languages, labelled as what they are: policy, no law', async () => {
  for (const kind of kinds) {
    const published = (await groundsOf(store, kind))!;
    expect(published.label.zh).toContain('运营者规则');
    expect(published.label.en).toContain('operator policy');
    const codes = published.grounds.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const { title } of published.grounds) {
      expect(title.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(title.en).not.toMatch(/[\u4e00-\u9fff]/);
    }
  }
});

test('what a ground of the claim needs is a fact which its file can hold', async () => {
  const needed = (await groundsOf(store, 'overduePayment'))!.grounds.flatMap(({ needs }) => needs ?? []);
  expect(needed).toEqual(['proceedings']);
  expect(facts).toEqual(expect.arrayContaining(needed));
});

test('a ground is found by its code and for its use, with its days', async () => {
  const grounds = groundsIn(store, 'overduePayment');
  expect(await grounds.find('takenToCourtOrArbitration')).toEqual({
    code: 'takenToCourtOrArbitration',
    needs: 'proceedings',
    validFrom: '2020-01-01',
    validTo: null,
  });
  expect(await grounds.find('resultAlreadyGiven')).toBeNull();
  expect(await grounds.find('resultAlreadyGiven', 'nonAcceptance')).not.toBeNull();
  expect(await grounds.find('__proto__')).toBeNull();
});

test('the first shape, which had the grounds alone, sets no days', async () => {
  const old = new MemoryEventStore();
  const [theirs] = await store.readStream('grounds-complaint');
  const { label, grounds } = (await groundsOf(store, 'complaint'))!;
  await old.append('grounds-complaint', 'none', [{ ...theirs!, schema: 1, data: { version: '1', label, grounds } }]);
  expect(await groundsOf(old, 'complaint')).toEqual(await groundsOf(store, 'complaint'));
});

test('they are published once, by whichever starter is first', async () => {
  const again = new MemoryEventStore();
  await Promise.all([loadDemonstrationGrounds(again), loadDemonstrationGrounds(again)]);
  expect(await loadDemonstrationGrounds(again)).toBe(0);
  expect(await again.head()).toBe(String(kinds.length));
});

test('where none are published there are none, and a list of the operator’s own is left as it is', async () => {
  const own = new MemoryEventStore();
  expect(await groundsOf(own, 'complaint')).toBeNull();
  expect(await groundsIn(own, 'complaint').find('other')).toBeNull();
  const [theirs] = await store.readStream('grounds-complaint');
  const rules = { ...(theirs!.data.rules as object), version: 2026, grounds: [], supplementDays: 15 };
  await own.append('grounds-complaint', 'none', [{ ...theirs!, data: { digest: 'x', rules } }]);
  expect(await loadDemonstrationGrounds(own)).toBe(kinds.length - 1);
  expect(await groundsOf(own, 'complaint')).toMatchObject({ version: 2026, grounds: [], supplementDays: 15 });
});
