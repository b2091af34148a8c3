import type { Claim, Line } from '@redress/cases/overdue-payment/claim.js';
import type { CommandBody, CommandName } from '@redress/cases/overdue-payment/commands.js';
import { duesOf } from '@redress/cases/overdue-payment/line-due.js';
import { minus, money, nothing, sum, type Money } from '@redress/cases/shared/money.js';
import { addDays, plainDate } from '@redress/deadlines/calendar/plain-date.js';
import type { Act, Role, Stage, Story } from '../story.js';
import { person } from '../population.js';
import { yuan } from './amounts.js';

function act<C extends CommandName>(by: Role, name: C, body: CommandBody<C>, after: number): Act {
  return { by, name, body, after };
}

/** An overdue-payment claim: most settle or pay, some hang beyond their term, some end before they begin. */
export function* overduePaymentStory(stage: Stage): Story {
  const { chance, complainant } = stage;
  const { lodging, total } = lodge(stage);
  yield lodging;
  if (chance.happens(0.15)) {
    const defects = [{ item: '授权委托书', what: '未加盖公章' }];
    yield act('intakeOfficer', 'requestSupplement', { defects, dueOn: null, arisenFrom: null }, chance.whole(1, 6));
    if (chance.happens(0.1)) return;
    const supplied = { statement: '已补齐。', evidence: [], respondent: null, due: null };
    yield act('complainant', 'supplyMaterials', supplied, chance.whole(1, 15));
  }
  if (chance.happens(0.08)) {
    const ground = chance.one(['notAPurchase', 'otherForum'] as const);
    yield act('intakeOfficer', 'decline', { ground, reason: '不属于受理范围，理由已书面告知。' }, chance.whole(2, 9));
    return;
  }
  yield act('intakeOfficer', 'accept', {}, chance.whole(1, 9));
  const office = stage.handlingOffice(complainant.district);
  yield act('intakeOfficer', 'transfer', { to: office, ground: '属地管理、分级负责' }, chance.whole(1, 12));
  if (chance.happens(0.05)) return;
  yield act('handlingOfficer', 'receiveMaterials', {}, chance.whole(1, 4));
  const mediator = stage.officer(office, 'mediator');
  yield act('handlingOfficer', 'assignMediator', { mediator }, chance.whole(1, 2));
  if (chance.happens(0.07)) {
    yield act('complainant', 'withdraw', { reason: '双方已自行解决。' }, chance.whole(2, 20));
    return;
  }
  if (chance.happens(0.75)) {
    const statement = chance.one(['对金额无异议，资金安排中。', '部分金额有争议。', '等待上级单位拨款。']);
    const reply = { statement, admitted: part(total, chance.one([0.5, 0.8, 1])), contact: person(chance) };
    yield act('mediator', 'recordReply', reply, chance.whole(2, 12));
  }
  if (chance.happens(0.12)) return;
  yield act('mediator', 'holdMediation', mediation(stage, 'adjourned'), chance.whole(2, 8));
  if (chance.happens(0.2)) {
    const extension = { totalDays: chance.one([45, 60, 90]), reason: '账目复杂，需要对账。' };
    yield act('departmentHead', 'extendHandling', extension, chance.whole(1, 6));
  }
  if (chance.happens(0.6)) yield* settled(stage, total);
  else yield* unsettled(stage, total);
  for (const to of ['complainant', 'acceptingAuthority'] as const) {
    yield act('mediator', 'feedBack', { to, how: '书面送达' }, chance.whole(1, 3));
  }
  if (chance.happens(0.4)) {
    const rating = chance.one([1, 2, 3, 3, 4, 4, 4, 5, 5, 5] as const);
    yield act('complainant', 'rateSatisfaction', { by: 'complainant', rating, comment: '' }, chance.whole(1, 9));
  }
}

function* settled(stage: Stage, total: Money): Story {
  const { chance } = stage;
  const parts = chance.whole(1, 3);
  const settledOn = addDays(plainDate(stage.lodgedOn), 200);
  const each = part(total, 1 / parts);
  const amounts = Array.from({ length: parts }, (_, i) => (i === 0 ? minus(total, times(each, parts - 1)) : each));
  const instalments = amounts.map((amount, i) => ({ dueOn: addDays(settledOn, 30 * i), amount }));
  yield act(
    'mediator',
    'agreeSettlement',
    { total, instalments, terms: '分期支付，逾期恢复处理。' },
    chance.whole(1, 9),
  );
  for (const [i, { amount }] of instalments.entries()) {
    if (chance.happens(0.15)) break;
    yield act('mediator', 'recordPayment', payment(amount, i + 1), chance.whole(3, 20));
  }
  yield act('mediator', 'issueResult', { outcome: 'settled', summary: '达成和解，按约履行。' }, chance.whole(1, 4));
}

