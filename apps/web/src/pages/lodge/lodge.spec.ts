import { claimOf, whereIs } from './claim.js';
import { faultsOfStep } from './check-draft.js';
import { readDraft, steps, type Draft } from './draft.js';

const account = {
  id: 'a1',
  account: 'sme',
  name: { zh: '演示企业经办人甲', en: 'Clerk A' },
  role: 'sme' as const,
  roleTitle: { zh: '中小企业', en: 'SME' },
  office: null,
  company: { name: '上海清欠演示精密零件有限公司（虚构）', creditCode: '91310115MADEM00117' },
};

const kept = new Map<string, string>();
beforeAll(() => {
  Object.defineProperty(globalThis, 'localStorage', {
    configurable: true,
    value: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
    },
  });
});

const today = '2026-11-22';
const words = { evidenceTitle: (kind: string) => `title of ${kind}`, toFollow: 'to follow' };

function complete(): Draft {
  const draft = readDraft(account);
  return {
    ...draft,
    complainant: { ...draft.complainant, sizeType: 'small', address: '上海市', contact: { name: '甲', phone: '021' } },
    respondent: {
      ...draft.respondent,
      name: '某医院',
      unitType: 'publicInstitution',
      address: '上海市',
    },
    contract: { title: '采购合同', number: '', subject: 'goods', concludedOn: '２０２５年3月1日', payWhenPaid: 'no' },
    lines: [
      {
        description: '轴承',
        deliveredOn: '20250601',
        workAcceptedOn: '',
        agreedDueOn: '2025.8.30',
        amount: '128万',
        disputed: '',
      },
    ],
    request: 'r',
    facts: 'f',
    evidence: {
      ...draft.evidence,
      delivery: { held: 'yes', reference: '' },
      invoice: { held: 'yes', reference: 'INV 7' },
    },
    promises: { noOtherForum: 'yes', truth: 'yes', signatory: '甲' },
  };
}

describe('the draft of a claim', () => {
  it('begins with the company of the account', () => {
    expect(readDraft(account).complainant).toMatchObject({
      name: '上海清欠演示精密零件有限公司（虚构）',
      creditCode: '91310115MADEM00117',
    });
  });

  it('has no fault when complete, and becomes the claim the API takes', () => {
    const draft = complete();
    expect(steps.flatMap((step) => faultsOfStep(step, draft, today))).toEqual([]);
    const claim = claimOf(draft, words);
    expect(claim.lines).toEqual([
      {
        description: '轴承',
        deliveredOn: '2025-06-01',
        workAcceptedOn: null,
        agreedDueOn: '2025-08-30',
        amount: '1280000.00',
        disputed: '0.00',
      },
    ]);
    expect(claim.contract).toEqual({
      title: '采购合同',
      number: null,
      subject: 'goods',
      concludedOn: '2025-03-01',
      payWhenPaid: false,
    });
    expect(claim.respondent).toMatchObject({ creditCode: null, sizeType: 'notApplicable', contact: null });
    expect(claim.evidence).toEqual([
      { kind: 'delivery', title: 'title of delivery', reference: 'to follow' },
      { kind: 'invoice', title: 'title of invoice', reference: 'INV 7' },
    ]);
    expect(claim.promises).toEqual({ noOtherForum: true, truth: true, signatory: '甲' });
  });

  it('names every fault of a page at its field', () => {
    const draft: Draft = {
      ...complete(),
      lines: [
        {
          description: '',
          deliveredOn: '2027-01-01',
          workAcceptedOn: '2026-13-01',
          agreedDueOn: '2024-01-01',
          amount: '1.234',
          disputed: '5',
        },
      ],
    };
    expect(faultsOfStep('money', draft, today)).toEqual([
      { field: 'lines[0].description', code: 'required' },
      { field: 'lines[0].deliveredOn', code: 'dateInFuture' },
      { field: 'lines[0].workAcceptedOn', code: 'date' },
      { field: 'lines[0].agreedDueOn', code: 'dueBeforeContract' },
      { field: 'lines[0].amount', code: 'threeDecimals' },
    ]);
  });

  it('sends an unreadable answer as typed, for the server to name it', () => {
    const draft = complete();
    const claim = claimOf({ ...draft, lines: [{ ...draft.lines[0]!, amount: '1.234' }] }, words);
    expect(claim.lines[0]?.amount).toBe('1.234');
  });

  it('asks the size only where the kind of unit leaves it open', () => {
    const draft = complete();
    const of = (unitType: string) =>
      faultsOfStep('them', { ...draft, respondent: { ...draft.respondent, unitType } }, today).map(
        ({ field }) => field,
      );
    expect(of('stateOrgan')).toEqual([]);
    expect(of('largeFirm')).toEqual([]);
    expect(of('otherFirm')).toEqual(['respondent.sizeType']);
  });

  it('knows the page on which a field lives, evidence by its place in what was sent', () => {
    const draft = complete();
    expect(whereIs('lines[0].amount', draft)).toEqual({ step: 'money', path: 'lines[0].amount' });
    expect(whereIs('complainant.contact.phone', draft).step).toBe('us');
    expect(whereIs('evidence[1].reference', draft)).toEqual({ step: 'evidence', path: 'evidence.invoice.reference' });
    expect(whereIs('promises.signatory', draft).step).toBe('check');
  });
});
