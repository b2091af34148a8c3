import { caseNumber } from '@redress/cases/shared/case-number.js';
import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import { fourCases, numbers, settled, transferredLate, waiting } from '../testing/cases.js';
import { claim, mediator, money, pudong, Story } from '../testing/story.js';
import { ViewUnderTest } from '../testing/view-under-test.js';
import { instalmentsToday } from './instalments.js';
import { caseFile } from './projection.js';
import { caseFileOf, findCase, type Tell } from './queries.js';

const day = (text: string) => text as PlainDate;
const toldAll: Tell = (events) => Promise.resolve(events);

describe('The case file', () => {
  let view: ViewUnderTest;
  let story: Story;

  beforeAll(async () => {
    view = await ViewUnderTest.of(caseFile);
    story = await fourCases();
    await view.catchUp(story.store);
  });

  afterAll(() => view.drop());

  const file = async (caseId: string, today: string) =>
    (await caseFileOf(story.store, view.pool, { kind: 'all' }, caseId, day(today), toldAll))!;

  it('holds the claim, the acts and what is paid of each instalment', async () => {
    const shown = await file(settled, '2026-05-12');
    expect(shown).toMatchObject({
      caseNumber: numbers[settled],
      kind: 'overduePayment',
      revision: '9',
      status: 'settled',
      claim,
      total: '1280000.00',
      disputed: '80000.00',
      paid: '600000.00',
      outstanding: '600000.00',
      handlingOffice: pudong,
      mediator,
      holder: { office: pudong, person: mediator },
      reply: { statement: '资金紧张', admitted: '1200000.00', on: '2026-03-18' },
      mediations: [{ on: '2026-03-27', outcome: 'agreed', minutes: '双方同意分期付款' }],
      settlement: {
        on: '2026-03-27',
        total: '1200000.00',
        terms: '分两期付清',
        instalments: [
          { instalment: 1, paid: '600000.00', status: 'paid' },
          { instalment: 2, paid: '0.00', status: 'overdue' },
        ],
      },
      payments: [{ payment: 1, paidOn: '2026-04-10', amount: '600000.00', method: 'bankTransfer' }],
      extension: { totalDays: 60, reason: '情况复杂', approvedBy: mediator, on: '2026-03-27' },
      result: null,
      parked: false,
    });
  });

  it('11: shows each clock with its reasons, and how it stands today', async () => {
    const { clocks } = await file(settled, '2026-05-08');
    expect(clocks).toMatchObject([
      { rule: 'transfer', status: 'met', startedOn: '2026-03-02', dueOn: '2026-03-16', stoppedOn: '2026-03-09' },
      { rule: 'result', status: 'dueSoon', dueOn: '2026-05-09', daysLeft: 1, unit: 'D' },
    ]);
    expect(clocks[1]?.explanation).toMatchObject({
      law: { article: '25¶2' },
      length: { base: 30, total: 60 },
      extensions: [{ counts: true, dueBefore: '2026-04-09', dueAfter: '2026-05-09' }],
    });
    expect((await file(settled, '2026-05-10')).clocks[1]).toMatchObject({ status: 'late', daysLeft: -1 });
    expect((await file(transferredLate, '2026-04-01')).clocks[0]).toMatchObject({
      rule: 'transfer',
      status: 'metLate',
    });
  });

  it('counts from the calendar known since', async () => {
    const [clock] = (await file(waiting, '2026-01-05')).clocks;
    expect(clock).toMatchObject({
      dueOn: '2026-01-08',
      provisional: false,
      explanation: { calendar: ['2025.1', '2026.1'] },
    });
  });

  it('15: tells the timeline newest first, in both times', async () => {
    const { timeline } = await file(settled, '2026-04-01');
    expect(timeline.map(({ type }) => type).slice(-3)).toEqual(['Transferred', 'FormallyAccepted', 'ClaimLodged']);
    expect(timeline.at(-2)).toMatchObject({
      revision: '1',
      occurredAt: '2026-03-02T16:30:00+08:00',
      recordedAt: '2026-03-04T02:00:00.000000+00:00',
      occurredAtReason: '补记',
      actor: { name: '赵军' },
    });
  });

  it('finds a case by its number as people write it, and by its id', async () => {
    const number = caseNumber('overduePayment', 2026, settled);
    const named = new Story();
    await named.on('2026-03-02').lodged(settled, number);
    const other = await ViewUnderTest.of(caseFile);
    await other.catchUp(named.store);
    const found = {
      caseId: settled,
      caseNumber: number,
      complainantCode: claim.complainant.creditCode,
      agentCode: null,
      respondentCode: null,
      kind: 'overduePayment',
      offices: ['city-accepting'],
      district: null,
    };
    expect(await findCase(other.pool, settled)).toEqual(found);
    expect(await findCase(other.pool, number.toLowerCase().replaceAll('-', ' '))).toEqual(found);
    expect(await findCase(other.pool, waiting)).toBeNull();
    expect(await findCase(other.pool, 'no such\0case')).toBeNull();
    await other.drop();
  });

  it('16: is null for whom the case is none of', async () => {
    expect(
      await caseFileOf(
        story.store,
        view.pool,
        { kind: 'district', district: '310112' },
        settled,
        day('2026-04-01'),
        toldAll,
      ),
    ).toBeNull();
    expect(
      await caseFileOf(
        story.store,
        view.pool,
        { kind: 'office', office: pudong.id, officer: 'somebody', isHead: false },
        settled,
        day('2026-04-01'),
        toldAll,
      ),
    ).not.toBeNull();
  });

  it('8: is rebuilt row for row, whatever the page size', async () => {
    const live = await view.rows('case_file_v5_1');
    for (const pageSize of [1, 7]) expect(await view.rebuilt(story.store, pageSize)).toEqual(live);
  });
});

describe('Instalments', () => {
  const instalments = [
    { instalment: 1, dueOn: '2026-04-10', amount: money('100.00') },
    { instalment: 2, dueOn: '2026-05-10', amount: money('100.00') },
  ];
  const stand = (payments: { amount: string; instalment: number | null }[]) =>
    instalmentsToday(
      instalments,
      payments.map((payment) => ({ ...payment, amount: money(payment.amount) })),
      day('2026-04-11'),
    ).map(({ paid, status }) => `${paid} ${status}`);

  it('are filled in order by payments which name none', () => {
    expect(stand([{ amount: '130.00', instalment: null }])).toEqual(['100.00 paid', '30.00 partly']);
  });

  it('are filled by the payments which name them, the rest going to the first that is short', () => {
    expect(stand([{ amount: '120.00', instalment: 2 }])).toEqual(['20.00 overdue', '100.00 paid']);
  });

  it('are overdue from the day after', () => {
    expect(stand([])).toEqual(['0.00 overdue', '0.00 open']);
  });
});
