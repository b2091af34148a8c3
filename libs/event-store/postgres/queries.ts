/** recorded_at as text: a JavaScript Date would lose the microseconds. The hash as hex: it is what a reader gets. */
const COLUMNS =
  "position, stream, revision, id, type, schema, data, meta, encode(hash, 'hex') AS hash, recorded_at::text AS recorded_at";

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

/** $1 streams. */
export const READ_HEADS = 'SELECT stream, revision, hash FROM es.streams WHERE stream = ANY($1::text[])';

export const READ_HEAD = 'SELECT position FROM es.counter';

/** $1 stream, $2 and $3 its head (null: no stream), $4 and $5 its next head, $6 to $12 the events, an array a column. */
export const APPEND =
  'SELECT last_position, at::text FROM es.append($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)';

/** The same for one event, whose revision and hash are $4 and $5: $6 to $10 its other columns, $11 whether to wake the followers. */
export const APPEND_EVENT = {
  name: 'es-append-event',
  text: 'SELECT es.append_event($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)',
};

/** $1 to $5 the same for each command, an array a column; $6 the stream of each event, $7 to $13 the events. */
export const APPEND_GROUP =
  'SELECT last_position, at::text, refused FROM es.append_group($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)';

function readStream(order: 'ASC' | 'DESC'): string {
  return `SELECT ${COLUMNS} FROM es.events
    WHERE stream = $1 AND revision >= $2::bigint AND revision <= $3::bigint ORDER BY revision ${order} LIMIT $4`;
}
