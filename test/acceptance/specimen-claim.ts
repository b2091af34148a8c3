import { demonstrationCompanies } from '@redress/access/demonstration-accounts.js';

/** A claim such as the pages send; (2021)渝0110民初11752号 with the names replaced. */
export function specimenClaim() {
  return {
    complainant: {
      ...demonstrationCompanies.pudong,
      sizeType: 'small',
      address: '上海市浦东新区张江路 1 号',
      contact: { name: '王小姐', phone: '021-50000001' },
    },
    respondent: {
      name: '某大型制造集团有限公司',
      creditCode: '91500110MADEM0100R' as string | null,
      unitType: 'largeFirm',
      sizeType: 'large',
      address: '重庆市綦江区',
      contact: null,
    },
    contract: {
      title: '设备买卖合同',
      number: 'HT-2020-06',
      subject: 'goods',
      concludedOn: '2020-06-01',
      payWhenPaid: false,
    },
    lines: [
      {
        description: '设备货款',
        deliveredOn: '2020-09-20',
        workAcceptedOn: null as string | null,
        agreedDueOn: '2020-11-19' as string | null,
        amount: '4554487.75',
        disputed: '0',
      },
    ],
    request: '支付货款及逾期利息。',
    facts: '已交货，对方至今未付。',
    evidence: [{ kind: 'contract', title: '合同', reference: 'contract.pdf' }],
    promises: { noOtherForum: true, truth: true, signatory: '王小姐' },
  };
}
