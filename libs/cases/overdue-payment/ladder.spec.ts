import { given, then, when } from '../testing/given-when-then.js';
import { told } from '../testing/machine.js';
import { yuan } from '../testing/overdue-payment.js';
import { groundOfOrder, owesOrder, stillRefuses } from './ladder.js';

/** Order 802, Art. 25¶3: the answer is pressed for; none in time, or not as required: the order must follow, then the rest may. */
const handled = given('inHandling');
const demanded = then(handled, 'demandAnswer', { dueOn: '2025-09-20' });
const ordered = then(demanded, 'issueSupervisoryOrder', { ground: 'noAnswer', dueOn: '2025-09-30' }, '2025-09-21');

describe('the demand of an answer', () => {
  test('has a term, and presses for the undisputed part with it (Art. 15)', () => {
    expect(told(when(handled, 'demandAnswer', { dueOn: '2025-09-09' }))).toEqual(['dueOn: dayPassed']);
    expect(when(handled, 'demandAnswer', { dueOn: '2025-09-10' })).toMatchObject({
      events: [{ data: { demand: 1, undisputed: '920000.00', document: { title: '函' } } }],
    });
    const paid = then(handled, 'recordPayment', { amount: yuan('20000.00') });
    expect(when(paid, 'demandAnswer')).toMatchObject({ events: [{ data: { undisputed: '900000.00' } }] });
  });

  test('is not made again while its term runs, unless the answer was improper', () => {
    expect(when(demanded, 'demandAnswer', { dueOn: '2025-10-10' }, '2025-09-20')).toMatchObject({
      refusals: [{ code: 'answerTermRuns', params: { dueOn: '2025-09-20' } }],
    });
    const improper = then(then(demanded, 'recordReply'), 'assessReply');
    expect(when(improper, 'demandAnswer')).toMatchObject({ events: [{ data: { demand: 2 } }] });
    expect(told(when(demanded, 'demandAnswer', { dueOn: '2025-10-10' }, '2025-09-21'))).toEqual([
      'RespondentAnswerDemanded',
    ]);
  });

  test('is an act of the handling authority, after it has the materials', () =>
    expect(told(when(handled, 'demandAnswer', {}, '2025-09-09'))).toEqual(['occurredOn: beforePreviousStep']));
});

describe('the undisputed part (Art. 15)', () => {
  test('is pressed for by itself', () => {
    expect(when(handled, 'pressUndisputed')).toMatchObject({ events: [{ data: { amount: '920000.00' } }] });
    expect(told(when(handled, 'pressUndisputed', { dueOn: '2025-09-09' }))).toEqual(['dueOn: dayPassed']);
    expect(then(handled, 'pressUndisputed').lastActOn).toBe('2025-09-10');
  });

  test('is nothing where all is disputed or paid', () => {
    const paid = then(handled, 'recordPayment', { amount: yuan('920000.00') });
    expect(told(when(paid, 'pressUndisputed'))).toEqual(['nothingUndisputed']);
    const disputed = then(handled, 'disputeParts', { lines: [{ line: 1, disputed: yuan('1000000.00'), reason: '' }] });
    expect(told(when(disputed, 'pressUndisputed'))).toEqual(['nothingUndisputed']);
  });
});

describe('the parts in dispute', () => {
  test('are of lines there are, up to their amounts, each once', () => {
    const dispute = (...lines: [number, string][]) =>
      told(
        when(handled, 'disputeParts', {
          lines: lines.map(([line, sum]) => ({ line, disputed: yuan(sum), reason: '' })),
        }),
      );
    expect(dispute()).toEqual(['lines: noLines']);
    expect(dispute([2, '0.00'])).toEqual(['lines[0].line: noSuchLine']);
    expect(dispute([1, '1000000.01'])).toEqual(['lines[0].disputed: disputedExceedsAmount']);
    expect(dispute([1, '1000000.00'], [1, '1.00'])).toEqual(['lines[1].line: namedTwice']);
  });

  test('change what is undisputed', () => {
    expect(when(handled, 'disputeParts')).toMatchObject({
      events: [{ data: { by: 'respondent', disputed: '100000.00', undisputed: '900000.00' } }],
    });
    const line = then(handled, 'disputeParts').claim.lines[0];
    expect(line).toMatchObject({ amount: '1000000.00', disputed: '100000.00' });
  });
});

