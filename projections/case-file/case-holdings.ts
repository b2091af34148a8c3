import type { EventStore } from '@redress/event-store/port.js';
import { holdingsOf, type Holding } from '../followed-case/holdings.js';
import { instantOf } from '../instants.js';
import type { Past } from '../followed-case/past.js';
import { evolveFollowed, type FollowedCase } from '../followed-case/followed-case.js';
import { learned } from '../followed-case/two-times.js';
import { reader, type Database } from '../reader.js';
import { filedEvents, type FiledStream } from './filed-case.js';

/** Who held a case up to E, by what was known at K; none where it had not been lodged. */
export async function caseHoldings(
  store: EventStore,
  db: Database,
  caseId: string,
  { asOf, knownAt }: Past,
): Promise<readonly Holding[]> {
  const [filed] = await reader(db).prepared<FiledStream>(
    'SELECT stream, s.position FROM views.case_file JOIN views.case_file_subject s USING (stream) WHERE case_id = $1',
    [caseId],
  );
  if (filed === undefined) return [];
  const events = await filedEvents(store, filed);
  const [until, known] = [instantOf(asOf), instantOf(knownAt)];
  const state = events
    .filter(({ recordedAt }) => instantOf(recordedAt) <= known)
    .reduce<FollowedCase | null>(evolveFollowed, null);
  if (state === null) return [];
  const moments = learned(state).at(-1)?.moments ?? [];
  return holdingsOf(moments.filter(({ from }) => from <= until));
}
