import { mayRead, reachOf, scopeOf, scopeOfBoards, type CaseAccess } from './scope.js';
import { roles, type Role } from './roles.js';
import { assigned, concerned, lodged, official, strangers, xuhui } from './testing/accounts.js';

const reads = (role: Role, subject: CaseAccess) => mayRead(concerned[role], reachOf(subject));

test.each(roles)('the %s concerned reads the case in handling, the operator none', (role) => {
  expect(reads(role, assigned)).toBe(role !== 'operator');
});

test.each(Object.keys(strangers) as Role[])('the %s of another office, company or district: never', (role) => {
  expect(mayRead(strangers[role]!, reachOf(assigned))).toBe(false);
});

test('before the transfer nobody of a handling office reads it, nor the respondent', () => {
  const readers = roles.filter((role) => reads(role, lodged));
  expect(readers).toEqual(['sme', 'agent', 'serviceSpecialist', 'intakeOfficer', 'supervisor']);
});

test('an office that acts together with the lead reads it while it does', () => {
  expect(mayRead(strangers.mediator!, reachOf({ ...assigned, coHandlingOffices: [xuhui] }))).toBe(true);
});

test('an office is named once, however much it has to do with a case', () => {
  const { offices } = reachOf({ ...assigned, firstContactOffice: 'city', coHandlingOffices: [xuhui, xuhui] });
  expect(offices).toEqual(['city', '310115-handling', xuhui]);
});

test('the supervisor of a district reads that district alone', () => {
  const ofXuhui = official('supervisor', 'supervisor-2', xuhui, '310104');
  expect(scopeOf(ofXuhui)).toEqual({ kind: 'district', district: '310104' });
  expect(mayRead(ofXuhui, reachOf({ ...assigned, district: '310104' }))).toBe(true);
  expect(mayRead(ofXuhui, reachOf({ ...assigned, district: null }))).toBe(false);
});

describe('a case whose whole file is marked', () => {
  const marked = (...confidential: string[]) => ({ ...assigned, confidential, coHandlingOffices: [xuhui] });
  const officials = roles.filter((role) => !['sme', 'agent', 'respondent', 'operator'].includes(role));
  const readers = (subject: CaseAccess) => officials.filter((role) => reads(role, subject));

  test('is read by the office that has it, who answers for it, and the supervision', () => {
    const office = ['serviceSpecialist', 'handlingOfficer', 'mediator', 'departmentHead', 'supervisor'];
    expect(readers(marked('tradeSecret'))).toEqual(office);
    expect(readers(marked('personalInformation'))).toEqual(office);
    expect(mayRead(strangers.mediator!, reachOf(marked('tradeSecret')))).toBe(true);
    // A colleague of the first contact has nothing to do with it.
    const colleague = official('serviceSpecialist', 'specialist-3', '310115-zhangjiang', '310115');
    expect([mayRead(colleague, reachOf(assigned)), mayRead(colleague, reachOf(marked('tradeSecret')))]).toEqual([
      ...[true, false],
    ]);
  });

  test('as a state secret by persons alone: in hand, answering, the heads', () => {
    expect(readers(marked('tradeSecret', 'stateSecret'))).toEqual([
      ...['serviceSpecialist', 'mediator', 'departmentHead', 'supervisor'],
    ]);
    expect(
      [strangers.mediator!, strangers.departmentHead!].map((one) => mayRead(one, reachOf(marked('stateSecret')))),
    ).toEqual([...[false, true]]);
    expect(readers({ ...marked('stateSecret'), holder: null })).toContain('handlingOfficer');
  });

  test('stays with the parties, and with the office that watches over it', () => {
    for (const role of ['sme', 'agent', 'respondent'] as const) expect(reads(role, marked('stateSecret'))).toBe(true);
    expect(reads('intakeOfficer', { ...marked('stateSecret'), overseer: 'city' })).toBe(true);
  });
});

test('boards and exports tell the respondent nothing; everybody else what their lists do', () => {
  expect(scopeOfBoards(concerned.respondent)).toEqual({ kind: 'none' });
  for (const role of roles.filter((one) => one !== 'respondent'))
    expect(scopeOfBoards(concerned[role])).toEqual(scopeOf(concerned[role]));
});