describe('the reply', () => {
  test('is the respondent’s own, or taken down by the office', () => {
    expect(when(handled, 'answer')).toMatchObject({ events: [{ data: { by: 'respondent' } }] });
    expect(when(handled, 'recordReply')).toMatchObject({ events: [{ data: { by: 'office' } }] });
    expect(told(when(handled, 'answer', { admitted: yuan('1000000.01') }))).toEqual(['admitted: admittedExceedsClaim']);
  });

  test('is assessed after it came, the last of them', () => {
    expect(told(when(handled, 'assessReply'))).toEqual(['noReply']);
    const twice = then(then(handled, 'recordReply'), 'answer', {}, '2025-09-12');
    expect(told(when(twice, 'assessReply', {}, '2025-09-11'))).toEqual(['occurredOn: beforePreviousStep']);
    expect(then(twice, 'assessReply', {}, '2025-09-12').replies.map(({ proper }) => proper)).toEqual([null, false]);
  });
});

describe('the supervisory order (督办书)', () => {
  const improper = then(then(demanded, 'recordReply', {}, '2025-09-12'), 'assessReply', {}, '2025-09-12');

  test('follows a demand that no answer met in time', () => {
    expect(told(when(handled, 'issueSupervisoryOrder'))).toEqual(['noAnswerDemanded']);
    const noAnswer = { ground: 'noAnswer' } as const;
    expect(when(demanded, 'issueSupervisoryOrder', noAnswer, '2025-09-20')).toMatchObject({
      refusals: [{ code: 'answerTermRuns', field: 'ground', params: { dueOn: '2025-09-20' } }],
    });
    expect(when(demanded, 'issueSupervisoryOrder', noAnswer, '2025-09-21')).toMatchObject({
      events: [{ data: { order: 1, article: '25¶3', ground: 'noAnswer', effect: '限期答复' } }],
    });
  });

  test('or an answer that is not as required', () => {
    expect(told(when(improper, 'issueSupervisoryOrder', {}, '2025-09-12'))).toEqual(['SupervisoryOrderIssued']);
    expect(told(when(improper, 'issueSupervisoryOrder', { ground: 'noAnswer' }, '2025-09-12'))).toEqual([
      'ground: answerTermRuns',
    ]);
    expect(told(when(improper, 'issueSupervisoryOrder', { ground: 'noAnswer' }, '2025-09-21'))).toEqual([
      'ground: notTheGroundOfOrder',
    ]);
    expect(told(when(demanded, 'issueSupervisoryOrder', {}, '2025-09-21'))).toEqual(['ground: notTheGroundOfOrder']);
  });

  test('is not issued where a proper answer came, late or not, nor where one in time is not yet assessed', () => {
    const late = then(demanded, 'answer', {}, '2025-09-25');
    expect(groundOfOrder(late, '2025-09-25')).toBe('noAnswer');
    expect(groundOfOrder(then(late, 'assessReply', { proper: true }, '2025-09-25'), '2025-09-26')).toBeNull();
    const inTime = then(demanded, 'answer', {}, '2025-09-20');
    expect(groundOfOrder(inTime, '2025-09-21')).toBeNull();
    expect(groundOfOrder(handled, '2025-09-21')).toBeNull();
  });

  test('has a term, and is not issued again while it runs', () => {
    const body = { ground: 'noAnswer', dueOn: '2025-09-20' } as const;
    expect(told(when(demanded, 'issueSupervisoryOrder', body, '2025-09-21'))).toEqual(['dueOn: dayPassed']);
    const again = { ground: 'noAnswer', dueOn: '2025-10-30' } as const;
    expect(when(ordered, 'issueSupervisoryOrder', again, '2025-09-30')).toMatchObject({
      refusals: [{ code: 'orderTermRuns', params: { dueOn: '2025-09-30' } }],
    });
    expect(when(ordered, 'issueSupervisoryOrder', again, '2025-10-01')).toMatchObject({
      events: [{ data: { order: 2 } }],
    });
  });

  test('is not dated before the demand', () =>
    expect(
      told(when(then(handled, 'demandAnswer', {}, '2025-09-15'), 'issueSupervisoryOrder', {}, '2025-09-14')),
    ).toContain('occurredOn: beforePreviousStep'));

  test('is owed: without it nothing is “not settled”', () => {
    const outcome = 'notSettled';
    expect(told(when(demanded, 'issueResult', { outcome }, '2025-09-20'))).toEqual(['ResultIssued']);
    expect(told(when(demanded, 'issueResult', { outcome }, '2025-09-21'))).toEqual(['outcome: supervisoryOrderOwed']);
    expect(told(when(demanded, 'issueResult', { outcome: 'unfounded' }, '2025-09-21'))).toEqual(['ResultIssued']);
    expect(told(when(ordered, 'issueResult', { outcome }, '2025-09-21'))).toEqual(['ResultIssued']);
    const anew = then(ordered, 'demandAnswer', { dueOn: '2025-10-10' }, '2025-10-01');
    expect([owesOrder(anew, '2025-10-10'), owesOrder(anew, '2025-10-11'), owesOrder(ordered, '2025-10-11')]).toEqual([
      false,
      true,
      false,
    ]);
  });
});

