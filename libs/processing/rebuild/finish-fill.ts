import type { Pool } from 'pg';
import { escapeIdentifier } from 'pg';
import { keyOf } from '../checkpoint.js';
import { countAnew } from '../counts.js';
import { mergeRows } from '../fold-page.js';
import { publishedTables, type ProjectionDefinition, type ViewBuild } from '../projection.js';
import type { ReferenceHistory } from '../reference-history.js';
import { allSlots } from '../slots.js';
import { inTransaction } from '../transaction.js';
import { ViewWriter } from '../write-page.js';
import type { BegunFill } from './lanes.js';

/** The rows of the law, the counts, keys and indexes, and a checkpoint a slot: the build can follow the log. */
export async function finishFill(
  pool: Pool,
  definition: ProjectionDefinition,
  build: ViewBuild,
  { to, indexes }: BegunFill,
  history: ReferenceHistory,
): Promise<void> {
  await inTransaction(pool, async (client) => {
    await client.query(`SET LOCAL search_path TO ${escapeIdentifier(build.schema)}`);
    await client.query(`SET LOCAL maintenance_work_mem = '256MB'; SET LOCAL work_mem = '64MB'`);
    // Counted before there are keys to be kept in order: a key takes longer than what it is made for.
    await countAnew(client, definition);
    // They carry the name of the schema themselves; a build which was cut off finds them in the register.
    for (const ddl of indexes) await client.query(ddl);
    if (definition.referenceRows !== undefined) {
      const rows = mergeRows(history.upTo(to).map((event) => definition.referenceRows!(event)));
      await new ViewWriter(definition, build).writeReferenceRows(client, rows);
    }
    await client.query(
      `INSERT INTO processing.checkpoints (view, version, build, slot, position)
       SELECT $1, $2, $3, slot, $4 FROM unnest($5::integer[]) AS slot`,
      [...keyOf(build), to, allSlots],
    );
    await client.query(
      `UPDATE processing.builds SET state = 'following', indexes = NULL WHERE view = $1 AND version = $2 AND build = $3`,
      keyOf(build),
    );
    await client.query(`ANALYZE ${publishedTables(definition).join(', ')}`);
  });
}
