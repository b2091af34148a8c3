import { event } from '../specimens/histories.js';
import { onlyClock, statusesOn } from '../specimens/readings.js';
import { releaseLaw } from '../specimens/release.js';
import { type HistoryEvent } from './clock.js';
import { clockFacts } from './derive-clocks.js';

const law = releaseLaw();
const only = (history: readonly HistoryEvent[]) => onlyClock(history, law);
const statusOn = (day: string, history: readonly HistoryEvent[]) => statusesOn(day, history, law);

const accepted = event('FormallyAccepted', '2025-09-26');
const received = event('MaterialsReceived', '2025-09-05');
const issued = event('ResultIssued', '2025-09-20');
const fedBack = (to: string, day: string) => event('ResultFedBack', day, { to });

describe('Order 802: transfer within 10 working days of formal acceptance', () => {
  it('is due on 2025-10-16 when accepted on 2025-09-26', () => {
    expect(only([accepted])).toMatchObject({
      rule: 'transfer',
      pack: 'CN-ORDER-802',
      state: 'open',
      startedOn: '2025-09-26',
      dueOn: '2025-10-16',
      cautiousDueOn: '2025-10-16',
      run: accepted.id,
      effect: 'statutory',
      mark: 'confirmed',
      provisional: false,
      subject: 'case',
    });
  });

  it('runs to the end of its last day, is late the day after, and counts working days left and over', () => {
    expect(statusOn('2025-09-26', [accepted])).toEqual([['running', 10]]);
    expect(statusOn('2025-10-15', [accepted])).toEqual([['running', 1]]);
    expect(statusOn('2025-10-16', [accepted])).toEqual([['running', 0]]);
    expect(statusOn('2025-10-17', [accepted])).toEqual([['late', -1]]);
    expect(statusOn('2025-10-20', [accepted])).toEqual([['late', -2]]);
  });

  it('is met by the transfer on the last day, and met late the day after', () => {
    expect(statusOn('2025-12-01', [accepted, event('Transferred', '2025-10-16')])).toEqual([['met', null]]);
    expect(statusOn('2025-12-01', [accepted, event('Transferred', '2025-10-17')])).toEqual([['metLate', null]]);
  });

  it('is neither met nor late once the claim is withdrawn or handling terminated in time', () => {
    expect(statusOn('2025-12-01', [accepted, event('ClaimWithdrawn', '2025-10-01')])).toEqual([['ended', null]]);
    expect(statusOn('2025-12-01', [accepted, event('HandlingTerminated', '2025-10-16')])).toEqual([['ended', null]]);
  });

  it('ends late where that comes after the due date: late it was', () => {
    expect(statusOn('2025-12-01', [accepted, event('ClaimWithdrawn', '2025-10-17')])).toEqual([['endedLate', null]]);
    expect(statusOn('2025-12-01', [accepted, event('HandlingTerminated', '2025-11-01')])).toEqual([
      ['endedLate', null],
    ]);
    expect(only([accepted, event('ClaimWithdrawn', '2025-10-17')])).toMatchObject({
      ...{ state: 'ended', endedLate: true, endedOn: '2025-10-17', stoppedLate: null },
    });
  });

  it('does not exist where acceptance came before the regulation was in force', () => {
    expect(clockFacts([event('FormallyAccepted', '2025-05-31')], law)).toEqual([]);
    expect(only([event('FormallyAccepted', '2025-06-01')]).startedOn).toBe('2025-06-01');
  });

  it('is provisional where the last day lies in a year without a notice', () => {
    const fact = only([event('FormallyAccepted', '2026-12-18')]);
    expect(fact).toMatchObject({ dueOn: '2027-01-04', provisional: true, state: 'open' });
    expect(fact.explanation.provisional?.en).toContain('2027');
  });

  it('cannot tell where no calendar serves', () => {
    const fact = only([event('FormallyAccepted', '2027-12-20')]);
    expect(fact).toMatchObject({ state: 'cannotTell', dueOn: null, cautiousDueOn: null, provisional: true });
    expect(fact.explanation.cannotTell?.zh).toContain('没有已公布的放假安排');
    expect(statusOn('2028-03-01', [event('FormallyAccepted', '2027-12-20')])).toEqual([['cannotTell', null]]);
  });

  it('takes the Shanghai day of an event, not the UTC day', () => {
    const late = { ...accepted, occurredAt: '2025-09-25T16:30:00Z' };
    expect(only([late]).startedOn).toBe('2025-09-26');
  });
});

