import { calendarNow, calendarOf2025, claim, mediator, minhang, money, pudong, Story, city } from './story.js';

export const settled = '0192a000-0000-8000-8000-000000000001';
export const waiting = '0192a000-0000-8000-8000-000000000002';
export const withdrawn = '0192a000-0000-8000-8000-000000000003';
export const transferredLate = '0192a000-0000-8000-8000-000000000004';

export const numbers = {
  [settled]: 'OP-2026-0000-0000-0001X',
  [waiting]: 'OP-2025-0000-0000-0002X',
  [withdrawn]: 'OP-2026-0000-0000-0003X',
  [transferredLate]: 'OP-2026-0000-0000-0004X',
} as const;

/**
 * Four cases: one accepted before the calendar of 2026 was known, and still waiting for its transfer; one withdrawn; one
 * transferred too late and in handling; and one with a backdated acceptance, an extension and a settlement half paid.
 */
export async function fourCases(): Promise<Story> {
  const story = new Story();
  await story.releaseLaw(calendarOf2025);

  story.on('2025-12-24');
  await story.lodged(waiting, numbers[waiting], { respondent: { ...claim.respondent, name: '东方水务局' } });
  await story.event(waiting, 'FormallyAccepted', { acceptingAuthority: city });
  await story.on('2025-12-30').law(['calendar-CN', 'CalendarPublished', 'calendar', calendarNow]);

  story.on('2026-03-02');
  await story.lodged(settled, numbers[settled]);
  await story.lodged(withdrawn, numbers[withdrawn]);
  await story.lodged(transferredLate, numbers[transferredLate]);
  await story.event(transferredLate, 'FormallyAccepted', { acceptingAuthority: city });
  story.on('2026-03-04');
  await story.event(settled, 'FormallyAccepted', { acceptingAuthority: city }, '2026-03-02');
  await story.event(withdrawn, 'FormallyAccepted', { acceptingAuthority: city });
  story.on('2026-03-09');
  await story.event(settled, 'Transferred', { to: pudong, ground: '属地管理' });
  await story.event(withdrawn, 'ClaimWithdrawn', { reason: '已付款' });
  story.on('2026-03-10');
  await story.event(settled, 'MaterialsReceived', { handlingAuthority: pudong });
  await story.event(settled, 'MediatorAssigned', { mediator, previous: null });
  story.on('2026-03-18');
  await story.event(transferredLate, 'Transferred', { to: minhang, ground: '属地管理' });
  await story.event(transferredLate, 'MaterialsReceived', { handlingAuthority: minhang });
  await story.event(settled, 'RespondentReplied', {
    by: 'office',
    statement: '资金紧张',
    admitted: money('1200000.00'),
    contact: null,
  });
  story.on('2026-03-27');
  await story.event(settled, 'HandlingExtended', { totalDays: 60, reason: '情况复杂', approvedBy: mediator });
  await story.event(settled, 'MediationHeld', {
    place: '浦东新区调解室',
    attendees: ['王芳', '孙立'],
    minutes: '双方同意分期付款',
    outcome: 'agreed',
  });
  await story.event(settled, 'SettlementAgreed', {
    total: money('1200000.00'),
    instalments: [
      { instalment: 1, dueOn: '2026-04-10', amount: money('600000.00') },
      { instalment: 2, dueOn: '2026-05-10', amount: money('600000.00') },
    ],
    terms: '分两期付清',
  });
  await story.on('2026-04-10').event(settled, 'PaymentRecorded', {
    payment: 1,
    amount: money('600000.00'),
    instalment: 1,
    method: 'bankTransfer',
    reference: '回单0410',
    outstanding: money('600000.00'),
    proof: null,
    allocation: {
      order: 'agreed',
      costs: money('0.00'),
      interest: money('0.00'),
      principal: money('600000.00'),
      ofUndisputed: money('0.00'),
    },
  });
  return story;
}
