import { city, minhang, pudong, street } from '../../testing/procedure.js';
import { after, answer, bodies, file, today, when } from '../../testing/procedure-file.js';
import type { RungName } from './events.js';
import { levelOf } from './level.js';
import { rungKey } from './rungs.js';
import { evolveProcedure } from './state.js';

const rungOf = ({ clock, subject, run, rung }: RungName): RungName => ({ clock, subject, run, rung });

describe('a rung (invariant 13)', () => {
  const fired = after(file, 'fireRung');

  test('fires once a run of its clock', () => {
    expect(fired.procedure.firedRungs).toEqual([rungKey(bodies.fireRung)]);
    expect(when(fired, 'fireRung')).toMatchObject({
      refusals: [{ code: 'rungAlreadyFired', params: { rung: 'amber' } }],
    });
    for (const change of [{ clock: 'transfer' }, { subject: 'line-1' }, { run: 'another' }, { rung: 'red' }]) {
      expect(answer(fired, 'fireRung', change)).toEqual(['RungFired']);
    }
  });

  test('is acknowledged once it fired, and once', () => {
    expect(when(file, 'acknowledgeRung')).toMatchObject({
      refusals: [{ code: 'rungNotFired', params: { rung: 'amber' } }],
    });
    const seen = after(fired, 'acknowledgeRung');
    expect(when(seen, 'acknowledgeRung')).toMatchObject({
      refusals: [{ code: 'rungAcknowledged', params: { rung: 'amber' } }],
    });
  });

  test('overridden before it fired does not fire', () => {
    const overridden = after(file, 'overrideRung');
    expect(overridden.procedure.overriddenRungs).toEqual([rungKey(bodies.fireRung)]);
    expect(when(overridden, 'fireRung')).toMatchObject({
      refusals: [{ code: 'rungOverridden', params: { rung: 'amber' } }],
    });
    expect(when(overridden, 'overrideRung')).toMatchObject({
      refusals: [{ code: 'rungOverridden', params: { rung: 'amber' } }],
    });
    expect(answer(overridden, 'fireRung', { rung: 'red' })).toEqual(['RungFired']);
    expect(when(fired, 'overrideRung')).toMatchObject({
      refusals: [{ code: 'rungAlreadyFired', params: { rung: 'amber' } }],
    });
  });
});

describe('a rung which asks something of the office', () => {
  const asked = after(file, 'fireRung', { act: 'requireReason' });
  const proposed = after(file, 'fireRung', { act: 'proposeSupervisoryOrder' });

  test('for a reason awaits it, and takes one', () => {
    expect(asked.procedure.awaited).toEqual([
      { ...rungOf(bodies.fireRung), act: 'requireReason', title: bodies.fireRung.title, on: today },
    ]);
    expect(answer(asked, 'decideProposal')).toEqual(['noProposalAwaited']);
    const given = after(asked, 'giveRungReason');
    expect(given.procedure.awaited).toEqual([]);
    expect(when(given, 'giveRungReason')).toMatchObject({
      refusals: [{ code: 'noReasonAwaited', params: { rung: 'amber' } }],
    });
    expect(answer(file, 'giveRungReason')).toEqual(['noReasonAwaited']);
  });

  test.each([true, false])('for a decision on what it proposes takes one (%s)', (accepted) => {
    expect(answer(proposed, 'giveRungReason')).toEqual(['noReasonAwaited']);
    expect(when(proposed, 'decideProposal', { accepted })).toMatchObject({
      events: [{ type: 'ProposalDecided', data: { act: 'proposeSupervisoryOrder', accepted, rung: 'amber' } }],
    });
    const decided = after(proposed, 'decideProposal', { accepted });
    expect(decided.procedure.awaited).toEqual([]);
    expect(when(decided, 'decideProposal')).toMatchObject({ refusals: [{ code: 'noProposalAwaited' }] });
  });

  test('is answered on the day it fired at the earliest', () =>
    expect(answer(asked, 'giveRungReason', {}, '2025-09-09')).toEqual(['occurredOn: beforePreviousStep']));

  test('asks no more when a supervisor sets it aside', () => {
    const aside = after(asked, 'overrideRung');
    expect(aside.procedure.awaited).toEqual([]);
    expect(answer(aside, 'giveRungReason')).toEqual(['noReasonAwaited']);
    expect(answer(aside, 'overrideRung')).toEqual(['rungOverridden']);
  });
});

