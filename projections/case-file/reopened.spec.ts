import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import { numbers, settled, withdrawn } from '../testing/cases.js';
import { city, money, pudong, Story } from '../testing/story.js';
import { ViewUnderTest } from '../testing/view-under-test.js';
import { caseFile } from './projection.js';
import { caseFileOf } from './queries.js';

describe('The file of a case taken up again', () => {
  let view: ViewUnderTest;
  let story: Story;
  const reopen = (caseId: string) =>
    story.event(caseId, 'CaseReopened', { ground: 'newFacts', reason: '新证据', run: 2 });

  beforeAll(async () => {
    view = await ViewUnderTest.of(caseFile);
    story = new Story();
    await story.releaseLaw();
    for (const caseId of [settled, withdrawn] as const) {
      await story.on('2026-03-02').lodged(caseId, numbers[caseId]);
      await story.event(caseId, 'FormallyAccepted', { acceptingAuthority: city });
      await story.event(caseId, 'Transferred', { to: pudong, ground: '属地管理' });
      await story.event(caseId, 'MaterialsReceived', { handlingAuthority: pudong });
    }
    await story.on('2026-03-20').event(withdrawn, 'HandlingTerminated', { ground: 'other', reason: '无法联系' });
    await story.event(settled, 'ResultIssued', {
      ...{ outcome: 'notSettled', summary: '未达成一致', paid: money('0.00'), outstanding: money('1200000.00') },
    });
    await story.event(settled, 'ResultFedBack', { to: 'complainant', how: '系统' });
    await story.event(settled, 'ResultFedBack', { to: 'acceptingAuthority', how: '系统' });
  });

  afterAll(() => view.drop());

  const read = async (caseId: string) => {
    await view.catchUp(story.store);
    const today = '2026-04-02' as PlainDate;
    const file = await caseFileOf(story.store, view.pool, { kind: 'all' }, caseId, today, (events) =>
      Promise.resolve(events),
    );
    const { clocks, reopenedWithoutTerm } = file!;
    return { clocks: clocks.map(({ rule, status }) => `${rule} ${status}`), reopenedWithoutTerm };
  };

  it('says that no new term is set, where every clock had stopped', async () => {
    expect((await read(settled)).reopenedWithoutTerm).toBe(false);
    story.on('2026-04-01');
    await reopen(settled);
    expect(await read(settled)).toEqual({ clocks: ['transfer met', 'result met'], reopenedWithoutTerm: true });
  });

  it('does not, where the reopening gave a clock its term again', async () => {
    story.on('2026-04-01');
    await reopen(withdrawn);
    const clocks = ['transfer met', 'result ended', 'result running'];
    expect(await read(withdrawn)).toEqual({ clocks, reopenedWithoutTerm: false });
  });

  it('does not any more, once the case is over again', async () => {
    await story.on('2026-04-02').event(settled, 'HandlingTerminated', { ground: 'other', reason: '无法联系' });
    expect((await read(settled)).reopenedWithoutTerm).toBe(false);
  });
});
