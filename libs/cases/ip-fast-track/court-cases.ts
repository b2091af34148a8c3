import type { Refusal } from '../shared/decision.js';
import { reread } from '../shared/reading.js';
import type { IpEvent } from './events.js';
import type { SuitAgainst, Track } from './route-events.js';

interface CourtCase {
  /** Id of the event by which it came: a correction names it. */
  readonly event: string;
  readonly court: string;
  readonly caseNumber: string;
}

export interface OpenTrack extends CourtCase {
  readonly track: Track;
  readonly open: boolean;
}

export interface Suit extends CourtCase {
  readonly against: SuitAgainst;
  /** The run of the case in which it was brought: a ruling made after a reopening is another. */
  readonly run: number;
}

/** What the courts have of the matter: the linked tracks (三审合一), and the suits. */
export interface CourtCases {
  readonly tracks: readonly OpenTrack[];
  readonly suits: readonly Suit[];
}

/** The courts' cases after one more event, which finds whatever there is (invariant 15). */
export function evolveCourtCases({ tracks, suits }: CourtCases, event: IpEvent, id: string, run: number): CourtCases {
  switch (event.type) {
    case 'TrackOpened':
      return { suits, tracks: [...tracks, { event: id, ...event.data, open: true }] };
    case 'TrackClosed': {
      const closes = sameCase(event.data);
      return { suits, tracks: tracks.map((one) => (closes(one) ? { ...one, open: false } : one)) };
    }
    case 'SuitBrought': {
      const { against, court, caseNumber } = event.data;
      return { tracks, suits: [...suits, { event: id, against, court, caseNumber, run }] };
    }
    default:
      return { tracks, suits };
  }
}

export function sameCase(body: Pick<CourtCase, 'court' | 'caseNumber'>) {
  return (one: Pick<CourtCase, 'court' | 'caseNumber'>) =>
    one.court === body.court && one.caseNumber === body.caseNumber;
}

/** With another reading of the one that came by this event. */
export function courtCasesRead({ tracks, suits }: CourtCases, event: string, field: string, is: string): CourtCases {
  const read = <C extends CourtCase>(one: C): C => (one.event === event ? reread(one, field, is) : one);
  return { tracks: tracks.map(read), suits: suits.map(read) };
}

/** Why a track or a suit cannot be read so; as when it was recorded, each is there once. */
export function faultOfCourtCase(
  before: CourtCases & { readonly adjudication: { readonly ruling: object | null } },
  event: string,
  field: string,
  is: string,
): Refusal | null {
  const { tracks, suits } = courtCasesRead(before, event, field, is);
  const isTwice = (cases: readonly CourtCase[]) =>
    cases.some((one) => one.event === event && cases.filter(sameCase(one)).length > 1);
  if (isTwice(tracks)) return { code: 'trackAlreadyThere' };
  if (isTwice(suits)) return { code: 'suitAlreadyThere' };
  return field === 'against' && is === 'ruling' && !before.adjudication.ruling ? { code: 'noRuling' } : null;
}
