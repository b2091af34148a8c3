import type { EventOnFile } from './procedure/on-file.js';

/** One step of a track: what other rules than the case's own add to a file, each with clocks of its own. */
export interface TrackStep {
  readonly track: string;
  readonly event: string;
  /** The stages in which it may be taken; `none`: before the track has begun. */
  readonly from: readonly string[];
  readonly to: string;
}

/** How far each track has come, and on which PlainDate; a track that is not there has not begun. */
export type Tracks<Name extends string> = Readonly<
  Partial<Record<Name, { readonly stage: string; readonly on: string }>>
>;

/** The machine of some tracks: what an event makes of them, and whether a step is the next one. */
export function tracksOf<Command extends string, Track extends string>(
  steps: Readonly<Record<Command, TrackStep & { readonly track: Track }>>,
) {
  const ofEvent = new Map(Object.values<TrackStep & { track: Track }>(steps).map((step) => [step.event, step]));
  /** The tracks after an event; the same where it is no step of any. */
  const advanced = (tracks: Tracks<Track>, type: string, on: string): Tracks<Track> => {
    const step = ofEvent.get(type);
    return step ? { ...tracks, [step.track]: { stage: step.to, on } } : tracks;
  };
  /** Whether the track stands where this command goes on from. */
  const inOrder = (name: Command, tracks: Tracks<Track>): boolean => {
    const { track, from } = steps[name];
    return from.includes(tracks[track]?.stage ?? 'none');
  };
  /** The tracks once the day of an event was corrected: the day is that of the last step, as it reads now. */
  const redated = (tracks: Tracks<Track>, events: readonly EventOnFile[], corrected: string): Tracks<Track> => {
    const track = ofEvent.get(events.find(({ id }) => id === corrected)?.type ?? '')?.track;
    const there = track === undefined ? undefined : tracks[track];
    const last = events.findLast(({ type }) => ofEvent.get(type)?.track === track);
    if (track === undefined || there === undefined || last?.id !== corrected) return tracks;
    return { ...tracks, [track]: { ...there, on: last.on } };
  };
  return { advanced, inOrder, redated };
}