describe('the level', () => {
  const toCity = { level: 'city', office: city, takesFile: false } as const;
  const joint = { level: 'jointConference', office: city, takesFile: false } as const;

  test('rises by a rung: the office above watches over the case, the handling authority keeps it', () => {
    expect(levelOf(file.procedure)).toBe('district');
    expect(when(file, 'fireRung', { raise: toCity })).toMatchObject({
      events: [
        { type: 'RungFired' },
        { type: 'LevelRaised', data: { from: 'district', to: 'city', office: city, by: 'rung' } },
      ],
    });
    const raised = after(file, 'fireRung', { raise: toCity }).procedure;
    expect([levelOf(raised), raised.raised?.office, raised.handlingOffice]).toEqual(['city', city, pudong]);
  });

  test('does not rise to where it is, nor fall', () => {
    const high = after(file, 'fireRung', { raise: joint });
    for (const raise of [toCity, joint]) {
      expect(answer(high, 'fireRung', { rung: 'city', raise })).toEqual(['RungFired']);
    }
    expect(answer(high, 'escalate', { to: toCity })).toEqual(['office: belowItsLevel']);
  });

  test('of a case in a street’s hands rises with the file: the district takes it back', () => {
    const below = after(file, 'handDown');
    expect(levelOf(below.procedure)).toBe('street');
    const raise = { level: 'district', office: pudong, takesFile: true } as const;
    expect(when(below, 'fireRung', { raise })).toMatchObject({
      events: [
        { type: 'RungFired' },
        { type: 'LevelRaised', data: { from: 'street', to: 'district' } },
        { type: 'HandedOn', data: { direction: 'up', from: street, to: pudong, level: 'district' } },
      ],
    });
    const raised = after(below, 'fireRung', { raise });
    expect(raised.procedure).toMatchObject({ handlingOffice: pudong, holder: null });
    const coHandlers = [{ office: minhang, task: '现场核查', reportBy: null }];
    const jointly = after(below, 'arrangeJointHandling', { coHandlers });
    expect(answer(jointly, 'fireRung', { raise })).toEqual(['RungFired', 'LevelRaised']);
  });

  test('is that of the office again once the case is taken up anew', () => {
    const ended = after(after(file, 'fireRung', { raise: joint }), 'reopen');
    expect(levelOf(ended.procedure)).toBe('district');
  });

  test('rises by a supervisor’s hand, who does not wait for the ladder', () => {
    expect(when(file, 'escalate')).toMatchObject({
      events: [
        { type: 'EscalatedByHand', data: { to: city, act: 'report' } },
        { type: 'LevelRaised', data: { to: 'city', by: 'hand' } },
      ],
    });
    expect(answer(file, 'escalate', { to: null })).toEqual(['office: notAnOffice']);
  });
});

describe('termination', () => {
  const ground = { code: 'takenToCourt', validFrom: '2025-09-08', validTo: '2025-09-09', needs: 'proceedings' };

  test('is on a ground of the operator, in force on the day', () => {
    expect(answer(file, 'terminate', { ground: null })).toEqual(['ground: noSuchGround']);
    expect(when(file, 'terminate', { ground })).toMatchObject({
      refusals: [{ code: 'groundNotInForce', field: 'ground', params: { from: '2025-09-08', to: '2025-09-09' } }],
    });
    expect(answer(file, 'terminate', { ground }, '2025-09-07')).toEqual(['ground: groundNotInForce']);
    expect(answer(file, 'terminate', { ground }, '2025-09-08')).toEqual(['HandlingTerminated']);
    expect(when(file, 'terminate', { ground }, '2025-09-09')).toMatchObject({
      events: [{ data: { ground: 'takenToCourt', reason: '多次联系未果' } }],
    });
    const open = { ...ground, validFrom: '2025-09-11', validTo: null };
    expect(when(file, 'terminate', { ground: open })).toMatchObject({
      refusals: [{ code: 'groundNotYetInForce', params: { from: '2025-09-11' } }],
    });
  });

  test('needs the fact which its ground names', () => {
    const bare = { ...file, facts: [] };
    const standing = { ...ground, validTo: null };
    expect(answer(bare, 'terminate', { ground: standing })).toEqual(['ground: groundNeedsFact']);
    expect(answer(bare, 'terminate', { ground: { ...standing, needs: null } })).toEqual(['HandlingTerminated']);
    expect(answer(file, 'terminate', { ground: standing }, '2025-09-04')).toEqual([
      'occurredOn: beforePreviousStep',
      'ground: groundNotYetInForce',
    ]);
  });
});

describe('a supplement that is not supplied', () => {
  const asked = after(file, 'requestSupplement', { dueOn: '2025-09-09' }, '2025-09-05');
  const lapse = { code: 'notSupplied', validFrom: '2025-01-01', validTo: null, needs: 'supplementLapsed' };

  test('ends the case only on a ground which the operator has for it, and after its day', () => {
    expect(answer(asked, 'terminate', {}, '2025-09-10')).toEqual(['ground: supplementAwaited']);
    expect(answer(asked, 'terminate', { ground: lapse }, '2025-09-09')).toEqual(['ground: groundNeedsFact']);
    expect(answer(asked, 'terminate', { ground: lapse }, '2025-09-10')).toEqual(['HandlingTerminated']);
    expect(answer(asked, 'terminate', { ground: null }, '2025-09-10')).toEqual(['ground: noSuchGround']);
  });

  test('never ends it where no day was set, nor once it was supplied', () => {
    const undated = after(file, 'requestSupplement', { dueOn: null }, '2025-09-05');
    expect(answer(undated, 'terminate', { ground: lapse })).toEqual(['ground: groundNeedsFact']);
    const supplied = { id: 'e9', revision: '9', type: 'Resubmitted', on: '2025-09-08', data: {} };
    const answered = { ...asked, procedure: evolveProcedure(asked.procedure, supplied) };
    expect(answer(answered, 'terminate', { ground: lapse })).toEqual(['ground: groundNeedsFact']);
    expect(answer(answered, 'terminate')).toEqual(['HandlingTerminated']);
  });
});
