import type { ClientBase } from 'pg';
import { fault, positionOf, type Fault } from './fault.js';
import { KEPT_EVERY, readNodes, TreeTables } from './tree-tables.js';
import { CompactRange } from './tree.js';

const HIGHEST_LEVEL = 48;

/** Compares the nodes which are kept with those the events give. */
export class KeptNodesCheck {
  private kept: ReadonlyMap<number, string> = new Map();
  private readonly above = new Map<number, ReadonlyMap<number, string>>();
  private differing: { readonly level: number; readonly index: number } | null = null;

  constructor(private readonly client: ClientBase) {}

  /** Before the events after `from` up to `to` are looked at. The upper levels are few and come at once. */
  async load(from: number, to: number): Promise<void> {
    if (this.above.size === 0)
      for (let level = 2 * KEPT_EVERY; level <= HIGHEST_LEVEL; level += KEPT_EVERY)
        this.above.set(level, await readNodes(this.client, level, 0, 2 ** (HIGHEST_LEVEL - level)));
    const leaves = 2 ** KEPT_EVERY;
    this.kept = await readNodes(this.client, KEPT_EVERY, Math.floor(from / leaves), Math.ceil(to / leaves));
  }

  readonly completed = (level: number, index: number, hash: string): void => {
    if (level % KEPT_EVERY !== 0 || this.differing !== null) return;
    const kept = (level === KEPT_EVERY ? this.kept : this.above.get(level))?.get(index);
    if (kept !== undefined && kept !== hash) this.differing = { level, index };
  };

  /**
   * A node which differs from the events tells which of the two was changed when a signed root is at hand: where the
   * kept nodes still give it, the change lies in the events below that node; otherwise nothing more can be said.
   */
  async conclude(faults: readonly Fault[]): Promise<readonly Fault[]> {
    if (this.differing === null) return faults;
    const { level, index } = this.differing;
    const range = { position: positionOf(index * 2 ** level + 1), lastPosition: positionOf((index + 1) * 2 ** level) };
    const unsigned = faults.find(({ what }) => what === 'headDiffers');
    if (unsigned?.head == null) return [...faults, fault('treeNodeDiffers', range)];
    const { size, rootHash } = unsigned.head.head;
    const keptRoot = (await CompactRange.over(new TreeTables(this.client), size)).root();
    if (keptRoot !== rootHash) return faults;
    return faults.map((found) => (found === unsigned ? { ...found, ...range } : found));
  }
}
