import type { StreamName } from '@redress/event-store/port.js';
import { holdingsOf, type Holding } from '../followed-case/holdings.js';
import { instantOf } from '../instants.js';
import type { Past } from '../followed-case/past.js';
import { evolveFollowed, type FollowedCase } from '../followed-case/followed-case.js';
import { learned } from '../followed-case/two-times.js';
import { reader, type Database } from '../reader.js';
import { filedCase } from './filed-case.js';

/** Who held a case up to E, by what was known at K; none where it had not been lodged. */
export async function caseHoldings(
  db: Database,
  stream: StreamName,
  caseId: string,
  { asOf, knownAt }: Past,
): Promise<readonly Holding[]> {
  const { events } = await filedCase(reader(db), stream, caseId);
  const [until, known] = [instantOf(asOf), instantOf(knownAt)];
  const state = events
    .filter(({ recordedAt }) => instantOf(recordedAt) <= known)
    .reduce<FollowedCase | null>(evolveFollowed, null);
  if (state === null) return [];
  const moments = learned(state).at(-1)?.moments ?? [];
  return holdingsOf(moments.filter(({ from }) => from <= until));
}
