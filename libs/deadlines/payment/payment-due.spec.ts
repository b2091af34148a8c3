import { plainDate } from '../calendar/plain-date.js';
import { readJson, releaseCalendar } from '../specimens/release.js';
import { FLAGS, NO_TERM, STARTS, VOID_TERM } from './payment-phrases.js';
import { type DeliveryLine, interestFrom, paymentDue } from './payment-due.js';
import { parsePaymentTerms } from './payment-terms.js';

const calendar = releaseCalendar();
const rules = parsePaymentTerms(readJson('payment/data/payment-terms-cn.json'));
const date = plainDate;

function due(fields: Partial<DeliveryLine>) {
  return paymentDue(
    {
      buyer: 'largeFirm',
      contractDate: date('2025-06-01'),
      deliveredOn: date('2025-07-01'),
      agreed: null,
      payWhenPaid: false,
      acceptance: null,
      settlementConfirmedOn: null,
      ...fields,
    },
    rules,
    calendar,
  );
}

describe('a public body', () => {
  it('pays within 30 days of delivery, rolled to a working day as a civil term', () => {
    expect(due({ buyer: 'publicBody' })).toMatchObject({
      dueOn: '2025-07-31',
      days: 30,
      from: 'law',
      citation: { article: '9¶1' },
      mark: 'confirmed',
      flags: [],
    });
    expect(due({ buyer: 'publicBody', deliveredOn: date('2025-08-29') })).toMatchObject({
      raw: '2025-09-28',
      dueOn: '2025-09-28',
      readings: { makeUpCounts: '2025-09-28', makeUpOff: '2025-09-29' },
    });
    expect(due({ buyer: 'publicBody', contractDate: date('2025-05-31') }).citation?.article).toBe('8¶1');
  });

  it('may agree up to 60 days and no more', () => {
    expect(due({ buyer: 'publicBody', agreed: { days: 60 } })).toMatchObject({ days: 60, from: 'contract', flags: [] });
    expect(due({ buyer: 'publicBody', agreed: { days: 90 } })).toMatchObject({
      days: 60,
      from: 'law',
      dueOn: '2025-09-01',
      raw: '2025-08-30',
      flags: [{ code: 'cappedAtMaximum' }],
    });
    expect(due({ buyer: 'publicBody', agreed: { dueOn: date('2025-07-11') } })).toMatchObject({
      days: 10,
      dueOn: '2025-07-11',
      from: 'contract',
    });
  });
});

describe('a large firm', () => {
  it('pays within 60 days of delivery under a contract from 2025-06-01 on', () => {
    const answer = due({});
    expect(answer).toMatchObject({
      raw: '2025-08-30',
      dueOn: '2025-09-01',
      days: 60,
      from: 'law',
      citation: { article: '9¶2' },
    });
    expect(interestFrom(answer)).toBe('2025-09-02');
  });

  it('has no invented 60 days under a contract of before', () => {
    const answer = due({ contractDate: date('2025-05-31') });
    expect(answer).toMatchObject({ dueOn: null, days: null, from: null, citation: { article: '8¶2' } });
    expect(answer.noDate?.zh).toContain('不得推定60日');
    expect(interestFrom(answer)).toBeNull();
    expect(due({ contractDate: date('2025-05-31'), agreed: { days: 45 } })).toMatchObject({
      days: 45,
      from: 'contract',
    });
    expect(due({ contractDate: date('2020-08-31') })).toMatchObject({ dueOn: null, citation: null });
  });

  it('may agree more than 60 days, which is then to be looked at', () => {
    expect(due({ agreed: { days: 90 } })).toMatchObject({
      days: 90,
      from: 'contract',
      flags: [{ code: 'longTermForReview' }],
    });
    expect(due({ agreed: { days: 60 } }).flags).toEqual([]);
  });

  it('may not pay when it is paid: the term falls away', () => {
    expect(due({ payWhenPaid: true, agreed: { days: 180 } })).toMatchObject({
      days: 60,
      from: 'law',
      flags: [{ code: 'payWhenPaidVoid' }],
    });
    const before = due({ payWhenPaid: true, agreed: { days: 180 }, contractDate: date('2024-01-01') });
    expect(before).toMatchObject({ dueOn: null, flags: [{ code: 'payWhenPaidVoid' }] });
    expect(before.noDate?.en).toContain('a court fixes');
  });
});

