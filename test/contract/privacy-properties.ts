import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { verifyStream } from '@redress/event-store/chain.js';
import type { ContractAdapter, Property } from '@redress/event-store/contract/property.js';
import { assertAppended, freshCategory, sampleEvent } from '@redress/event-store/contract/samples.js';
import { BrokenSealError, erased, type SealedValue } from '@redress/privacy/sealed-value.js';
import type { SensitivePath } from '@redress/privacy/sensitive-path.js';
import { MemoryKeys } from '@redress/privacy/testing/memory-keys.js';
import { Vault } from '@redress/privacy/vault.js';

const contact = { name: '王芳', phone: '13800000000' };
const data = { contact, notes: ['电话', '来访\u0000'], amount: '100.00' };
const paths: readonly SensitivePath[] = [
  { path: 'contact', of: 'person' },
  { path: 'notes[]', of: 'text' },
];

/** Sealed fields over any store: the chain covers what is sealed, so that it outlives the key. */
export function privacyProperties({ store }: ContractAdapter): Property[] {
  const write = async (keys: MemoryKeys) => {
    const stream = `${freshCategory()}-${randomUUID()}`;
    const events = [sampleEvent(data), sampleEvent({ ...data, amount: '200.00' })];
    const sealed = await new Vault(keys).sealed(stream, events, () => paths, data);
    return { stream, recorded: assertAppended(await store().append(stream, 'none', sealed)) };
  };
  const keyAt = (value: unknown) => (value as SealedValue).key;

  return [
    {
      number: 66,
      name: 'sealed fields are not in the log, open with their keys, and are erased when a key is destroyed; the chain verifies on',
      run: async () => {
        const keys = new MemoryKeys();
        const { stream, recorded } = await write(keys);
        const text = JSON.stringify(await store().readStream(stream));
        for (const secret of [contact.name, contact.phone, '电话']) assert.ok(!text.includes(secret));
        const opened = async () =>
          new Vault(keys).opened(
            stream,
            (await store().readStream(stream)).map((event) => event.data),
          );
        assert.deepEqual(await opened(), [data, { ...data, amount: '200.00' }]);

        const [firstNote] = recorded[0]!.data.notes as unknown[];
        keys.destroy(keyAt(firstNote));
        assert.deepEqual((await opened())[0], { ...data, notes: [erased, data.notes[1]] });
        keys.destroy(keyAt(recorded[0]!.data.contact));
        assert.deepEqual(
          (await opened()).map((one) => [one.contact, one.amount]),
          [
            [erased, '100.00'],
            [erased, '200.00'],
          ],
        );
        const after = await store().readStream(stream);
        assert.deepEqual(after, recorded);
        assert.deepEqual(verifyStream(after), { ok: true, events: 2 });
        assertAppended(await store().append(stream, 'exists', [sampleEvent()]));
        assert.deepEqual(verifyStream(await store().readStream(stream)), { ok: true, events: 3 });
      },
    },
    {
      number: 67,
      name: 'another key in the place of the right one, or a seal moved elsewhere, fails by a typed error',
      run: async () => {
        const { stream, recorded } = await write(new MemoryKeys());
        const wrong = new Vault({
          take: () => Promise.reject(new Error('nothing is sealed here')),
          find: (ids) => Promise.resolve(new Map(ids.map((id) => [id, randomBytes(32)]))),
        });
        await assert.rejects(wrong.opened(stream, recorded[0]!.data), BrokenSealError);
        const keys = new MemoryKeys();
        const other = await write(keys);
        const vault = new Vault(keys);
        await assert.rejects(vault.opened(`${other.stream}0`, other.recorded[0]!.data), BrokenSealError);
      },
    },
  ];
}
