import { toldFacts } from './told-facts.js';

const changed = (field: string, before: unknown, after: unknown) => ({ field, before, after }) as never;

describe('the facts told of a difference', () => {
  it('say a name in the language of the page, each fact once, and nothing that is the machine’s', () => {
    const facts = [
      changed('status', 'lodged', 'accepted'),
      changed('facts.status', 'lodged', 'accepted'),
      changed('facts.dayOf.since', 'a', 'b'),
      changed('facts.procedure.steps.0', null, 'b'),
      changed('holder.office.id', 'a', 'b'),
      changed('holder.office.name.zh', '甲', '乙'),
      changed('holder.office.name.en', 'A', 'B'),
      changed('claim.lines.0.amount', '1.00', '2.00'),
    ];
    expect(toldFacts(facts, 'en')).toEqual([
      { names: ['status'], before: 'lodged', after: 'accepted' },
      { names: ['holder', 'office'], before: 'A', after: 'B' },
      { names: ['claim', 'lines', 'amount'], before: '1.00', after: '2.00' },
    ]);
  });
});