describe('the formal interview (约谈) and the public circular (通报)', () => {
  test.each(['holdInterview', 'issueCircular'] as const)('%s comes after an order that was not obeyed', (name) => {
    expect(told(when(demanded, name, {}, '2025-09-21'))).toEqual(['noSupervisoryOrder']);
    expect(when(ordered, name, {}, '2025-09-30')).toMatchObject({
      refusals: [{ code: 'orderTermRuns', params: { dueOn: '2025-09-30' } }],
    });
    expect(when(ordered, name, {}, '2025-10-01')).toMatchObject({ events: [{ data: { article: '25¶3' } }] });
    expect(told(when(ordered, name, {}, '2025-09-20'))).toContain('occurredOn: beforePreviousStep');
    const answered = then(ordered, 'answer', {}, '2025-09-25');
    expect(told(when(answered, name, {}, '2025-10-01'))).toEqual(['answeredSince']);
    const improperly = then(answered, 'assessReply', {}, '2025-09-25');
    expect(when(improperly, name, {}, '2025-09-26').outcome).toBe('accepted');
    expect(stillRefuses(then(answered, 'assessReply', { proper: true }, '2025-09-25'), '2025-10-01')).toBe(false);
  });

  test.each(['holdInterview', 'issueCircular'] as const)(
    '%s does not follow where the demand was answered properly, whenever that was learned of, and whatever came after',
    (name) => {
      const before = then(ordered, 'recordReply', {}, '2025-09-15');
      expect(when(before, name, {}, '2025-10-01').outcome).toBe('accepted');
      const proper = then(before, 'assessReply', { proper: true }, '2025-09-22');
      expect(told(when(proper, name, {}, '2025-10-01'))).toEqual(['answeredSince']);
      const after = then(ordered, 'answer', {}, '2025-09-25');
      const since = then(after, 'assessReply', { proper: true }, '2025-09-25');
      const again = then(then(since, 'answer', {}, '2025-10-02'), 'assessReply', {}, '2025-10-02');
      expect(told(when(again, name, {}, '2025-10-03'))).toEqual(['answeredSince']);
      expect(groundOfOrder(again, '2025-10-03')).toBeNull();
    },
  );

  test('an order that was answered properly is refused no more, though another answer is demanded since', () => {
    const answered = then(then(ordered, 'answer', {}, '2025-09-25'), 'assessReply', { proper: true }, '2025-09-25');
    const worse = then(then(answered, 'answer', {}, '2025-09-26'), 'assessReply', {}, '2025-09-26');
    const anew = then(worse, 'demandAnswer', { dueOn: '2025-10-10' }, '2025-10-01');
    expect(stillRefuses(anew, '2025-10-20')).toBe(false);
  });

  test('a proper answer to an earlier demand answers no later one', () => {
    const proper = then(then(demanded, 'answer', {}, '2025-09-12'), 'assessReply', { proper: true }, '2025-09-12');
    const anew = then(proper, 'demandAnswer', { dueOn: '2025-10-20' }, '2025-10-10');
    expect(groundOfOrder(anew, '2025-10-21')).toBe('noAnswer');
    const order = then(anew, 'issueSupervisoryOrder', { ground: 'noAnswer', dueOn: '2025-10-30' }, '2025-10-21');
    expect([stillRefuses(order, '2025-10-30'), stillRefuses(order, '2025-10-31')]).toEqual([false, true]);
  });

  test('an answer of before the order is no answer to it', () => {
    const before = then(then(demanded, 'recordReply', {}, '2025-09-12'), 'assessReply', {}, '2025-09-12');
    const order = then(before, 'issueSupervisoryOrder', {}, '2025-09-13');
    expect(stillRefuses(order, '2025-09-30')).toBe(false);
    expect(stillRefuses(order, '2025-10-01')).toBe(true);
    expect(stillRefuses(handled, '2025-10-01')).toBe(false);
  });
});

