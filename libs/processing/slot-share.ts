import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import { releaseLeases, takeLeases, type Lease } from './lease.js';
import type { ProjectionDefinition } from './projection.js';
import { allSlots, SLOTS } from './slots.js';

/** A worker which has not been heard of for so long loses its slots to the others. */
const LEASE_SECONDS = 10;
const RENEW_MS = 2_500;

/**
 * The slots of a view which one worker works on: all of them when it is alone, otherwise an equal share. A worker which
 * comes gets slots which others give up for it; those of a worker which is gone are taken over when its leases have
 * lapsed. Workers which know another version of the view do not count.
 */
export class SlotShare {
  private readonly scope: string;
  private held: ReadonlyMap<number, Lease> = new Map();
  private readonly stopping = new AbortController();
  private running: Promise<void> | null = null;

  constructor(
    private readonly pool: Pool,
    { name, version }: Pick<ProjectionDefinition, 'name' | 'version'>,
    private readonly owner: string,
  ) {
    this.scope = `${name} v${version}`;
  }

  leases(): ReadonlyMap<number, Lease> {
    return this.held;
  }

  /** Keeps the share until stopped. `onChange` is called when there is other work to do, `onError` when a renewal failed. */
  keep(onChange: () => void, onError: (error: unknown) => void): void {
    this.running ??= (async () => {
      while (!this.stopping.signal.aborted) {
        const before = [...this.held.keys()].join();
        await this.renew().catch(onError);
        if ([...this.held.keys()].join() !== before) onChange();
        await pause(RENEW_MS, undefined, { signal: this.stopping.signal }).catch(ignoreAbort);
      }
    })();
  }

  /** Prolongs what is held, gives up what is more than a share, and takes what is free up to it. */
  async renew(): Promise<void> {
    const share = Math.ceil(SLOTS / (await this.countWorkers()));
    const kept = await this.take([...this.held.keys()].slice(0, share));
    const surplus = [...this.held].filter(([slot]) => !kept.has(slot)).map(([, lease]) => lease);
    // A processor still at work on one of these is fenced off by whoever takes it.
    this.held = kept;
    await releaseLeases(this.pool, surplus);
    if (surplus.length > 0 || kept.size >= share) return;
    const taken = await this.take(
      await this.free(
        allSlots.filter((slot) => !kept.has(slot)),
        share - kept.size,
      ),
    );
    this.held = new Map([...kept, ...taken]);
  }

  /** Gives everything up, so that nobody need wait for the leases to lapse. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
    const own = [...this.held.values()];
    this.held = new Map();
    const worker = await takeLeases(this.pool, [this.workerName()], this.owner, LEASE_SECONDS);
    await releaseLeases(this.pool, [...own, ...worker]);
  }

  /** The workers which share these slots, this one among them. */
  private async countWorkers(): Promise<number> {
    await takeLeases(this.pool, [this.workerName()], this.owner, LEASE_SECONDS);
    const { rows } = await this.pool.query<{ workers: number }>(
      `SELECT count(*)::integer AS workers FROM processing.leases
       WHERE starts_with(name, $1) AND expires_at > clock_timestamp()`,
      [`${this.scope}/worker/`],
    );
    return Math.max(1, rows[0]!.workers);
  }

  private async free(among: readonly number[], count: number): Promise<readonly number[]> {
    const { rows } = await this.pool.query<{ slot: number }>(
      `SELECT slot FROM unnest($2::integer[]) AS slot
       WHERE NOT EXISTS (SELECT 1 FROM processing.leases
         WHERE name = $1 || '/' || slot AND owner <> $4 AND expires_at > clock_timestamp())
       ORDER BY slot LIMIT $3`,
      [this.scope, among, count, this.owner],
    );
    return rows.map(({ slot }) => slot);
  }

  private async take(slots: readonly number[]): Promise<ReadonlyMap<number, Lease>> {
    const names = new Map(slots.map((slot) => [`${this.scope}/${slot}`, slot]));
    const leases = names.size === 0 ? [] : await takeLeases(this.pool, [...names.keys()], this.owner, LEASE_SECONDS);
    return new Map(leases.map((lease) => [names.get(lease.name)!, lease]));
  }

  private workerName(): string {
    return `${this.scope}/worker/${this.owner}`;
  }
}

function ignoreAbort(error: Error): void {
  if (error.name !== 'AbortError') throw error;
}
