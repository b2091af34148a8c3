import fc from 'fast-check';
import { verifyStream } from '@redress/event-store/chain.js';
import { sampleEvent } from '@redress/event-store/contract/samples.js';
import { MemoryEventStore } from '@redress/event-store/memory/memory-store.js';
import type { NewEvent } from '@redress/event-store/port.js';
import { isSealed, type SealedValue } from './sealed-value.js';
import type { SensitivePath } from './sensitive-path.js';
import { MemoryKeys } from './testing/memory-keys.js';
import { sealedIn, Vault } from './vault.js';

const stream = 'complaint-0192a000-0000-8000-8000-000000000001';
const paths: readonly SensitivePath[] = [
  { path: 'contact', of: 'person' },
  { path: 'signatory', of: 'person' },
  { path: 'notes[]', of: 'text' },
];
const pathsOf = ({ type }: { type: string }) => (type === 'ClaimLodged' ? paths : []);
const lodged = (data: object): NewEvent => sampleEvent(data as Record<string, unknown>, { type: 'ClaimLodged' });
const contact = { name: '王芳', phone: '13800000000' };

let keys: MemoryKeys;
let vault: Vault;
beforeEach(() => {
  keys = new MemoryKeys();
  vault = new Vault(keys);
});
const sealOne = async (data: object, of = stream, body: object = data) => {
  const [event] = await vault.sealed(of, [lodged(data)], pathsOf, body);
  return event!;
};
const keyAt = (event: NewEvent, field: string) => (event.data[field] as SealedValue).key;

test('66: seals what the kind names and nothing else, and opens it again', async () => {
  const data = { contact, notes: ['电话', '来访'], amount: '1.00', code: contact.name };
  const event = await sealOne(data);
  expect(event.data).toMatchObject({ amount: '1.00', code: contact.name });
  expect([event.data.contact, ...(event.data.notes as unknown[])].map(isSealed)).toEqual([true, true, true]);
  expect(sealedIn(event.data).map(({ at }) => at.split('/')[1])).toEqual([
    'data.contact',
    'data.notes[0]',
    'data.notes[1]',
  ]);
  expect(await vault.opened(stream, event.data)).toEqual(data);
});

