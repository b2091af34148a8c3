import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import type { RecordedEvent } from '../port.js';
import { consistencyHolds, entryText, inclusionHolds, leafHash } from '../proof/merkle.js';
import { keyIdOf, signatureHolds, signTreeHead, type SignedTreeHead } from '../proof/tree-head.js';
import { CompactRange, consistencyProof, inclusionProof, type TreeNodes } from '../proof/tree.js';
import type { ContractAdapter, Property } from './property.js';
import { freshCategory, freshStream, readOn, sampleEvents } from './samples.js';

/** A tree over events as they are read through the port, whatever keeps them. */
class TreeOfEvents implements TreeNodes {
  readonly range = new CompactRange();
  private readonly nodes = new Map<string, string>();

  constructor(events: readonly RecordedEvent[]) {
    for (const [index, event] of events.entries()) {
      const leaf = leafOf(event);
      this.nodes.set(`0/${index}`, leaf);
      this.range.append(leaf, (level, at, hash) => this.nodes.set(`${level}/${at}`, hash));
    }
  }

  node(level: number, index: number): Promise<string> {
    return Promise.resolve(this.nodes.get(`${level}/${index}`)!);
  }
}

const leafOf = ({ position, recordedAt, hash }: RecordedEvent) => leafHash(entryText({ position, recordedAt, hash }));

export function proofProperties({ store }: ContractAdapter): Property[] {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const signed = (events: readonly RecordedEvent[], tree: TreeOfEvents): SignedTreeHead => {
    const { position, recordedAt } = events.at(-1)!;
    const head = { size: events.length, position, rootHash: tree.range.root(), at: recordedAt };
    return signTreeHead(head, privateKey, keyIdOf(publicKey));
  };

  return [
    {
      number: 70,
      name: 'a signed head covers every event read up to it, and a later head is shown to begin with it',
      run: async () => {
        const [category, start] = [freshCategory(), await store().head()];
        const write = async (count: number) => {
          for (let i = 0; i < count; i++) await store().append(freshStream(category), 'none', sampleEvents(2));
          return readOn(store(), start, 7, [category]);
        };
        const early = await write(7);
        const earlyTree = new TreeOfEvents(early);
        const head = signed(early, earlyTree);
        assert.ok(signatureHolds(head, publicKey));
        for (const [index, event] of early.entries()) {
          const path = await inclusionProof(earlyTree, index, head.size);
          assert.ok(inclusionHolds(leafOf(event), index, head.size, path, head.rootHash));
          const altered = { ...event, recordedAt: `${event.recordedAt.slice(0, -7)}9+00:00` };
          assert.ok(
            altered.recordedAt === event.recordedAt ||
              !inclusionHolds(leafOf(altered), index, head.size, path, head.rootHash),
          );
        }
        const late = await write(6);
        const lateTree = new TreeOfEvents(late);
        const path = await consistencyProof(lateTree, head.size, late.length);
        assert.ok(consistencyHolds(head.size, late.length, head.rootHash, lateTree.range.root(), path));
      },
    },
    {
      number: 70,
      name: 'events removed, swapped or cut off give another root than the one signed; a head altered is no head',
      run: async () => {
        const [category, start] = [freshCategory(), await store().head()];
        for (let i = 0; i < 5; i++) await store().append(freshStream(category), 'none', sampleEvents(1));
        const events = await readOn(store(), start, 7, [category]);
        const head = signed(events, new TreeOfEvents(events));
        const swapped = events.with(1, events[2]!).with(2, events[1]!);
        for (const changed of [events.toSpliced(2, 1), swapped, events.slice(0, 4)])
          assert.notEqual(new TreeOfEvents(changed).range.root(), head.rootHash);
        assert.ok(!signatureHolds({ ...head, size: head.size - 1 }, publicKey));
        assert.ok(!signatureHolds({ ...head, rootHash: '00'.repeat(32) }, publicKey));
      },
    },
  ];
}
