import type { OfficialAccount } from './account.js';

/** Part of the file under a mark: by the event that is marked, and whose it is. */
export interface MarkedPart {
  readonly event: string;
  readonly revision: string;
  readonly by: 'complainant' | 'respondent' | 'office';
  readonly mark: string;
}

/** Who of the offices has to do with a case. */
interface Concerned {
  readonly acceptingOffice: string;
  readonly handlingOffice: string | null;
  readonly coHandlingOffices: readonly string[];
  readonly firstContact: string | null;
  readonly firstContactOffice: string | null;
  readonly overseer: string | null;
  readonly holder: string | null;
}

/** What stands in `Reach.offices` for one officer, and for the heads of an office. */
const officerToken = (officer: string) => `officer:${officer}`;
const headsToken = (office: string) => `heads:${office}`;

/**
 * Who among the offices reads what bears these marks. Unmarked: every office that has to do with the case. A trade secret
 * or personal information: the office that has it in hand, those which act together with it, the one which watches over
 * it, and the officer who answers for it. A state secret: of these the officer who has it in hand and the heads alone; the
 * whole office while nobody has.
 */
export function circleOf(subject: Concerned, marks: readonly string[]): readonly string[] {
  const { acceptingOffice, handlingOffice, coHandlingOffices, firstContact, firstContactOffice, holder } = subject;
  const watching = subject.overseer === null ? [] : [subject.overseer];
  if (marks.length === 0) {
    const offices = [acceptingOffice, handlingOffice, ...coHandlingOffices, firstContactOffice, ...watching];
    return once(offices.filter((office) => office !== null));
  }
  const holding = handlingOffice ?? acceptingOffice;
  const answering = firstContact === null ? [] : [officerToken(firstContact)];
  if (!marks.includes('stateSecret')) return once([holding, ...coHandlingOffices, ...watching, ...answering]);
  const inHand = holder === null ? [holding] : [officerToken(holder), headsToken(holding)];
  return once([...inHand, ...coHandlingOffices.map(headsToken), ...watching, ...answering]);
}

function once(tokens: readonly string[]): readonly string[] {
  return [...new Set(tokens)];
}

/** What an officer may be named by in a circle. */
export function namesInCircle({ office, officer, isHead }: { office: string; officer: string; isHead: boolean }) {
  return [office, officerToken(officer), ...(isHead ? [headsToken(office)] : [])];
}

/** Whether an official who may read the case may read what in it bears these marks; the supervision always does. */
export function isOfCircle(account: OfficialAccount, subject: Concerned, marks: readonly string[]): boolean {
  if (account.role === 'supervisor') return true;
  const names = namesInCircle({ ...account, isHead: account.role === 'departmentHead' });
  return circleOf(subject, marks).some((one) => names.includes(one));
}