test('66: opened, any events are what they were before', async () => {
  const any = fc.record({
    contact: fc.constantFrom(contact, null),
    notes: fc.array(fc.string()),
    rest: fc.jsonValue(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(any, { maxLength: 4 }), async (list) => {
      const plain = JSON.parse(JSON.stringify(list)) as object[];
      const events = await vault.sealed(stream, plain.map(lodged), pathsOf, plain);
      expect(
        await vault.opened(
          stream,
          events.map(({ data }) => data),
        ),
      ).toEqual(plain);
    }),
  );
});

test('one query for all keys of a command; none where nothing is sensitive or nothing is sealed', async () => {
  await vault.sealed(stream, [lodged({ contact, notes: ['a', 'b'] }), lodged({ notes: ['c'] })], pathsOf, {});
  expect(keys.asked).toBe(1);
  const [plain] = await vault.sealed(stream, [sampleEvent({ contact })], pathsOf, {});
  expect(plain?.data).toEqual({ contact });
  await vault.opened(stream, plain);
  expect(keys.asked).toBe(1);
});

test('a reason for backdating is a text like any other', async () => {
  const event = sampleEvent();
  const backdated = { ...event, meta: { ...event.meta, occurredAtReason: '王芳来电补记' } };
  const [sealed] = await vault.sealed(stream, [backdated], pathsOf, {});
  expect(JSON.stringify(sealed)).not.toContain('王芳来电');
  expect((await vault.opened(stream, sealed))?.meta.occurredAtReason).toBe('王芳来电补记');
});

test('one person has one key in all cases, and each text one of its own', async () => {
  const first = await sealOne({ contact, signatory: '王芳', notes: ['同文', '同文'] });
  const elsewhere = await sealOne({ contact: { ...contact, phone: '+86 138 0000 0000' } }, 'complaint-2');
  const other = await sealOne({ contact: { ...contact, phone: '13900000000' } }, 'complaint-3');
  expect(keyAt(first, 'signatory')).toBe(keyAt(first, 'contact'));
  expect(keyAt(elsewhere, 'contact')).toBe(keyAt(first, 'contact'));
  expect(keyAt(other, 'contact')).not.toBe(keyAt(first, 'contact'));
  expect(new Set((first.data.notes as SealedValue[]).map(({ key }) => key)).size).toBe(2);
});

test('the same event sealed again has the same text keys: an attempt that lost leaves none behind', async () => {
  const event = lodged({ notes: ['a'] });
  const twice = await Promise.all([1, 2].map(() => vault.sealed(stream, [event], pathsOf, {})));
  const [one, two] = twice.map((events) => (events[0]!.data.notes as SealedValue[])[0]!.key);
  expect(one).toBe(two);
});

test('66: once a key is destroyed the mark stands in the value’s place, and the rest opens', async () => {
  const event = await sealOne({ contact, signatory: '王芳', notes: ['留'], amount: '1.00' });
  keys.destroy(keyAt(event, 'contact'));
  expect(await vault.opened(stream, event.data)).toEqual({
    contact: { erased: true },
    signatory: { erased: true },
    notes: ['留'],
    amount: '1.00',
  });
});

test('64: what was recorded before there were seals is shown as it is', async () => {
  expect(await vault.opened(stream, { contact, notes: ['早'] })).toEqual({ contact, notes: ['早'] });
});

test('66: the chain is over the sealed bytes, and verifies before and after', async () => {
  const store = new MemoryEventStore();
  const event = await sealOne({ contact });
  await store.append(stream, 'none', [event]);
  keys.destroy(keyAt(event, 'contact'));
  expect(verifyStream(await store.readStream(stream)).ok).toBe(true);
});

describe('the hash of a command (invariant 4)', () => {
  const body = { name: 'lodge', body: { contact, amount: '1.00' } };
  const changed = { name: 'lodge', body: { contact, amount: '2.00' } };

  test('tells the same body from another, with seals and without', async () => {
    for (const data of [{ contact }, { amount: '1.00' }]) {
      const event = await sealOne(data, stream, body);
      expect(await vault.isSameCommand([event], body)).toBe(true);
      expect(await vault.isSameCommand([event], changed)).toBe(false);
    }
  });

  test('beside sealed values it is keyed: without the keys no guess fits', async () => {
    const event = await sealOne({ contact }, stream, body);
    const [plain] = await vault.sealed(stream, [sampleEvent()], pathsOf, body);
    expect(event.meta.commandHash).not.toBe(plain?.meta.commandHash);
    const otherKeys = await new Vault(new MemoryKeys()).sealed(stream, [lodged({ contact })], pathsOf, body);
    expect(otherKeys[0]?.meta.commandHash).not.toBe(event.meta.commandHash);
  });

  test('what an event repeats, sealed by an earlier command, is none of this one’s', async () => {
    const first = await sealOne({ contact, notes: ['旧'] });
    const [was] = first.data.notes as SealedValue[];
    for (const notes of [[was], [was, '新']]) {
      const event = await sealOne({ notes }, stream, body);
      expect((event.data.notes as SealedValue[])[0]).toEqual(was);
      expect(await vault.isSameCommand([event], body)).toBe(true);
      expect(await vault.isSameCommand([event], changed)).toBe(false);
      expect(await vault.opened(stream, event.data)).toEqual({ notes: ['旧', ...notes.slice(1)] });
    }
  });

  test('a key destroyed, any body is taken for the first: it cannot be told any more', async () => {
    const event = await sealOne({ contact, notes: ['留'] }, stream, body);
    keys.destroy(keyAt(event, 'contact'));
    expect(await vault.isSameCommand([event], changed)).toBe(true);
  });

  test('of events appended by the retry of another process it is the same', async () => {
    const event = lodged({ contact, notes: ['a'] });
    const [one, two] = await Promise.all([1, 2].map(() => vault.sealed(stream, [event], pathsOf, body)));
    expect(one?.[0]?.meta.commandHash).toBe(two?.[0]?.meta.commandHash);
  });
});