function* unsettled(stage: Stage, total: Money): Story {
  const { chance } = stage;
  yield act('mediator', 'holdMediation', mediation(stage, 'failed'), chance.whole(2, 12));
  if (chance.happens(0.35)) {
    yield act('mediator', 'recordPayment', payment(total, null), chance.whole(1, 10));
    yield act('mediator', 'issueResult', { outcome: 'paidInFull', summary: '已全额支付。' }, chance.whole(1, 4));
    return;
  }
  yield act(
    'mediator',
    'issueResult',
    { outcome: 'notSettled', summary: '调解未成，告知救济途径。' },
    chance.whole(1, 14),
  );
}

function mediation({ chance }: Stage, outcome: 'adjourned' | 'failed'): CommandBody<'holdMediation'> {
  const attendees = [person(chance).name, person(chance).name];
  return { place: '调解室', attendees, minutes: '双方陈述了意见，并核对了对账单。', outcome };
}

function payment(amount: Money, instalment: number | null): CommandBody<'recordPayment'> {
  const allocation = { order: 'principalFirst' as const };
  return { amount, instalment, method: 'bankTransfer', reference: '银行回单', proof: null, allocation };
}

function lodge(stage: Stage): { lodging: Act; total: Money } {
  const { chance, complainant, lodgedOn, acceptingOffice, population, paymentTerms, calendar } = stage;
  const { district: _, ...party } = complainant;
  const lines = Array.from(
    {
      length: chance.weighted([
        [70, 1],
        [20, 2],
        [10, 3],
      ] as const),
    },
    (_, i) => line(stage, i + 1),
  );
  const claim: Claim = {
    complainant: party,
    privateOrganisation: chance.one([true, true, null]),
    respondent: population.respondent(chance),
    contract: {
      title: chance.one(['采购合同', '施工分包合同', '技术服务合同', '设备供货合同']),
      number: `HT-${chance.whole(10_000, 99_999)}`,
      subject: chance.one(['goods', 'works', 'services'] as const),
      concludedOn: addDays(plainDate(lodgedOn), -chance.whole(760, 900)),
      payWhenPaid: chance.happens(0.1),
    },
    lines,
    request: '请求支付拖欠款项及逾期利息。',
    facts: '已按约交付并开具发票，多次催收未付。',
    evidence: [
      { kind: 'contract', title: '合同', reference: '附件1' },
      { kind: 'invoice', title: '发票', reference: '附件2' },
    ],
    promises: { noOtherForum: true, truth: true, signatory: complainant.contact.name },
  };
  const due = duesOf(claim, paymentTerms, calendar);
  const lodging = { by: 'complainant', channel: 'online', receivedOn: lodgedOn, agent: null } as const;
  return {
    lodging: act('complainant', 'lodge', { claim, lodging, acceptingOffice, due }, 0),
    total: sum(lines.map(({ amount }) => amount)),
  };
}

function line({ chance, lodgedOn }: Stage, number: number): Line {
  const deliveredOn = addDays(plainDate(lodgedOn), -chance.whole(200, 700));
  const amount = yuan(chance, 12, 1.2);
  return {
    line: number,
    description: `第${number}批`,
    deliveredOn,
    workAcceptedOn: null,
    inspectionEndsOn: null,
    settlementConfirmedOn: null,
    agreedDueOn: addDays(deliveredOn, 60),
    agreedDays: null,
    amount,
    disputed: chance.happens(0.25) ? part(amount, chance.one([0.1, 0.3, 1])) : nothing,
  };
}

/** A part of a sum, in whole yuan and never nothing. */
function part(amount: Money, share: number): Money {
  return share === 1 ? amount : money(String(Math.max(1, Math.floor(Number(amount) * share))))!;
}

function times(amount: Money, n: number): Money {
  return sum(Array.from({ length: n }, () => amount));
}
