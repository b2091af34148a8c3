import type { Past } from '../followed-case/past.js';
import type { Parameters } from '../reader.js';

/**
 * SQL: the ids of the cases of which nothing can be told as known at K, for an event recorded by then could not be applied
 * (invariant 9). What was known before it stays as it was.
 */
export function parkedThen({ knownAt }: Past, parameters: Parameters): string {
  return `SELECT substr(stream, strpos(stream, '-') + 1) FROM views.parked_streams
    WHERE view = 'history' AND recorded_at <= ${parameters.add(knownAt)}::timestamptz`;
}
