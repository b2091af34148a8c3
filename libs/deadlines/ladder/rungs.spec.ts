import { plainDate } from '../calendar/plain-date.js';
import { DataRefused } from '../checking/place.js';
import { type ClockFact, type HistoryEvent } from '../clock/clock.js';
import { clockFacts } from '../clock/derive-clocks.js';
import { event, specimenLaw, specimenRule } from '../specimens/histories.js';
import { readJson, releaseLaw, releasePacks } from '../specimens/release.js';
import { parsePolicy } from './check-policy.js';
import { eventOfProposed, rungReceivers, type EscalationPolicy } from './escalation-policy.js';
import { rungsOf } from './rungs.js';

const law = releaseLaw();
const packs = releasePacks();
/** Of the national office no city is the superior: its terms are shown, and climbed by nobody. */
const ofTheNationalOffice = /^(pe|tm|patent)\./;
const policy = parsePolicy(readJson('ladder/data/policy-default.json'), packs);

function rungs(history: readonly HistoryEvent[]): readonly string[] {
  return clockFacts(history, law)
    .flatMap((fact) => rungsOf(fact, policy, law.calendar))
    .map((rung) => `${rung.rule} ${rung.rung} ${rung.dueOn} ${rung.tells.join('+')}`);
}

const accepted = event('FormallyAccepted', '2025-09-26');

describe('the default policy', () => {
  it('is a service norm of the platform and says so in every title and basis', () => {
    expect(policy.effect).toBe('serviceNorm');
    expect(policy.title.zh).toContain('非法律规定');
    for (const rung of policy.ladders.flatMap((ladder) => ladder.rungs)) expect(rung.basis.zh).toContain('平台默认值');
  });

  it('warns the holder one working day ahead and then climbs, working day by working day', () => {
    expect(rungs([accepted])).toEqual([
      'transfer amber 2025-10-15 holder+firstContact',
      'transfer red 2025-10-17 holder+firstContact+departmentHead',
      'transfer district 2025-10-20 district',
      'transfer city 2025-10-27 district+city',
      'transfer jointConference 2025-11-06 city+jointConference',
    ]);
  });

  it('warns on the last working day before a due date on a holiday, and is never later than the next working day', () => {
    const result = rungs([event('MaterialsReceived', '2025-09-05')]);
    expect(result.slice(0, 2)).toEqual([
      'result amber 2025-09-30 holder+firstContact',
      'result red 2025-10-09 holder+firstContact+departmentHead',
    ]);
  });
});

describe('the default policy covers', () => {
  const ladders = (kind: string) => policy.ladders.filter(({ caseKind }) => caseKind === kind);

  it.each(['overduePayment', 'complaint', 'creditRepair', 'ipFastTrack'])('the clocks of %s', (kind) => {
    const climbed = new Set(ladders(kind).map(({ rule }) => rule));
    const owed = packs
      .flatMap(({ rules }) => rules)
      .filter(({ caseKind, duty, effect }) => caseKind === kind && duty === 'office' && effect !== 'reminder')
      .filter(({ id }) => !ofTheNationalOffice.test(id));
    expect(owed.map(({ id }) => id).filter((id) => !climbed.has(id))).toEqual([]);
    for (const { rungs } of ladders(kind)) expect(rungs).not.toHaveLength(0);
  });

  it('every act and every receiver', () => {
    const rungs = policy.ladders.flatMap((ladder) => ladder.rungs);
    const acts = ['notify', 'raiseLevel', 'requireReason', ...Object.keys(eventOfProposed)];
    expect(new Set(rungs.map(({ act }) => act))).toEqual(new Set(acts));
    expect(new Set(rungs.flatMap(({ tells }) => tells))).toEqual(new Set(rungReceivers));
    for (const { offset, act } of rungs) if (offset < 0) expect(act).toBe('notify');
  });

  it('no party’s term as an office’s lateness', () => {
    const ofParties = new Set(packs.flatMap(({ rules }) => rules).flatMap((r) => (r.duty === 'party' ? [r.id] : [])));
    const climbed = policy.ladders.filter(({ rule }) => ofParties.has(rule)).flatMap(({ rungs }) => rungs);
    expect(climbed.map(({ act }) => act).filter((act) => act === 'raiseLevel' || act === 'requireReason')).toEqual([]);
  });
});

