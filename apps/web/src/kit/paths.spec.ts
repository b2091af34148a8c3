import { valueAt, withValueAt } from './paths.js';

const values = { lines: [{ amount: '1' }, { amount: '2' }], contract: { title: 'a' } };

describe('a path into the values of a form', () => {
  it('reads as the server writes it', () => {
    expect(valueAt(values, 'lines[1].amount')).toBe('2');
    expect(valueAt(values, 'contract.title')).toBe('a');
    expect(valueAt(values, 'lines[7].amount')).toBeUndefined();
    expect(valueAt(values, 'contract.title.deeper')).toBeUndefined();
  });

  it('changes one value and leaves what it had untouched', () => {
    const changed = withValueAt(values, 'lines[1].amount', '3');
    expect(changed.lines).toEqual([{ amount: '1' }, { amount: '3' }]);
    expect(values.lines[1]).toEqual({ amount: '2' });
    expect(changed.contract).toBe(values.contract);
  });

  it('makes what is not there yet', () => {
    expect(withValueAt({}, 'instalments[0].amount', '5')).toEqual({ instalments: [{ amount: '5' }] });
  });
});
