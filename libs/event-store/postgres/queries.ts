/** recorded_at as text: a JavaScript Date would lose the microseconds. */
const COLUMNS = 'position, stream, revision, id, type, schema, data, meta, hash, recorded_at::text AS recorded_at';

/** $1 after position, $2 limit. */
export const READ_ALL = `SELECT ${COLUMNS} FROM es.events WHERE position > $1::bigint ORDER BY position LIMIT $2`;

/**
 * $1 after position, $2 limit, $3 categories. Each category is read by its index up to the page, so that a rare one
 * never costs a walk through the log.
 */
export const READ_CATEGORIES = `SELECT ${COLUMNS} FROM es.events WHERE position IN (
    SELECT of_category.position FROM unnest($3::text[]) AS wanted CROSS JOIN LATERAL (
      SELECT position FROM es.events WHERE category = wanted AND position > $1::bigint ORDER BY position LIMIT $2
    ) AS of_category ORDER BY of_category.position LIMIT $2)
  ORDER BY position`;

/** $1 stream, $2 and $3 lowest and highest revision, $4 limit (null: none). */
export const READ_STREAM = {
  forwards: readStream('ASC'),
  backwards: readStream('DESC'),
};

/** $1 event ids. */
export const READ_BY_IDS = `SELECT ${COLUMNS} FROM es.events WHERE id = ANY($1::uuid[]) ORDER BY position`;

export const READ_STREAM_HEAD = 'SELECT revision, hash FROM es.streams WHERE stream = $1';

export const READ_HEAD = 'SELECT position FROM es.counter';

/** $1 stream, $2 and $3 the head's revision and hash (null: no stream), $4 to $9 the events, an array a column. */
export const APPEND = 'SELECT last_position, at::text FROM es.append($1, $2, $3, $4, $5, $6, $7, $8, $9)';

function readStream(order: 'ASC' | 'DESC'): string {
  return `SELECT ${COLUMNS} FROM es.events
    WHERE stream = $1 AND revision >= $2::bigint AND revision <= $3::bigint ORDER BY revision ${order} LIMIT $4`;
}
