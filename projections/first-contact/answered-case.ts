import type { OfficeRef, PersonRef } from '@redress/cases/shared/reference.js';
import { plainDate, type PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import { dayInZone } from '@redress/deadlines/calendar/zone-day.js';
import type { RecordedEvent } from '@redress/event-store/port.js';
import { evolveListed, summaryOf, type ListedCase } from '../followed-case/listed-case.js';

interface Handover {
  readonly event: string;
  readonly from: PersonRef;
  readonly to: PersonRef;
  readonly on: PlainDate;
  readonly withLeave: boolean;
}

/** A case with who has answered for it to the complainant, one after the other. */
export interface AnsweredCase extends ListedCase {
  /** Of the naming that stands; null while nobody answers for it. */
  readonly named: { readonly officer: PersonRef; readonly office: OfficeRef; readonly on: PlainDate } | null;
  readonly contactedOn: PlainDate | null;
  readonly handovers: readonly Handover[];
}

/** Who may give leave: 首接 is theirs who have it, and passes on by the word of those above them. */
const mayGiveLeave: ReadonlySet<string> = new Set(['departmentHead', 'supervisor', 'operator']);

export function evolveAnswered(before: AnsweredCase | null, event: RecordedEvent): AnsweredCase | null {
  const listed = evolveListed(before, event);
  if (listed === null) return null;
  const { named = null, contactedOn = null, handovers = [] } = before ?? {};
  const on = dayInZone(event.meta.occurredAt, 'Asia/Shanghai');
  const unchanged = { ...listed, named, contactedOn, handovers };
  if (event.type === 'FirstContactMade') return { ...unchanged, contactedOn: contactedOn ?? on };
  if (event.type !== 'FirstContactNamed') return unchanged;
  const { officer, office, previous } = event.data as unknown as {
    readonly officer: PersonRef;
    readonly office: OfficeRef;
    readonly previous: PersonRef | null;
  };
  const handover = previous && {
    event: event.id,
    from: previous,
    to: officer,
    on,
    withLeave: mayGiveLeave.has(event.meta.actor.role),
  };
  return {
    ...unchanged,
    named: { officer, office, on },
    handovers: handover === null ? handovers : [...handovers, handover],
  };
}

/** The day from which the contact is due: of receipt, for whoever took the case in answers for it from then on. */
export function receivedOn(answered: AnsweredCase): PlainDate {
  return plainDate(summaryOf(answered).lodgedOn);
}
