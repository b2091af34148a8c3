import { actor } from '../../testing/machine.js';
import { city, minhang, officerLi, pudong, street } from '../../testing/procedure.js';
import { after, answer, file, when } from '../../testing/procedure-file.js';

const other = { id: 'officer-sun', name: '孙静' };

describe('the first contact (首接负责)', () => {
  const named = after(file, 'nameFirstContact', { reason: null });

  test('is named without a reason where nobody was', () => {
    expect(named.procedure.firstContact).toEqual({ officer: officerLi, office: pudong });
    expect(when(file, 'nameFirstContact', { reason: null })).toMatchObject({ events: [{ data: { previous: null } }] });
  });

  test('passes to another with a reason, and never to nobody', () => {
    expect(answer(named, 'nameFirstContact', { officer: other, reason: null })).toEqual(['reason: firstContactStays']);
    expect(answer(named, 'nameFirstContact', { officer: null })).toEqual(['officer: notAnOfficerHere']);
    expect(answer(named, 'nameFirstContact')).toEqual(['officer: alreadyFirstContact']);
    expect(when(named, 'nameFirstContact', { officer: other, reason: '调离' })).toMatchObject({
      events: [{ data: { officer: other, previous: officerLi, reason: '调离' } }],
    });
  });

  test('stays through every change of hands', () => {
    const moved = [
      after(named, 'handDown'),
      after(named, 'handUp'),
      after(named, 'takeOver'),
      after(after(named, 'objectToDispatch'), 'decideDispatchObjection'),
    ];
    for (const { procedure } of moved) expect(procedure.firstContact?.officer).toEqual(officerLi);
  });

  test('is made once', () => {
    const made = after(file, 'recordFirstContact', {}, '2025-09-02');
    expect(made.procedure.contactedOn).toBe('2025-09-02');
    expect(when(made, 'recordFirstContact')).toEqual({
      outcome: 'refused',
      refusals: [{ code: 'alreadyContacted', params: { on: '2025-09-02' } }],
    });
  });
});

describe('who holds the file', () => {
  const assigned = after(file, 'assignOfficer', { officer: other });

  test('is assigned, and not the same again', () => {
    expect(assigned.procedure.holder).toEqual(other);
    expect(answer(assigned, 'assignOfficer', { officer: other })).toEqual(['officer: alreadyHolder']);
    expect(answer(assigned, 'assignOfficer', { officer: null })).toEqual(['officer: notAnOfficerHere']);
    expect(when(assigned, 'assignOfficer', { officer: officerLi })).toMatchObject({
      events: [{ data: { previous: other, takenOver: false } }],
    });
  });

  test('or takes it over', () => {
    expect(when(assigned, 'takeOver')).toMatchObject({
      events: [{ type: 'OfficerAssigned', data: { officer: actor, previous: other, takenOver: true, office: pudong } }],
    });
    expect(answer(after(assigned, 'takeOver'), 'takeOver')).toEqual(['alreadyHolder']);
  });

  test('holds it no more when the file goes to another office', () => {
    expect(after(assigned, 'handDown').procedure).toMatchObject({ handlingOffice: street, holder: null });
  });
});

describe('handing on', () => {
  test('goes up or down to an office of that level, from the one that has it', () => {
    expect(when(file, 'handUp')).toMatchObject({
      events: [{ data: { direction: 'up', from: pudong, to: minhang, level: 'district' } }],
    });
    expect(when(file, 'handDown')).toMatchObject({
      events: [{ data: { direction: 'down', from: pudong, to: street, level: 'street' } }],
    });
    expect(answer(file, 'handUp', { to: null })).toEqual(['office: notAHigherOffice']);
    expect(answer(file, 'handDown', { to: null })).toEqual(['office: notALowerOffice']);
    expect(answer(file, 'handUp', { to: pudong })).toEqual(['office: alreadyThere']);
  });

  test('starts from the accepting office while no other has it', () => {
    const early = { ...file, procedure: { ...file.procedure, handlingOffice: null } };
    expect(when(early, 'handDown')).toMatchObject({ events: [{ data: { from: city } }] });
    expect(answer(early, 'handUp', { to: city })).toEqual(['office: alreadyThere']);
  });

  test('to a platform outside is a step, with its receipt', () => {
    expect(when(file, 'handToPlatform')).toMatchObject({ events: [{ data: { receipt: 'N-2025-001' } }] });
    expect(answer(file, 'handToPlatform', {}, '2025-09-04')).toEqual(['occurredOn: beforePreviousStep']);
  });
});

describe('an objection to the dispatch (派单异议)', () => {
  const raised = after(file, 'objectToDispatch', {}, '2025-09-08');

  test('is raised within the operator’s days', () => {
    expect(answer(file, 'objectToDispatch', { latestOn: '2025-09-10' })).toEqual(['DispatchObjectionRaised']);
    expect(when(file, 'objectToDispatch', { latestOn: '2025-09-09' })).toEqual({
      outcome: 'refused',
      refusals: [{ code: 'dispatchObjectionLate', params: { latestOn: '2025-09-09' } }],
    });
    expect(when(file, 'objectToDispatch')).toMatchObject({ events: [{ data: { by: pudong, ground: '不属本区' } }] });
  });

  test('is decided once, and not before it was raised', () => {
    expect(answer(raised, 'objectToDispatch')).toEqual(['dispatchObjectionOpen']);
    expect(answer(raised, 'decideDispatchObjection', {}, '2025-09-07')).toEqual(['occurredOn: beforePreviousStep']);
    expect(answer(raised, 'decideDispatchObjection', {}, '2025-09-08')).toEqual(['DispatchObjectionDecided']);
    for (const upheld of [true, false]) {
      const decided = after(raised, 'decideDispatchObjection', { upheld });
      expect(decided.procedure.dispatchObjection).toMatchObject({ by: pudong, on: '2025-09-08', upheld });
      expect(answer(decided, 'decideDispatchObjection')).toEqual(['dispatchObjectionDecided']);
      expect(answer(decided, 'objectToDispatch')).toEqual(['dispatchObjectionDecided']);
    }
    expect(answer(file, 'decideDispatchObjection')).toEqual(['noDispatchObjection']);
  });

  test('upheld, sends the case to another office or back to the accepting one', () => {
    const there = after(raised, 'decideDispatchObjection');
    expect(there.procedure.handlingOffice).toEqual(minhang);
    const back = after(raised, 'decideDispatchObjection', { to: 'acceptingAuthority' });
    expect(back.procedure.handlingOffice).toBeNull();
    expect(answer(raised, 'decideDispatchObjection', { to: null })).toEqual(['office: notAHandlingAuthority']);
    expect(answer(raised, 'decideDispatchObjection', { to: pudong })).toEqual(['office: alreadyThere']);
  });

  test('not upheld, leaves it where it is', () => {
    const decision = when(raised, 'decideDispatchObjection', { upheld: false, to: null });
    expect(decision).toMatchObject({ events: [{ data: { upheld: false, to: null } }] });
    expect(after(raised, 'decideDispatchObjection', { upheld: false }).procedure.handlingOffice).toEqual(pudong);
  });
});
