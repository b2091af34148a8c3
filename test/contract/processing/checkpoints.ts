import { claimSlots, LostSlotsError, moveSlots, type Checkpoint } from '@redress/processing/checkpoint.js';
import { releaseLease, takeLease } from '@redress/processing/lease.js';
import { slotOf } from '@redress/processing/slots.js';
import { inTransaction } from '@redress/processing/transaction.js';
import { record, tally } from '@redress/processing/testing/tally.js';
import type { Position } from '@redress/event-store/port.js';
import { follower, type Opened, type ProcessingProperty } from './adapter.js';

/** A turn at every slot, and what moves it from where the turn believes it stands. */
async function turn(opened: Opened) {
  const worker = await follower(opened);
  const { pool } = opened.database;
  const held = await claimSlots(pool, worker.build, worker.share.leases());
  const move = (from: readonly Checkpoint[], position: string) =>
    inTransaction(pool, (client) =>
      moveSlots(client, worker.build, from, { position: position as Position, anewTo: null, anewAfter: null }),
    );
  const at = (position: string) => held.map((checkpoint) => ({ ...checkpoint, position: position as Position }));
  return { worker, held, move, at };
}

async function positions({ database }: Opened): Promise<readonly string[]> {
  const { rows } = await database.pool.query<{ position: string }>(
    'SELECT DISTINCT position FROM processing.checkpoints WHERE version = 1',
  );
  return rows.map(({ position }) => position);
}

export const checkpointProperties: readonly ProcessingProperty[] = [
  {
    number: 51,
    name: 'a checkpoint moves from where it is believed to stand, and is refused from before and from ahead',
    async run(opened) {
      const { held, move, at } = await turn(opened);
      await move(held, '3');
      expect(await positions(opened)).toEqual(['3']);
      await move(at('3'), '3');
      await move(at('3'), '5');
      await expect(move(at('3'), '6')).rejects.toThrow(LostSlotsError);
      await expect(move(at('7'), '8')).rejects.toThrow(LostSlotsError);
      expect(await positions(opened)).toEqual(['5']);
    },
  },
  {
    number: 52,
    name: 'slots, and versions of a view, go on each by itself',
    async run(opened) {
      await record(opened.store, ['claim-a', 'claim-b', 'claim-c']);
      const worker = await follower(opened);
      const only = new Map([...worker.share.leases()].filter(([slot]) => slot === slotOf('claim-a')));
      await worker.processor.step(only);
      expect((await positions(opened)).length).toBe(2);
      const next = await follower(opened, 'next', 5, { ...tally, version: 2 });
      await next.catchUp();
      const { rows } = await opened.database.pool.query<{ version: number; behind: number }>(
        `SELECT version, count(*) FILTER (WHERE position = 0)::integer AS behind FROM processing.checkpoints GROUP BY 1
         ORDER BY 1`,
      );
      expect(rows.at(-1)).toEqual({ version: 2, behind: 0 });
    },
  },
  {
    number: 55,
    name: 'a checkpoint goes back only by one who knows where it stands',
    async run(opened) {
      const { held, move, at } = await turn(opened);
      await move(held, '9');
      await expect(move(at('8'), '2')).rejects.toThrow(LostSlotsError);
      expect(await positions(opened)).toEqual(['9']);
      await move(at('9'), '2');
      expect(await positions(opened)).toEqual(['2']);
    },
  },
  {
    number: 56,
    name: 'a lease is the first one’s until released or lapsed; its owner prolongs it, and nobody steals it',
    async run({ database: { pool } }) {
      const take = (owner: string, seconds = 60) => takeLease(pool, 'contract', owner, seconds);
      const first = (await take('one'))!;
      expect(await take('two')).toBeNull();
      expect(await take('two', 0)).toBeNull();
      expect(await take('one')).toMatchObject({ token: first.token });
      await releaseLease(pool, first);
      expect(await take('two')).not.toBeNull();
      expect(await take('one')).toBeNull();
      await pool.query('UPDATE processing.leases SET expires_at = clock_timestamp()');
      expect(await take('one')).toMatchObject({ owner: 'one' });
    },
  },
];
