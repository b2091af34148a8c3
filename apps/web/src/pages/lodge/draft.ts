import { newCommandId } from '../../api/client.js';
import { dropHere, keepHere, keptHere } from '../../app/kept-here.js';
import { evidenceKinds } from './evidence-kinds.js';
import type { EvidenceKind, Me } from '../../api/types.js';

export const steps = ['us', 'them', 'money', 'facts', 'evidence', 'check'] as const;
export type Step = (typeof steps)[number];

export const questions = ['sme', 'counterpart', 'purchase', 'overdue', 'noOtherForum'] as const;
export type Question = (typeof questions)[number];

export interface DraftLine {
  readonly description: string;
  readonly deliveredOn: string;
  readonly workAcceptedOn: string;
  readonly agreedDueOn: string;
  readonly amount: string;
  readonly disputed: string;
}

/** A claim as typed so far: everything is text, whether or not it is right yet. */
export interface Draft {
  /** One for this claim, sent with every press of the last button (invariant 4). */
  readonly commandId: string;
  readonly gate: Readonly<Record<Question, string>>;
  readonly complainant: {
    readonly name: string;
    readonly creditCode: string;
    readonly sizeType: string;
    readonly address: string;
    readonly contact: { readonly name: string; readonly phone: string };
  };
  readonly respondent: {
    readonly name: string;
    readonly creditCode: string;
    readonly unitType: string;
    readonly sizeType: string;
    readonly address: string;
    readonly contact: { readonly name: string; readonly phone: string };
  };
  readonly contract: {
    readonly title: string;
    readonly number: string;
    readonly subject: string;
    readonly concludedOn: string;
    readonly payWhenPaid: string;
  };
  readonly lines: readonly DraftLine[];
  readonly interest: string;
  readonly request: string;
  readonly facts: string;
  /** What the page itself wrote into request and facts; a text still equal to it follows the answers. */
  readonly written: { readonly request: string; readonly facts: string };
  readonly evidence: Readonly<Record<EvidenceKind, { readonly held: string; readonly reference: string }>>;
  readonly promises: { readonly noOtherForum: string; readonly truth: string; readonly signatory: string };
  /** The answers have been seen together once: continuing leads back to them. */
  readonly checked: boolean;
}

export const emptyLine: DraftLine = {
  description: '',
  deliveredOn: '',
  workAcceptedOn: '',
  agreedDueOn: '',
  amount: '',
  disputed: '',
};

const empty = { name: '', creditCode: '', sizeType: '', address: '', contact: { name: '', phone: '' } };

/** The company of this account, with what it said of itself the last time. */
export function readUs(account: Me): Draft['complainant'] {
  const us = keptHere<Draft['complainant']>(account, 'us');
  return {
    ...empty,
    ...us,
    name: account.company?.name ?? '',
    creditCode: account.company?.creditCode ?? '',
    contact: us?.contact ?? { name: account.name.zh, phone: '' },
  };
}

/** Who we are stays for the next matter. */
export function keepUs(account: Me, us: Draft['complainant']): void {
  keepHere(account, 'us', us);
}

function fresh(account: Me): Draft {
  return {
    commandId: newCommandId(),
    gate: { sme: '', counterpart: '', purchase: '', overdue: '', noOtherForum: '' },
    complainant: readUs(account),
    respondent: { ...empty, unitType: '' },
    contract: { title: '', number: '', subject: '', concludedOn: '', payWhenPaid: '' },
    lines: [emptyLine],
    interest: 'yes',
    request: '',
    facts: '',
    written: { request: '', facts: '' },
    evidence: Object.fromEntries(
      evidenceKinds.map((kind) => [kind, { held: '', reference: '' }]),
    ) as unknown as Draft['evidence'],
    promises: { noOtherForum: '', truth: '', signatory: '' },
    checked: false,
  };
}

/** Kept on this device at every keystroke: a reload, a step back or a killed browser loses nothing. */
export function keepDraft(account: Me, draft: Draft): boolean {
  return keepHere(account, 'claim', draft);
}

export function readDraft(account: Me): Draft {
  return { ...fresh(account), ...keptHere<Draft>(account, 'claim') };
}

export function hasDraft(account: Me): boolean {
  return keptHere(account, 'claim') !== null;
}

/** Nothing on which a claim is not accepted (工信部企业〔2021〕224号, Art. 6). */
export function passedGate({ gate }: Draft): boolean {
  return questions.every((one) => gate[one] === 'yes');
}

export function dropDraft(account: Me): void {
  dropHere(account, 'claim');
}
