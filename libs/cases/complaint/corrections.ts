import type { Refusal } from '../shared/decision.js';
import { money } from '../shared/money.js';
import type { EventOnFile } from '../shared/procedure/on-file.js';
import {
  creditCode,
  day,
  faultOfForm,
  fieldAt,
  newFault,
  reread,
  sharedFields,
  sum,
  text,
  textAt,
  type CorrectableFields,
} from '../shared/reading.js';
import { faultsOfComplaint } from './complaint-rules.js';
import type { Complaint } from './complaint.js';
import type { ChargeCheck } from './findings.js';

/** What can be read anew of the lodging: who the parties are, what was charged and promised. */
export const correctable: CorrectableFields = {
  ...sharedFields,
  ComplaintLodged: {
    'complaint.complainant.name': text(200),
    'complaint.complainant.address': text(500),
    'complaint.respondent.name': text(200),
    'complaint.respondent.creditCode': creditCode,
    'complaint.respondent.address': text(500),
    'complaint.title': text(300),
    'complaint.charges[].item': text(300),
    'complaint.charges[].chargedOn': day,
    'complaint.charges[].amount': sum,
    'complaint.policy.title': text(300),
    'complaint.policy.documentNumber': text(100),
    'complaint.policy.issuer': text(200),
  },
};

interface Reread {
  readonly complaint: Complaint;
  readonly respondentNamedSince: boolean;
  readonly lodgedOn: string;
  readonly findings: { readonly charges: readonly ChargeCheck[] };
}

/** The complaint with another reading; a respondent named since, in a supplement, is not the one of the lodging. */
export function complaintRead({ complaint, respondentNamedSince }: Reread, field: string, is: string): Complaint {
  if (respondentNamedSince && field.startsWith('complaint.respondent.')) return complaint;
  const form = fieldAt(correctable, 'ComplaintLodged', field)?.form;
  return form === undefined
    ? complaint
    : reread({ complaint }, field, form === 'money' ? (money(is) ?? is) : is).complaint;
}

/** What the form asks, and what a complaint is asked for when it is lodged; a sum that was checked against the list stays. */
export function faultOfReading(file: Reread, { type }: EventOnFile, field: string, is: string): Refusal | null {
  const fault = faultOfForm(correctable, type, field, is);
  if (fault || type in sharedFields) return fault;
  if (textAt(file, field) === null || isChecked(file, field)) return { code: 'notCorrectable' };
  const { complaint, lodgedOn } = file;
  return newFault(faultsOfComplaint(complaint, lodgedOn), faultsOfComplaint(complaintRead(file, field, is), lodgedOn));
}

function isChecked({ findings }: Reread, field: string): boolean {
  const at = /^complaint\.charges\[(\d+)\]\.amount$/.exec(field)?.[1];
  return at !== undefined && findings.charges.some(({ charge }) => charge === Number(at) + 1);
}