describe('the rungs of a clock', () => {
  it('are none once it is stopped, withdrawn, or cannot tell', () => {
    expect(rungs([accepted, event('Transferred', '2025-10-01')])).toEqual([]);
    expect(rungs([accepted, event('ClaimWithdrawn', '2025-10-01')])).toEqual([]);
    expect(rungs([event('FormallyAccepted', '2027-12-20')])).toEqual([]);
  });

  it('belong to the run: an extension gives them new days under a new run', () => {
    const extended = event('HandlingExtended', '2025-10-01', { totalDays: 60 });
    const history = [event('MaterialsReceived', '2025-09-05'), extended];
    const climbed = clockFacts(history, law).flatMap((fact) => rungsOf(fact, policy, law.calendar));
    expect(climbed[0]).toMatchObject({
      rung: 'amber',
      run: extended.id,
      subject: 'case',
      dueOn: '2025-11-03',
      act: 'notify',
      provisional: false,
    });
  });

  it('are provisional where a day of theirs lies in a year without a notice, and wait for the calendar where none serves', () => {
    const climbed = clockFacts([event('MaterialsReceived', '2026-11-27')], law).flatMap((fact) =>
      rungsOf(fact, policy, law.calendar),
    );
    expect(climbed.map((rung) => [rung.rung, rung.dueOn, rung.provisional]).slice(0, 3)).toEqual([
      ['amber', '2026-12-25', false],
      ['red', '2026-12-28', false],
      ['district', '2026-12-29', false],
    ]);
    expect(climbed.at(-1)).toMatchObject({ rung: 'jointConference', provisional: true });
    const last = clockFacts([event('MaterialsReceived', '2027-11-30')], law).flatMap((fact) =>
      rungsOf(fact, policy, law.calendar),
    );
    expect(last.map((rung) => rung.rung)).toEqual(['amber', 'red']);
  });

  it('wait while the clock is paused, and go on under the run of its resumption (glpi #24481 #9082, frappe PR #3776)', () => {
    const paused = specimenLaw(specimenRule());
    const ladder: EscalationPolicy = {
      ...policy,
      ladders: [{ caseKind: 'specimen', rule: 'specimen', rungs: policy.ladders[0]?.rungs ?? [] }],
    };
    const history = [event('Filed', '2026-03-02'), event('Paused', '2026-03-04'), event('Resumed', '2026-03-09')];
    const of = (upTo: number) =>
      rungsOf(clockFacts(history.slice(0, upTo), paused)[0] as ClockFact, ladder, law.calendar);
    expect(of(2)).toEqual([]);
    expect(of(1)[0]).toMatchObject({ dueOn: '2026-03-13', run: 'Filed@2026-03-02' });
    expect(of(3)[0]).toMatchObject({ dueOn: '2026-03-18', run: 'Resumed@2026-03-09' });
  });

  it('are none where the policy has no ladder for the clock, and stand in the order of their days', () => {
    const fact = clockFacts([accepted], law)[0] as ClockFact;
    expect(rungsOf({ ...fact, rule: 'other' }, policy, law.calendar)).toEqual([]);
    const reversed = {
      ...policy,
      ladders: policy.ladders.map((ladder) => ({ ...ladder, rungs: [...ladder.rungs].reverse() })),
    };
    expect(rungsOf(fact, reversed, law.calendar)).toEqual(rungsOf(fact, policy, law.calendar));
  });

  it('may be counted in calendar days', () => {
    const daily = {
      ...policy,
      ladders: policy.ladders.map((ladder) => ({
        ...ladder,
        rungs: ladder.rungs.map((rung) => ({ ...rung, unit: 'D' as const })),
      })),
    };
    const fact = clockFacts([accepted], law)[0] as ClockFact;
    expect(rungsOf(fact, daily, law.calendar).map((rung) => rung.dueOn)).toEqual(
      ['2025-10-15', '2025-10-17', '2025-10-18', '2025-10-23', '2025-10-31'].map(plainDate),
    );
  });
});

describe('a policy file', () => {
  interface Content {
    effect: string;
    ladders: { rule: string; caseKind: string; rungs: Record<string, unknown>[] }[];
  }

  it.each<[string, (content: Content) => void, string]>([
    [
      'a warning longer than its term',
      ({ ladders }) => Object.assign(ladders[0]?.rungs[0] as object, { offset: -10 }),
      'ladders[0].rungs[0].offset: a warning 10 WD ahead is not shorter than the term of 10 WD',
    ],
    [
      'a warning in calendar days longer than its term',
      ({ ladders }) => Object.assign(ladders[1]?.rungs[0] as object, { offset: -30, unit: 'D' }),
      'ladders[1].rungs[0].offset: a warning 30 D ahead is not shorter than the term of 30 D',
    ],
    [
      'a clock no pack has',
      ({ ladders }) => Object.assign(ladders[0] as object, { rule: 'forward' }),
      'ladders[0].rule: no clock "forward" of the kind overduePayment is in the law packs',
    ],
    [
      'two ladders for a clock',
      ({ ladders }) => Object.assign(ladders[1] as object, { rule: 'transfer' }),
      'ladders[1].rule: "transfer" has two ladders',
    ],
    [
      'a rung twice',
      ({ ladders }) => Object.assign(ladders[0]?.rungs[1] as object, { id: 'amber' }),
      'ladders[0].rungs[1].id: "amber" is there twice',
    ],
    [
      'an unknown receiver',
      ({ ladders }) => Object.assign(ladders[0]?.rungs[1] as object, { tells: 'mayor' }),
      'ladders[0].rungs[1].tells: one of holder, firstContact, departmentHead, street, district, city, jointConference is expected',
    ],
    [
      'a level raised to nobody',
      ({ ladders }) => Object.assign(ladders[0]?.rungs[0] as object, { act: 'raiseLevel' }),
      'ladders[0].rungs[0].act: no level is told to which the case is to be raised',
    ],
    [
      'the lateness of a party for the office’s',
      ({ ladders }) =>
        Object.assign(ladders.find(({ rule }) => rule === 'instalment')?.rungs[0] as object, { act: 'requireReason' }),
      'ladders[4].rungs[0].act: the term is one of a party, not of an office: its lateness is not the holder’s',
    ],
    [
      'an act which the kind cannot record',
      ({ ladders }) =>
        Object.assign(ladders.find(({ caseKind }) => caseKind === 'complaint')?.rungs[0] as object, {
          act: 'proposeInterview',
        }),
      'ladders[5].rungs[0].act: a case of the kind complaint has no FormalInterviewHeld',
    ],
    ['the claim to be law', (content) => (content.effect = 'statutory'), 'effect: one of serviceNorm is expected'],
  ])('is refused with %s, naming the place', (_what, edit, fault) => {
    const content = readJson('ladder/data/policy-default.json') as Content;
    edit(content);
    try {
      parsePolicy(content, packs);
      throw new Error('the policy was taken');
    } catch (error) {
      expect((error as DataRefused).faults.map(({ place, reason }) => `${place}: ${reason}`)).toContain(fault);
    }
  });
});
