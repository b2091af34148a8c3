import { changesOf } from './fold.js';

const event = (type: string, data: Record<string, unknown> = {}) => ({ type, data });
const office = (zh: string) => ({ id: zh, name: { zh, en: zh } });

describe('what each event changed', () => {
  it('follows the status, the office and the sums from lodging to the end', () => {
    const changes = changesOf([
      event('ClaimLodged', { total: '100.00', acceptingOffice: office('市') }),
      event('FormallyAccepted', {}),
      event('Transferred', { to: office('区') }),
      event('SettlementAgreed', { total: '90.00' }),
      event('PaymentRecorded', { amount: '40.00', outstanding: '50.00' }),
      event('ResultFedBack', {}),
      event('ResultFedBack', {}),
    ]);
    expect(changes[0]!.map(({ fact }) => fact)).toEqual(['status', 'office', 'claimed', 'paid', 'outstanding']);
    expect(changes[1]).toEqual([{ fact: 'status', before: 'lodged', after: 'accepted' }]);
    expect(changes[3]).toContainEqual({ fact: 'outstanding', before: '100.00', after: '90.00' });
    expect(changes[4]).toEqual([
      { fact: 'paid', before: '0.00', after: '40.00' },
      { fact: 'outstanding', before: '90.00', after: '50.00' },
    ]);
    expect(changes[5]).toEqual([]);
    expect(changes[6]).toEqual([{ fact: 'status', before: 'settled', after: 'concluded' }]);
  });

  it('leaves an event of a later release alone', () => {
    expect(changesOf([event('SomethingNew', { total: '1.00' })])).toEqual([[]]);
  });
});
