import type { Account, OfficialAccount } from './account.js';
import { caseCommands, mayIssue, type CaseCommand } from './policies.js';
import { roles, type Role } from './roles.js';
import { mayRead, scopeOf, type CaseAccess } from './scope.js';

const person = { zh: '某人', en: 'Somebody' };
const pudong = '310115-handling';
const xuhui = '310104-handling';

const official = (
  role: OfficialAccount['role'],
  officer: string,
  office: string,
  district: string | null,
): Account => ({
  id: officer,
  name: officer,
  person,
  demonstration: false,
  role,
  officer,
  office,
  district,
});
const sme = (creditCode: string): Account => ({
  id: creditCode,
  name: 'sme',
  person,
  demonstration: false,
  role: 'sme',
  company: { name: '某企业', creditCode },
});

/** Of each role, the one concerned by the case below. */
const concerned: Record<Role, Account> = {
  sme: sme('OWN'),
  intakeOfficer: official('intakeOfficer', 'intake-1', 'city', null),
  handlingOfficer: official('handlingOfficer', 'handler-1', pudong, '310115'),
  mediator: official('mediator', 'mediator-1', pudong, '310115'),
  departmentHead: official('departmentHead', 'head-1', pudong, '310115'),
  supervisor: official('supervisor', 'supervisor-1', 'city-supervision', null),
  operator: { id: 'operator', name: 'operator', person, demonstration: false, role: 'operator' },
};

const strangers: Partial<Record<Role, Account>> = {
  sme: sme('OTHER'),
  intakeOfficer: official('intakeOfficer', 'intake-2', 'other-city', null),
  handlingOfficer: official('handlingOfficer', 'handler-2', xuhui, '310104'),
  mediator: official('mediator', 'mediator-2', xuhui, '310104'),
  departmentHead: official('departmentHead', 'head-2', xuhui, '310104'),
};

const lodged: CaseAccess = {
  complainantCode: 'OWN',
  acceptingOffice: 'city',
  handlingOffice: null,
  mediator: null,
  district: '310115',
};
const transferred: CaseAccess = { ...lodged, handlingOffice: pudong };
const assigned: CaseAccess = { ...transferred, mediator: 'mediator-1' };

/** Who may, once a mediator is assigned: S sme, I intake, O handling officer, M mediator, H head of department. */
const table: Record<CaseCommand, string> = {
  lodge: 'S',
  supplyMaterials: 'S',
  withdraw: 'S',
  requestSupplement: 'I',
  accept: 'I',
  decline: 'I',
  transfer: 'I',
  receiveMaterials: 'OH',
  assignMediator: 'OH',
  recordReply: 'OMH',
  holdMediation: 'OMH',
  agreeSettlement: 'OMH',
  recordPayment: 'OMH',
  extendHandling: 'H',
  issueResult: 'OMH',
  feedBack: 'OMH',
  terminate: 'OH',
};
const letters: Partial<Record<Role, string>> = {
  sme: 'S',
  intakeOfficer: 'I',
  handlingOfficer: 'O',
  mediator: 'M',
  departmentHead: 'H',
};
const holds = (role: Role, command: CaseCommand): boolean => {
  const letter = letters[role];
  return letter !== undefined && table[command].includes(letter);
};
const cells = roles.flatMap((role) => caseCommands.map((command) => [role, command] as const));

describe('who may issue which command to a case with a mediator assigned', () => {
  it.each(cells)('the %s concerned and %s', (role, command) => {
    const answer = mayIssue(concerned[role], command, assigned);
    if (holds(role, command)) expect(answer).toBe(true);
    else
      expect(answer).toEqual({
        code: role === 'intakeOfficer' && command === 'terminate' ? 'otherOffice' : 'wrongRole',
      });
  });

  it.each(cells.filter(([role]) => strangers[role]))(
    'the %s of another office or company and %s: never',
    (role, command) => {
      const wrongPlace = role === 'sme' ? 'otherCompany' : 'otherOffice';
      const code =
        holds(role, command) || (role === 'intakeOfficer' && command === 'terminate') ? wrongPlace : 'wrongRole';
      expect(mayIssue(strangers[role]!, command, assigned)).toEqual({ code });
    },
  );
});

describe('before the transfer', () => {
  it('the intake officer of the accepting office may terminate', () => {
    expect(mayIssue(concerned.intakeOfficer, 'terminate', lodged)).toBe(true);
    expect(mayIssue(strangers.intakeOfficer!, 'terminate', lodged)).toEqual({ code: 'otherOffice' });
  });

  it.each(['handlingOfficer', 'departmentHead'] as const)('the %s hears that the case is not transferred', (role) => {
    expect(mayIssue(concerned[role], 'terminate', lodged)).toEqual({ code: 'notTransferred' });
    expect(mayIssue(concerned[role], 'issueResult', lodged)).toEqual({ code: 'notTransferred' });
  });

  it('nobody of a handling office reads the case', () => {
    expect(mayRead(concerned.mediator, lodged)).toBe(false);
    expect(mayRead(concerned.intakeOfficer, lodged)).toBe(true);
  });
});

describe('the mediator', () => {
  it('acts only on cases assigned to them', () => {
    const another = official('mediator', 'mediator-9', pudong, '310115');
    expect(mayIssue(another, 'holdMediation', assigned)).toEqual({ code: 'otherMediator' });
    expect(mayIssue(concerned.mediator, 'holdMediation', transferred)).toEqual({ code: 'otherMediator' });
  });

  it('keeps no power over a case which moved to another office', () => {
    expect(mayIssue(concerned.mediator, 'holdMediation', { ...assigned, handlingOffice: xuhui })).toEqual({
      code: 'otherOffice',
    });
  });
});

describe('who may read a case', () => {
  it.each([
    ['sme', true],
    ['intakeOfficer', true],
    ['handlingOfficer', true],
    ['mediator', true],
    ['departmentHead', true],
    ['supervisor', true],
    ['operator', false],
  ] as const)('the %s concerned: %s', (role, expected) => {
    expect(mayRead(concerned[role], assigned)).toBe(expected);
  });

  it.each(Object.keys(strangers) as Role[])('the %s of another office or company: never', (role) => {
    expect(mayRead(strangers[role]!, assigned)).toBe(false);
  });

  it('the supervisor of a district reads that district alone', () => {
    const ofXuhui = official('supervisor', 'supervisor-2', xuhui, '310104');
    expect(scopeOf(ofXuhui)).toEqual({ kind: 'district', district: '310104' });
    expect(mayRead(ofXuhui, assigned)).toBe(false);
    expect(mayRead(ofXuhui, { ...assigned, district: '310104' })).toBe(true);
    expect(mayRead(ofXuhui, { ...assigned, district: null })).toBe(false);
  });
});
