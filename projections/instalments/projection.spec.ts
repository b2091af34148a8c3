import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import { claim, mediator, money, pudong, Story } from '../testing/story.js';
import { ViewUnderTest } from '../testing/view-under-test.js';
import { instalments } from './projection.js';
import { overdueInstalments } from './queries.js';

const caseId = '0192a000-0000-8000-8000-000000000001';
const total = money('900.00');
const plan = (...days: readonly string[]) => ({
  total,
  instalments: days.map((dueOn, i) => ({ instalment: i + 1, dueOn, amount: money(`${900 / days.length}.00`) })),
  terms: '分期',
});

describe('The view of open instalments', () => {
  let view: ViewUnderTest;
  let story: Story;

  beforeEach(async () => {
    view = await ViewUnderTest.of(instalments);
    story = new Story();
    await story.releaseLaw();
    await story.on('2026-03-02').lodged(caseId, 'OP-2026-0000-0000-0001', claim);
    await story.event(caseId, 'FormallyAccepted', { acceptingAuthority: pudong });
    await story.event(caseId, 'MaterialsReceived', { handlingAuthority: pudong });
    await story.event(caseId, 'MediatorAssigned', { mediator, previous: null });
    await story.event(caseId, 'SettlementAgreed', plan('2026-03-10', '2026-03-20', '2026-03-30'));
  });

  afterEach(() => view.drop());

  const overdue = async (today: string) => {
    await view.catchUp(story.store);
    return (await overdueInstalments(view.pool, today as PlainDate, 10)).map(({ instalment }) => instalment);
  };
  const payment = (amount: string) => ({
    payment: 1,
    amount: money(amount),
    instalment: null,
    method: 'bankTransfer' as const,
    reference: '回单',
    outstanding: money('0.00'),
    proof: null,
    allocation: {
      order: 'agreed' as const,
      costs: money('0.00'),
      interest: money('0.00'),
      principal: money(amount),
      ofUndisputed: money('0.00'),
    },
  });

  it('gives those whose day is over, and not the day itself', async () => {
    expect(await overdue('2026-03-10')).toEqual([]);
    expect(await overdue('2026-03-11')).toEqual([1]);
    expect(await overdue('2026-04-01')).toEqual([1, 2, 3]);
  });

  it('leaves out what is paid and what was declared missed', async () => {
    await story.event(caseId, 'PaymentRecorded', payment('300.00'));
    expect(await overdue('2026-04-01')).toEqual([2, 3]);
    await story.event(caseId, 'InstalmentMissed', { instalment: 2, dueOn: '2026-03-20', open: money('300.00') });
    expect(await overdue('2026-04-01')).toEqual([3]);
  });

  it('follows the settlement that stands, and ends with the case', async () => {
    await story.event(caseId, 'SettlementAgreed', plan('2026-05-10'));
    expect(await overdue('2026-05-10')).toEqual([]);
    expect(await overdue('2026-05-11')).toEqual([1]);
    await story.event(caseId, 'HandlingTerminated', { ground: 'paid', reason: '已付清' });
    expect(await overdue('2026-05-11')).toEqual([]);
  });

  it('8: is the same when it is rebuilt', async () => {
    await overdue('2026-04-01');
    const live = await view.rows('instalments_v1_1');
    for (const pageSize of [1, 7]) expect(await view.rebuilt(story.store, pageSize)).toEqual(live);
  });
});
