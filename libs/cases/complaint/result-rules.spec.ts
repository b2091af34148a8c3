import { command, given, lodged, policy, then, today, when, yuan, type Case } from '../testing/complaint.js';
import { after, told } from '../testing/machine.js';
import type { Category } from './complaint.js';
import type { CommandName } from './commands.js';
import { complaint as kind } from './kind.js';
import { findingOf } from './result-rules.js';

function handled(category: Category, ...further: readonly CommandName[]): Case {
  const complaint = { ...lodged, category, policy: category === 'policyLastMile' ? policy : null };
  const way = [command('lodge', { complaint }), command('accept'), command('grade'), command('beginHandling')];
  return after(kind, [...way, ...further.map((name) => command(name))], today) as Case;
}
const resolved = { outcome: 'resolved', explanation: null } as const;

describe('the finding comes before the answer', () => {
  const needed = Object.entries(findingOf) as [Category, CommandName | null][];

  test.each(needed.filter(([, finding]) => finding !== null))('%s: %s', (category, finding) => {
    expect(when(handled(category), 'issueResult', resolved)).toEqual({
      outcome: 'refused',
      refusals: [{ code: 'findingMissing', params: { command: finding } }],
    });
    const explained = { outcome: 'notResolved', explanation: '无法核实' } as const;
    expect(told(when(handled(category), 'issueResult', explained))).toEqual(['ResultIssued']);
    const found = then(handled(category, finding!), 'issueResult', { outcome: 'partlyResolved' });
    expect(found.state.status).toBe('resultIssued');
  });

  test.each(needed.filter(([, finding]) => finding === null))('%s needs none', (category) =>
    expect(told(when(handled(category), 'issueResult', resolved))).toEqual(['ResultIssued']),
  );

  test('the finding of another category does not serve', () => {
    const all = ['checkPolicy', 'checkCharge', 'checkIntermediary', 'referCompetition', 'reviewExemption'] as const;
    for (const [category, finding] of needed) {
      if (finding === null) continue;
      const others = all.filter((name) => name !== finding);
      expect(told(when(handled(category, ...others), 'issueResult', { outcome: 'partlyResolved' }))).toEqual([
        'findingMissing',
      ]);
    }
  });
});

describe('the result says what the file says', () => {
  test('it carries the answer and the refunds', () => {
    const paid = then(handled('businessCharges', 'checkCharge'), 'recordRefund', { amount: yuan('3000.00') });
    expect(when(paid, 'issueResult', resolved)).toEqual({
      outcome: 'accepted',
      events: [
        {
          type: 'ResultIssued',
          data: { ...resolved, answer: '责令退还', refundsOrdered: '3000.00', refundsPaid: '3000.00' },
        },
      ],
    });
    expect(then(paid, 'issueResult', resolved).state.outcome).toBe('resolved');
  });

  test('nothing is resolved while a refund is owed', () => {
    const ordered = handled('businessCharges', 'checkCharge');
    expect(when(ordered, 'issueResult', resolved)).toEqual({
      outcome: 'refused',
      refusals: [{ code: 'refundOutstanding', field: 'outcome', params: { outstanding: '3000.00' } }],
    });
    expect(told(when(ordered, 'issueResult', { outcome: 'partlyResolved' }))).toEqual(['ResultIssued']);
  });

  test.each(['notResolved', 'partlyResolved'] as const)('%s is explained (SHB Art. 49¶2)', (outcome) => {
    const found = handled('businessCharges', 'checkCharge');
    expect(told(when(found, 'issueResult', { outcome, explanation: null }))).toEqual([
      'explanation: explanationMissing',
    ]);
    expect(told(when(found, 'issueResult', { outcome }))).toEqual(['ResultIssued']);
  });

  test.each(['resolved', 'unfounded', 'referred'] as const)('%s needs no explanation', (outcome) => {
    const found = handled('fairCompetition', 'referCompetition');
    expect(told(when(found, 'issueResult', { outcome, explanation: null }))).toEqual(['ResultIssued']);
  });

  test('what was found against the respondent is not unfounded', () => {
    const unfounded = { outcome: 'unfounded', explanation: null } as const;
    const against = (state: Case) => told(when(state, 'issueResult', unfounded));
    const refused = ['outcome: findingAgainstRespondent'];
    expect(against(handled('policyLastMile', 'checkPolicy'))).toEqual(refused);
    const kept = { found: 'kept', remedy: null } as const;
    expect(against(then(handled('policyLastMile'), 'checkPolicy', kept))).toEqual(['ResultIssued']);
    const off = then(handled('businessCharges'), 'checkCharge', { refund: null });
    expect(against(off)).toEqual(refused);
    const listed = { listed: 'listed', allowed: yuan('3000.00'), refund: null } as const;
    expect(against(then(handled('businessCharges'), 'checkCharge', listed))).toEqual(['ResultIssued']);
    expect(against(handled('intermediary', 'checkIntermediary'))).toEqual(refused);
    expect(against(then(handled('intermediary'), 'checkIntermediary', { named: false }))).toEqual(['ResultIssued']);
    expect(against(handled('penaltyExemption', 'reviewExemption'))).toEqual(refused);
    const referred = handled('unfairCompetition', 'referCompetition');
    expect(against(referred)).toEqual(['ResultIssued']);
    expect(against(then(referred, 'answerReferral'))).toEqual(refused);
    expect(against(then(referred, 'answerReferral', { found: false }))).toEqual(['ResultIssued']);
  });

  test('an exemption which the body may grant leaves either answer open', () => {
    const conditions = (['minor', 'correctedInTime', 'noHarm', 'firstTime', 'slightHarm', 'noFault'] as const).map(
      (condition) => ({ condition, proved: !['minor', 'noFault'].includes(condition), by: '' }),
    );
    const found = then(handled('penaltyExemption'), 'reviewExemption', { conditions, exempted: false });
    expect(told(when(found, 'issueResult', { outcome: 'unfounded', explanation: null }))).toEqual(['ResultIssued']);
  });

  test('a referral is a result where something was referred', () => {
    const referred = { outcome: 'referred', explanation: null } as const;
    expect(told(when(handled('other'), 'issueResult', referred))).toEqual(['outcome: noReferral']);
    expect(told(when(handled('other', 'referCompetition'), 'issueResult', referred))).toEqual(['ResultIssued']);
  });

  test('it is graded first, and everything missing is told at once', () => {
    const way = [command('lodge'), command('accept'), command('beginHandling')];
    const bare = after(kind, way, today) as Case;
    expect(told(when(bare, 'issueResult', { explanation: null }))).toEqual([
      'notGraded',
      'findingMissing',
      'explanation: explanationMissing',
    ]);
    expect(told(when(given('inHandling'), 'issueResult'))).toEqual(['notGraded']);
  });
});
