import { mayRead, reachOf, scopeOf, type CaseAccess } from './scope.js';
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