describe('Order 802: result within 30 days of receiving the materials', () => {
  it('is due 30 calendar days on, does not roll, and shows the rolled date beside it', () => {
    const fact = only([received]);
    expect(fact).toMatchObject({ rule: 'result', dueOn: '2025-10-05', provisional: false });
    expect(fact.explanation.roll).toMatchObject({
      rule: 'none',
      raw: '2025-10-05',
      makeUpCounts: '2025-10-09',
      makeUpOff: '2025-10-09',
    });
    expect(fact.explanation.designChoices[0]?.en).toContain('design choice');
  });

  it('shows both readings of a last day on a make-up Sunday', () => {
    const fact = only([event('MaterialsReceived', '2025-08-29')]);
    expect(fact.dueOn).toBe('2025-09-28');
    expect(fact.explanation.roll).toMatchObject({ makeUpCounts: '2025-09-28', makeUpOff: '2025-09-29' });
  });

  it('stops only when the result is issued and fed back to the complainant and to the accepting authority', () => {
    const history = [received, issued, fedBack('complainant', '2025-09-22')];
    expect(only(history).state).toBe('open');
    expect(only([...history, fedBack('complainant', '2025-09-23')]).state).toBe('open');
    const done = only([...history, fedBack('acceptingAuthority', '2025-09-25')]);
    expect(done).toMatchObject({ state: 'stopped', stoppedOn: '2025-09-25' });
    expect(done.explanation.stop?.event).toBe('ResultFedBack@2025-09-25');
  });

  it('stops in whatever order the three happen', () => {
    const history = [
      received,
      fedBack('acceptingAuthority', '2025-09-18'),
      fedBack('complainant', '2025-09-19'),
      issued,
    ];
    expect(only(history)).toMatchObject({ state: 'stopped', stoppedOn: '2025-09-20' });
  });

  it('is lengthened to 90 days in all, not by 90', () => {
    const extended = event('HandlingExtended', '2025-10-05', { totalDays: 90 });
    expect(only([received, extended])).toMatchObject({ dueOn: '2025-12-04', run: extended.id });
  });

  it('may be lengthened again up to 90 in all, each time before the due date then in force', () => {
    const to60 = event('HandlingExtended', '2025-10-01', { totalDays: 60 });
    const to90 = event('HandlingExtended', '2025-11-04', { totalDays: 90 });
    const tooLate = event('HandlingExtended', '2025-11-05', { totalDays: 90 });
    expect(only([received, to60]).dueOn).toBe('2025-11-04');
    expect(only([received, to60, to90]).dueOn).toBe('2025-12-04');
    expect(only([received, to60, tooLate])).toMatchObject({ dueOn: '2025-11-04', run: to60.id });
  });

  it.each<[string, HistoryEvent, string]>([
    [
      'approved after the due date',
      event('HandlingExtended', '2025-10-06', { totalDays: 90 }),
      'approved after the due date',
    ],
    ['beyond 90 days in all', event('HandlingExtended', '2025-10-01', { totalDays: 91 }), 'beyond the greatest length'],
    ['no longer than the term', event('HandlingExtended', '2025-10-01', { totalDays: 30 }), 'not longer'],
    ['of no whole number of days', event('HandlingExtended', '2025-10-01', { totalDays: '60' }), 'no whole number'],
  ])('records and shows an extension %s, which moves nothing', (_what, extension, why) => {
    const fact = only([received, extension]);
    expect(fact).toMatchObject({ dueOn: '2025-10-05', run: received.id });
    expect(fact.explanation.extensions).toMatchObject([
      { counts: false, dueBefore: '2025-10-05', dueAfter: '2025-10-05', article: '25¶2' },
    ]);
    expect(fact.explanation.extensions[0]?.why.en).toContain(why);
  });

  it('grants the greatest length when the approval names none, and no further step after it', () => {
    const fact = only([received, event('HandlingExtended', '2025-10-01'), event('HandlingExtended', '2025-10-02')]);
    expect(fact.dueOn).toBe('2025-12-04');
    expect(fact.explanation.extensions.map((extension) => extension.counts)).toEqual([true, false]);
    expect(fact.explanation.extensions[1]?.why.en).toContain('not the next step');
  });

  it('counts an extension approved in time though recorded late, and says when it was learned', () => {
    const fact = only([received, event('HandlingExtended', '2025-10-05', { totalDays: 60 }, '2025-10-20')]);
    expect(fact.dueOn).toBe('2025-11-04');
    expect(fact.explanation.extensions[0]?.approval).toMatchObject({ on: '2025-10-05', recordedOn: '2025-10-20' });
  });
});
