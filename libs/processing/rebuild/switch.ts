import type { Pool } from 'pg';
import { dropSchemas, serveIn, type FoundBuild } from '../builds.js';
import { lockSlots } from '../checkpoint.js';
import { inTransaction } from '../transaction.js';
import type { BuildFollower } from './follow.js';

/** Lets a build serve, at the position of the one before or later, so that nobody sees time go back; and drops that one. */
export async function switchTo(pool: Pool, fresh: BuildFollower, serving: FoundBuild | null): Promise<void> {
  await fresh.toHead();
  const retired = await inTransaction(pool, async (client) => {
    if (serving !== null) await fresh.to(await lockSlots(client, serving));
    return serveIn(client, fresh.build);
  });
  await dropSchemas(pool, retired);
}
