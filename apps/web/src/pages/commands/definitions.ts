import { evidenceKinds } from '../lodge/evidence-kinds.js';

/** The forms of the commands as data: a field says what it holds, the kit knows how it is typed and read. */
export type FieldSpec = FieldHolding & {
  /** What a field left empty is sent as; without it the field must be filled in. */
  readonly empty?: 'null' | 'leftOut';
};

type FieldHolding =
  | {
      readonly kind: 'text' | 'longText' | 'money' | 'date' | 'number' | 'creditCode' | 'yesNo' | 'promise';
      readonly name: string;
    }
  /** Part of the command which this form leaves as it is in the file: sent as null, not shown. */
  | { readonly kind: 'leftAsIs'; readonly name: string }
  /** One a line in a box; a list of texts. */
  | { readonly kind: 'names'; readonly name: string }
  /** `texts` is where the names of the options stand among the common texts. */
  | { readonly kind: 'choice'; readonly name: string; readonly texts?: string; readonly options: readonly string[] }
  | { readonly kind: 'office' | 'anyOffice' | 'officer' | 'mediator' | 'instalment'; readonly name: string }
  /** A ground by its code: those named here, and those of the operator's own for the kind of case. */
  | {
      readonly kind: 'ground';
      readonly name: string;
      readonly codes: readonly string[];
      readonly use: 'termination' | 'nonAcceptance' | 'pause';
    }
  /** An entry of the case's timeline, of this type where one is named. */
  | { readonly kind: 'entry'; readonly name: string; readonly type: string | null }
  /** What can be corrected of the entry which another field of the form names. */
  | { readonly kind: 'fact'; readonly name: string; readonly of: string }
  | { readonly kind: 'group'; readonly name: string; readonly fields: readonly FieldSpec[] }
  /** Name and telephone, both or neither. */
  | { readonly kind: 'contact'; readonly name: string }
  | { readonly kind: 'list'; readonly name: string; readonly fields: readonly FieldSpec[]; readonly least: 0 | 1 };

export interface CommandForm {
  readonly fields: readonly FieldSpec[];
  /** An officer's act may have taken effect earlier than it is recorded (invariant 15). */
  readonly backdated: boolean;
  /** It ends the matter, or turns it away: said so before it is done. */
  readonly ends?: true;
}

const reason: FieldSpec = { kind: 'longText', name: 'reason' };

export const commandForms = {
  accept: { fields: [], backdated: true },
  requestSupplement: {
    fields: [
      {
        kind: 'list',
        name: 'defects',
        fields: [
          { kind: 'text', name: 'item' },
          { kind: 'longText', name: 'what' },
        ],
        least: 1,
      },
    ],
    backdated: true,
  },
  decline: {
    fields: [
      {
        kind: 'choice',
        name: 'ground',
        texts: 'declineGround',
        options: ['notAPurchase', 'otherForum', 'otherByLaw'],
      },
      reason,
    ],
    backdated: true,
    ends: true,
  },
  transfer: {
    fields: [
      { kind: 'office', name: 'office' },
      { kind: 'text', name: 'ground' },
    ],
    backdated: true,
  },
  receiveMaterials: { fields: [], backdated: true },
  assignMediator: { fields: [{ kind: 'mediator', name: 'mediator' }], backdated: true },
  recordReply: {
    fields: [
      { kind: 'longText', name: 'statement' },
      { kind: 'money', name: 'admitted' },
      { kind: 'contact', name: 'contact' },
    ],
    backdated: true,
  },
  holdMediation: {
    fields: [
      { kind: 'text', name: 'place' },
      { kind: 'names', name: 'attendees' },
      { kind: 'longText', name: 'minutes' },
      { kind: 'choice', name: 'outcome', texts: 'mediationOutcome', options: ['agreed', 'adjourned', 'failed'] },
    ],
    backdated: true,
  },
  agreeSettlement: {
    fields: [
      { kind: 'money', name: 'total' },
      {
        kind: 'list',
        name: 'instalments',
        fields: [
          { kind: 'date', name: 'dueOn' },
          { kind: 'money', name: 'amount' },
        ],
        least: 1,
      },
      { kind: 'longText', name: 'terms' },
    ],
    backdated: true,
  },
  recordPayment: {
    fields: [
      { kind: 'money', name: 'amount' },
      { kind: 'instalment', name: 'instalment' },
      {
        kind: 'choice',
        name: 'method',
        texts: 'method',
        options: ['bankTransfer', 'bill', 'electronicCertificate', 'cash', 'other'],
      },
      { kind: 'text', name: 'reference' },
    ],
    backdated: true,
  },
  extendHandling: { fields: [{ kind: 'number', name: 'totalDays' }, reason], backdated: true },
  issueResult: {
    fields: [
      {
        kind: 'choice',
        name: 'outcome',
        texts: 'outcome',
        options: ['paidInFull', 'settled', 'partlyPaid', 'notSettled', 'unfounded'],
      },
      { kind: 'longText', name: 'summary' },
    ],
    backdated: true,
  },
  feedBack: {
    fields: [
      { kind: 'choice', name: 'to', texts: 'recipient', options: ['complainant', 'acceptingAuthority'] },
      { kind: 'text', name: 'how' },
    ],
    backdated: true,
  },
  terminate: {
    fields: [
      {
        kind: 'choice',
        name: 'ground',
        texts: 'terminationGround',
        options: [
          'takenToCourtOrArbitration',
          'falseComplaint',
          'paidOutsideTheCase',
          'complainantUnreachable',
          'other',
        ],
      },
      reason,
    ],
    backdated: true,
    ends: true,
  },
  supplyMaterials: {
    fields: [
      { kind: 'longText', name: 'statement' },
      {
        kind: 'list',
        name: 'evidence',
        fields: [
          {
            kind: 'choice',
            name: 'kind',
            texts: 'evidenceKind',
            options: evidenceKinds,
          },
          { kind: 'text', name: 'title' },
          { kind: 'text', name: 'reference' },
        ],
        least: 0,
      },
      { kind: 'leftAsIs', name: 'respondent' },
    ],
    backdated: true,
  },
  withdraw: { fields: [reason], backdated: true, ends: true },
} as const satisfies Readonly<Record<string, CommandForm>>;

export type FormCommand = keyof typeof commandForms;

export function formOf(command: string): CommandForm | null {
  return command in commandForms ? commandForms[command as FormCommand] : null;
}

/** Whoever may not say on which day the act took effect acts for itself: neither that is asked, nor whose act it is. */
export function askedOf({ dated }: { readonly dated: boolean }, form: CommandForm): CommandForm {
  if (dated) return form;
  return { ...form, backdated: false, fields: form.fields.filter(({ name, empty }) => name !== 'by' || !empty) };
}
