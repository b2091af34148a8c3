import { city } from '../../testing/procedure.js';
import { after, answer, bodies, file, when } from '../../testing/procedure-file.js';
import { rungKey } from './state.js';

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

test('a supervisor does not wait for the ladder, and escalates to an office', () => {
  expect(when(file, 'escalate')).toMatchObject({
    events: [{ type: 'EscalatedByHand', data: { to: city, act: 'report' } }],
  });
  expect(answer(file, 'escalate', { to: null })).toEqual(['office: notAnOffice']);
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
      refusals: [{ params: { from: '2025-09-11', to: '' } }],
    });
  });

  test('needs the fact which its ground names', () => {
    const bare = { ...file, facts: [] };
    const standing = { ...ground, validTo: null };
    expect(answer(bare, 'terminate', { ground: standing })).toEqual(['ground: groundNeedsFact']);
    expect(answer(bare, 'terminate', { ground: { ...standing, needs: null } })).toEqual(['HandlingTerminated']);
    expect(answer(file, 'terminate', { ground: standing }, '2025-09-04')).toEqual([
      'occurredOn: beforePreviousStep',
      'ground: groundNotInForce',
    ]);
  });
});
