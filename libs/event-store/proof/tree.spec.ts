import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { canonicalJson } from '../canonical-json.js';
import { consistencyHolds, EMPTY_ROOT, entryText, inclusionHolds, leafHash, nodeHash } from './merkle.js';
import { CompactRange, consistencyProof, inclusionProof, type TreeNodes } from './tree.js';

/** The inputs and roots which Certificate Transparency's implementations share for RFC 6962: roots over the first 0 to 8 leaves. */
const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

class MemoryNodes implements TreeNodes {
  readonly range = new CompactRange();
  private readonly kept = new Map<string, string>();

  constructor(readonly leaves: readonly string[]) {
    leaves.forEach((leaf, index) => {
      this.kept.set(`0/${index}`, leaf);
      this.range.append(leaf, (level, at, hash) => this.kept.set(`${level}/${at}`, hash));
    });
  }

  node(level: number, index: number): Promise<string> {
    const hash = this.kept.get(`${level}/${index}`);
    return hash === undefined ? Promise.reject(new Error(`no node ${level}/${index}`)) : Promise.resolve(hash);
  }
}

/** The definition of RFC 6962, 2.1, word for word. */
function merkleTreeHash(leaves: readonly string[]): string {
  if (leaves.length === 0) return EMPTY_ROOT;
  if (leaves.length === 1) return leaves[0]!;
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return nodeHash(merkleTreeHash(leaves.slice(0, k)), merkleTreeHash(leaves.slice(k)));
}

const leavesOf = (count: number, salt = '') => Array.from({ length: count }, (_, n) => leafHash(`${salt}${n}`));

describe('The tree', () => {
  it('has the roots which are known for RFC 6962', () => {
    const range = new CompactRange();
    expect(range.root()).toBe(roots[0]);
    inputs.forEach((hex, n) => {
      range.append(
        createHash('sha256')
          .update(Buffer.from(`00${hex}`, 'hex'))
          .digest('hex'),
      );
      expect(range.root()).toBe(roots[n + 1]);
    });
  });

  it('hashes leaves and nodes with the prefixes of RFC 6962', () => {
    expect(leafHash('')).toBe(roots[1]);
    expect(nodeHash(leafHash(''), leafHash('\0'))).toBe(roots[2]);
  });

  it('covers the canonical form of position, time and hash', () => {
    const entry = { position: '7', recordedAt: '2026-03-02T01:00:00.000001+00:00', hash: 'ab'.repeat(32) };
    expect(entryText(entry)).toBe(canonicalJson(entry));
  });

  it('has the root of the definition at every size to 70, grown leaf by leaf or taken up at any size', async () => {
    const nodes = new MemoryNodes(leavesOf(70));
    const grown = new CompactRange();
    for (let size = 0; size <= 70; size++) {
      const root = merkleTreeHash(nodes.leaves.slice(0, size));
      expect(grown.root()).toBe(root);
      expect((await CompactRange.over(nodes, size)).root()).toBe(root);
      if (size < 70) grown.append(nodes.leaves[size]!);
    }
  });

  it('has another root when any leaf is altered, dropped or swapped with another', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 200 }), fc.nat(), fc.nat(), (size, a, b) => {
        const leaves = leavesOf(size);
        const root = new MemoryNodes(leaves).range.root();
        const [i, j] = [a % size, b % size];
        expect(new MemoryNodes(leaves.with(i, leafHash('altered'))).range.root()).not.toBe(root);
        expect(new MemoryNodes(leaves.toSpliced(i, 1)).range.root()).not.toBe(root);
        if (i !== j)
          expect(new MemoryNodes(leaves.with(i, leaves[j]!).with(j, leaves[i]!)).range.root()).not.toBe(root);
      }),
    );
  });
});

describe('A proof of inclusion', () => {
  it('holds for every leaf of every tree to 70, and for no other leaf, place, size or root', async () => {
    const nodes = new MemoryNodes(leavesOf(70));
    for (let size = 1; size <= 70; size++) {
      const root = merkleTreeHash(nodes.leaves.slice(0, size));
      for (let index = 0; index < size; index++) {
        const leaf = nodes.leaves[index]!;
        const path = await inclusionProof(nodes, index, size);
        expect(inclusionHolds(leaf, index, size, path, root)).toBe(true);
        expect(inclusionHolds(leafHash('another'), index, size, path, root)).toBe(false);
        expect(inclusionHolds(leaf, index + 1, size, path, root)).toBe(false);
        expect(inclusionHolds(leaf, index, size, path, leafHash('another'))).toBe(false);
        expect(inclusionHolds(leaf, index, size, [...path, leaf], root)).toBe(false);
        if (path.length > 0) expect(inclusionHolds(leaf, index, size, path.slice(1), root)).toBe(false);
      }
    }
  });

  it('does not hold when any of its hashes is altered, and malformed ones are refused', async () => {
    const nodes = new MemoryNodes(leavesOf(37));
    const root = nodes.range.root();
    for (let index = 0; index < 37; index++) {
      const path = await inclusionProof(nodes, index, 37);
      path.forEach((_, at) =>
        expect(inclusionHolds(nodes.leaves[index]!, index, 37, path.with(at, leafHash('x')), root)).toBe(false),
      );
    }
    expect(inclusionHolds(nodes.leaves[0]!, 0, 37, ['zz'], root)).toBe(false);
    expect(inclusionHolds(nodes.leaves[0]!, -1, 37, [], root)).toBe(false);
    await expect(inclusionProof(nodes, 37, 37)).rejects.toThrow(RangeError);
  });
});

describe('A proof of consistency', () => {
  it('holds for every pair of sizes to 40, and for no other root', async () => {
    const nodes = new MemoryNodes(leavesOf(40));
    const root = (size: number) => merkleTreeHash(nodes.leaves.slice(0, size));
    for (let newer = 0; newer <= 40; newer++)
      for (let older = 0; older <= newer; older++) {
        const path = await consistencyProof(nodes, older, newer);
        expect(consistencyHolds(older, newer, root(older), root(newer), path)).toBe(true);
        expect(consistencyHolds(older, newer, leafHash('x'), root(newer), path)).toBe(false);
        if (older > 0) expect(consistencyHolds(older, newer, root(older), leafHash('x'), path)).toBe(false);
        expect(consistencyHolds(older, newer, root(older), root(newer), [...path, root(1)])).toBe(false);
        path.forEach((_, at) =>
          expect(consistencyHolds(older, newer, root(older), root(newer), path.with(at, leafHash('x')))).toBe(false),
        );
      }
  });

  it('does not hold between a history and another one, whatever was rewritten of the first', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 60 }), fc.nat(60), fc.nat(), async (older, more, at) => {
        const leaves = leavesOf(older + more);
        const rewritten = new MemoryNodes(leaves.with(at % older, leafHash('rewritten')));
        const path = await consistencyProof(rewritten, older, older + more);
        const before = merkleTreeHash(leaves.slice(0, older));
        expect(consistencyHolds(older, older + more, before, rewritten.range.root(), path)).toBe(false);
      }),
    );
  });
});