describe('the order to correct (责令整改)', () => {
  const interviewed = then(ordered, 'holdInterview', {}, '2025-10-01');
  const named = then(ordered, 'issueCircular', {}, '2025-10-02');

  test('comes with an interview or a circular', () => {
    expect(told(when(ordered, 'orderCorrection', {}, '2025-10-01'))).toEqual(['noInterviewOrCircular']);
    expect(when(interviewed, 'orderCorrection', {}, '2025-10-01')).toMatchObject({
      events: [{ data: { with: 'formalInterview' } }],
    });
    expect(when(named, 'orderCorrection', {}, '2025-10-02')).toMatchObject({
      events: [{ data: { with: 'publicCircular' } }],
    });
    const both = then(interviewed, 'issueCircular', {}, '2025-10-02');
    expect(when(both, 'orderCorrection', {}, '2025-10-02')).toMatchObject({
      events: [{ data: { with: 'publicCircular' } }],
    });
  });

  test('has a term, and is not dated before what it comes with', () => {
    expect(told(when(interviewed, 'orderCorrection', { dueOn: '2025-09-30' }, '2025-10-01'))).toEqual([
      'dueOn: dayPassed',
    ]);
    expect(told(when(interviewed, 'orderCorrection', {}, '2025-09-30'))).toEqual(['occurredOn: beforePreviousStep']);
    expect(told(when(named, 'orderCorrection', {}, '2025-10-01'))).toEqual(['occurredOn: beforePreviousStep']);
    expect(then(interviewed, 'orderCorrection', {}, '2025-10-01').lastActOn).toBe('2025-10-01');
  });
});

test('the answer which the order was issued for is no refusal of the order, though it came on the same day', () => {
  const improper = then(then(demanded, 'recordReply'), 'assessReply');
  const sameDay = then(improper, 'issueSupervisoryOrder', { ground: 'improperAnswer', dueOn: '2025-09-30' });
  expect(told(when(sameDay, 'holdInterview'))).toEqual(['orderTermRuns']);
  const again = then(then(sameDay, 'recordReply'), 'assessReply');
  expect(told(when(again, 'holdInterview'))).toEqual(['FormalInterviewHeld']);
});
