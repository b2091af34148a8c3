import type { OfficeRef, PersonRef } from '@redress/cases/shared/reference.js';
import { plainDate, type PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import { summaryOf, type FollowedCase, type Step } from '../followed-case/followed-case.js';

interface Handover {
  readonly event: string;
  readonly from: PersonRef;
  readonly to: PersonRef;
  readonly on: PlainDate;
  readonly withLeave: boolean;
}

/** Who has answered for a case to the complainant, one after the other. */
export interface Answered {
  /** Of the naming that stands; null while nobody answers for it. */
  readonly named: { readonly officer: PersonRef; readonly office: OfficeRef; readonly on: PlainDate } | null;
  readonly contactedOn: PlainDate | null;
  readonly handovers: readonly Handover[];
}

/** Who may give leave: 首接 is theirs who have it, and passes on by the word of those above them. */
const mayGiveLeave: ReadonlySet<string> = new Set(['departmentHead', 'supervisor', 'operator']);

export function answeredIn({ steps }: FollowedCase): Answered {
  let answered: Answered = { named: null, contactedOn: null, handovers: [] };
  for (const { folded, role } of steps) answered = after(answered, folded, role);
  return answered;
}

function after(before: Answered, { id, type, data, on: day }: Step['folded'], role: string): Answered {
  const on = day as PlainDate;
  if (type === 'FirstContactMade') return { ...before, contactedOn: before.contactedOn ?? on };
  if (type !== 'FirstContactNamed') return before;
  const { officer, office, previous } = data as unknown as {
    readonly officer: PersonRef;
    readonly office: OfficeRef;
    readonly previous: PersonRef | null;
  };
  const named = { officer, office, on };
  if (previous === null) return { ...before, named };
  const handover = { event: id, from: previous, to: officer, on, withLeave: mayGiveLeave.has(role) };
  return { ...before, named, handovers: [...before.handovers, handover] };
}

/** The day from which the contact is due: of receipt, for whoever took the case in answers for it from then on. */
export function receivedOn(answered: FollowedCase): PlainDate {
  return plainDate(summaryOf(answered).lodgedOn);
}
