import type {
  DispatchObjection,
  DocumentOnFile,
  EventOnFile,
  JointHandling,
  OutcomeObjection,
  Pause,
  RatingOnFile,
} from './on-file.js';

/** What on the file has a day, each by the event by which it came. */
interface Dated {
  readonly events: readonly EventOnFile[];
  readonly contactedOn: string | null;
  readonly contactedBy: string | null;
  readonly joint: JointHandling | null;
  readonly dispatchObjection: DispatchObjection | null;
  readonly satisfaction: RatingOnFile | null;
  readonly outcomeObjections: readonly OutcomeObjection[];
  readonly documents: readonly DocumentOnFile[];
  readonly pauses: readonly Pause[];
}

/** The file once the day of an event was corrected: every day that came by it reads as the correction does. */
export function redated<File extends Dated>(procedure: File, id: string, on: string): File {
  const { contactedBy, joint, dispatchObjection, satisfaction } = procedure;
  const came = <T extends { readonly event: string; readonly on: string }>(one: T): T =>
    one.event === id ? { ...one, on } : one;
  return {
    ...procedure,
    events: procedure.events.map((event): EventOnFile => (event.id === id ? { ...event, on } : event)),
    contactedOn: contactedBy === id ? on : procedure.contactedOn,
    joint: joint && came(joint),
    dispatchObjection: dispatchObjection && came(dispatchObjection),
    satisfaction: satisfaction && came(satisfaction),
    outcomeObjections: procedure.outcomeObjections.map(came),
    documents: procedure.documents.map((one) => ({
      ...one,
      issuedOn: one.event === id ? on : one.issuedOn,
      servedOn: one.servedBy === id ? on : one.servedOn,
    })),
    pauses: procedure.pauses.map((one) => ({
      ...one,
      from: one.event === id ? on : one.from,
      to: one.endedBy === id ? on : one.to,
    })),
  };
}

/** Ends the open pause of this ground, or of every ground, by an event of this day. */
export function resumed(
  pauses: readonly Pause[],
  { id, on }: Pick<EventOnFile, 'id' | 'on'>,
  ground?: string,
): readonly Pause[] {
  return pauses.map((pause) =>
    pause.to === null && (ground === undefined || pause.ground === ground) ? { ...pause, to: on, endedBy: id } : pause,
  );
}
