import { commandForms } from './definitions.js';
import { bodyOf, emptyValues, faultsOfForm } from './form-values.js';

const today = '2026-11-22';

describe('the form of a command', () => {
  it('becomes the body the API takes, instalment by instalment', () => {
    const values = {
      total: '100万',
      instalments: [
        { dueOn: '2026年12月31日', amount: '60万' },
        { dueOn: '20270131', amount: '400,000' },
      ],
      terms: ' 按期支付 ',
    };
    expect(faultsOfForm(commandForms.agreeSettlement, values, today)).toEqual([]);
    expect(bodyOf(commandForms.agreeSettlement, values)).toEqual({
      total: '1000000.00',
      instalments: [
        { dueOn: '2026-12-31', amount: '600000.00' },
        { dueOn: '2027-01-31', amount: '400000.00' },
      ],
      terms: '按期支付',
    });
  });

  it('starts with one row where a list needs one', () => {
    expect(emptyValues(commandForms.requestSupplement)).toEqual({ defects: [{ item: '', what: '' }] });
    expect(emptyValues(commandForms.supplyMaterials)).toEqual({ statement: '', evidence: [] });
  });

  it('names faults as the server does', () => {
    const values = { total: '', instalments: [{ dueOn: 'x', amount: '1.234' }], terms: 'a' };
    expect(faultsOfForm(commandForms.agreeSettlement, values, today)).toEqual([
      { field: 'total', label: 'total', code: 'required' },
      { field: 'instalments[0].dueOn', label: 'instalments.dueOn', code: 'date' },
      { field: 'instalments[0].amount', label: 'instalments.amount', code: 'threeDecimals' },
    ]);
  });

  it('asks a reason for an earlier day, and refuses a later one (invariant 15)', () => {
    expect(faultsOfForm(commandForms.accept, { occurredOn: '2026-11-20' }, today)).toEqual([
      { field: 'occurredOnReason', label: 'occurredOnReason', code: 'required' },
    ]);
    expect(faultsOfForm(commandForms.accept, { occurredOn: '2026-11-23' }, today)).toMatchObject([
      { code: 'dateInFuture' },
    ]);
    expect(bodyOf(commandForms.accept, { occurredOn: '2026.11.20', occurredOnReason: '补录' })).toEqual({
      occurredOn: '2026-11-20',
      occurredOnReason: '补录',
    });
    expect(bodyOf(commandForms.accept, { occurredOn: '' })).toEqual({});
  });

  it('takes a contact whole or not at all', () => {
    const values = { statement: 's', admitted: '0', contact: { name: '乙', phone: '' } };
    expect(faultsOfForm(commandForms.recordReply, values, today)).toMatchObject([{ field: 'contact.phone' }]);
    expect(bodyOf(commandForms.recordReply, { ...values, contact: '' })).toMatchObject({
      admitted: '0.00',
      contact: null,
    });
  });

  it('reads the names of those present, one a line or set apart by commas', () => {
    const values = { place: 'p', attendees: '甲\n乙、丙，丁\n', minutes: 'm', outcome: 'agreed' };
    expect(bodyOf(commandForms.holdMediation, values).attendees).toEqual(['甲', '乙', '丙', '丁']);
  });
});