describe('the start of the term', () => {
  it('is the day acceptance is passed, or the end of the agreed inspection when the buyer delays', () => {
    const [passedOn, agreedEnd] = [date('2025-07-15'), date('2025-07-10')];
    expect(due({ acceptance: { passedOn, agreedEnd: null } }).start).toMatchObject({
      kind: 'acceptance',
      on: '2025-07-15',
    });
    expect(due({ acceptance: { passedOn: agreedEnd, agreedEnd } }).start).toMatchObject({
      kind: 'acceptance',
      on: '2025-07-10',
    });
    expect(due({ acceptance: { passedOn, agreedEnd } }).start).toMatchObject({
      kind: 'inspectionEnd',
      on: '2025-07-10',
    });
    expect(due({ acceptance: { passedOn: null, agreedEnd } }).start).toMatchObject({
      kind: 'inspectionEnd',
      on: '2025-07-10',
    });
  });

  it('has not come where nothing is accepted and no inspection period is agreed: the law has none', () => {
    const answer = due({ acceptance: { passedOn: null, agreedEnd: null } });
    expect(answer).toMatchObject({ dueOn: null, start: null });
    expect(answer.noDate?.en).toContain('the term has not begun');
  });

  it('is the day both sides confirmed the settled amount, for progress payments', () => {
    expect(due({ settlementConfirmedOn: date('2025-08-01') })).toMatchObject({
      start: { kind: 'settlement', on: '2025-08-01' },
      raw: '2025-09-30',
    });
  });

  it('is not before an agreed day that lies before it', () => {
    expect(due({ agreed: { dueOn: date('2025-06-20') } })).toMatchObject({ days: 0, dueOn: '2025-07-01' });
  });
});

it('knows only the agreed term of a buyer who is neither a body nor a large firm', () => {
  expect(due({ buyer: null })).toMatchObject({ dueOn: null, citation: null });
  expect(due({ buyer: null, agreed: { days: 90 }, payWhenPaid: true })).toMatchObject({
    days: 90,
    from: 'contract',
    flags: [],
  });
});

it('is provisional where the roll falls in a year without a notice', () => {
  expect(due({ deliveredOn: date('2026-12-02') })).toMatchObject({
    raw: '2027-01-31',
    dueOn: '2027-02-01',
    provisional: true,
  });
});

it('says in both languages from when the term runs, what is amiss, and why there is no date', () => {
  const texts = [...Object.values(STARTS), ...Object.values(FLAGS), ...Object.values(NO_TERM), VOID_TERM];
  for (const { zh, en } of texts) {
    expect(zh).toMatch(/[\u4e00-\u9fff]/);
    expect(en).toMatch(/^[a-z][^\u4e00-\u9fff]+$/);
  }
});

it('has neither date nor doubt where no date can be told', () => {
  expect(due({ contractDate: date('2025-05-31') })).toMatchObject({
    ...{ raw: null, readings: { makeUpCounts: null, makeUpOff: null }, mark: 'confirmed', provisional: false },
    ...{ provisionalReason: null, flags: [] },
  });
  expect(due({ buyer: null })).toEqual({ ...due({ buyer: null }), flags: [], mark: null });
});

it('keeps apart rules which follow each other, in whatever order they stand', () => {
  const content = () => readJson('payment/data/payment-terms-cn.json') as { rules: Record<string, unknown>[] };
  const [body] = content().rules as [Record<string, unknown>];
  const refused = (...dates: readonly [from: string, to: string | null][]) => {
    const dated = dates.map(([validFrom, validTo]) => ({ ...body, validFrom, validTo }));
    return () => parsePaymentTerms({ ...content(), rules: dated });
  };
  expect(refused(['2020-09-01', '2025-05-31'], ['2025-06-01', null])).not.toThrow();
  expect(refused(['2025-06-01', null], ['2020-09-01', '2025-05-31'])).not.toThrow();
  for (const both of [
    refused(['2020-09-01', '2025-06-01'], ['2025-06-01', null]),
    refused(['2025-06-01', null], ['2020-09-01', '2025-06-01']),
    refused(['2025-06-01', null], ['2020-09-01', null]),
    refused(['2020-09-01', null], ['2025-06-01', null]),
    refused(['2025-06-01', '2026-01-01'], ['2020-09-01', '2026-05-01']),
  ])
    expect(both).toThrow('two rules for publicBody are in force on one day');
  const equal = content();
  Object.assign(equal.rules[0] as object, { defaultDays: 30, maxDays: 30 });
  expect(() => parsePaymentTerms(equal)).not.toThrow();
});

it('is read from dated rules, refused where two are in force on one day', () => {
  const content = readJson('payment/data/payment-terms-cn.json') as { rules: Record<string, unknown>[] };
  Object.assign(content.rules[1] as object, { validFrom: '2025-05-31', maxDays: 20 });
  expect(() => parsePaymentTerms(content)).toThrow(
    'rules[1].validFrom: two rules for publicBody are in force on one day',
  );
  expect(() => parsePaymentTerms(content)).toThrow('rules[1].maxDays: shorter than the default');
});
