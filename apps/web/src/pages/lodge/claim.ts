import type { EvidenceKind, LodgedClaim, SizeType, Subject, UnitType } from '../../api/types.js';
import { readDate } from '../../calendar/plain-date.js';
import { readMoney } from '../../money/money-text.js';
import { tidyCreditCode } from '../../parties/credit-code.js';
import type { Draft, Step } from './draft.js';
import { evidenceKinds } from './evidence-kinds.js';

/** Words the claim needs which nobody types: the title of a paper, and where one is that has no number. */
export interface ClaimWords {
  readonly evidenceTitle: (kind: EvidenceKind) => string;
  readonly toFollow: string;
}

const text = (typed: string) => typed.trim();
const orNull = (typed: string) => (text(typed) === '' ? null : text(typed));
const date = (typed: string) => readDate(typed) ?? text(typed);
const amount = (typed: string) => {
  const reading = readMoney(typed === '' ? '0' : typed);
  return reading.outcome === 'read' ? reading.amount : text(typed);
};

/** The size is asked only where the kind of unit leaves it open. */
export function sizeFollows(unitType: string): SizeType | null {
  if (unitType === 'stateOrgan' || unitType === 'publicInstitution') return 'notApplicable';
  return unitType === 'largeFirm' ? 'large' : null;
}

/** The body of the command. What could not be read goes as it was typed, for the server to name it. */
export function claimOf(draft: Draft, words: ClaimWords): LodgedClaim {
  const { complainant, respondent, contract } = draft;
  const contact = { name: text(respondent.contact.name), phone: text(respondent.contact.phone) };
  return {
    complainant: {
      name: text(complainant.name),
      creditCode: tidyCreditCode(complainant.creditCode),
      sizeType: complainant.sizeType as LodgedClaim['complainant']['sizeType'],
      address: text(complainant.address),
      contact: { name: text(complainant.contact.name), phone: text(complainant.contact.phone) },
    },
    respondent: {
      name: text(respondent.name),
      creditCode: orNull(tidyCreditCode(respondent.creditCode)),
      unitType: respondent.unitType as UnitType,
      sizeType: sizeFollows(respondent.unitType) ?? (respondent.sizeType as SizeType),
      address: text(respondent.address),
      contact: contact.name === '' && contact.phone === '' ? null : contact,
    },
    contract: {
      title: text(contract.title),
      number: orNull(contract.number),
      subject: contract.subject as Subject,
      concludedOn: date(contract.concludedOn),
      payWhenPaid: contract.payWhenPaid === 'yes',
    },
    lines: draft.lines.map((line) => ({
      description: text(line.description),
      deliveredOn: date(line.deliveredOn),
      workAcceptedOn: text(line.workAcceptedOn) === '' ? null : date(line.workAcceptedOn),
      agreedDueOn: text(line.agreedDueOn) === '' ? null : date(line.agreedDueOn),
      amount: amount(line.amount),
      disputed: amount(line.disputed),
    })),
    request: text(draft.request),
    facts: text(draft.facts),
    evidence: heldEvidence(draft).map((kind) => ({
      kind,
      title: words.evidenceTitle(kind),
      reference: orNull(draft.evidence[kind].reference) ?? words.toFollow,
    })),
    promises: { noOtherForum: true, truth: true, signatory: text(draft.promises.signatory) },
  };
}

function heldEvidence(draft: Draft): readonly EvidenceKind[] {
  return evidenceKinds.filter((kind) => draft.evidence[kind].held === 'yes');
}

/** The page a field of the claim stands on, and its path in the draft. */
export function whereIs(field: string, draft: Draft): { readonly step: Step; readonly path: string } {
  const [head = ''] = field.split(/[.[]/);
  if (head === 'complainant') return { step: 'us', path: field };
  if (head === 'respondent') return { step: 'them', path: field };
  if (head === 'contract' || head === 'lines') return { step: 'money', path: field };
  if (head === 'request' || head === 'facts') return { step: 'facts', path: field };
  const evidence = /^evidence\[(\d+)]/.exec(field);
  if (evidence) {
    const kind = heldEvidence(draft)[Number(evidence[1])];
    return { step: 'evidence', path: kind ? `evidence.${kind}.reference` : 'evidence' };
  }
  return { step: 'check', path: field };
}
