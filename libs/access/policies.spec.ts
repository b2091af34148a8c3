import { commandsOf, mayIssue } from './policies.js';
import { roles, type Role } from './roles.js';
import { assigned, concerned, lodged, official, pudong, strangers, transferred, xuhui } from './testing/accounts.js';

const kind = 'overduePayment';
const may = (role: Role, command: string, subject = assigned) => mayIssue(concerned[role], kind, command, subject);

/**
 * Who may, once a mediator is assigned: C complainant (S sme, A agent), R respondent, F first contact (a specialist),
 * I intake, O handling officer, M mediator, H head of department, V supervisor.
 */
const table: Readonly<Record<string, string>> = {
  lodge: 'SAFIO',
  supplyMaterials: 'SAOH',
  withdraw: 'SAOH',
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
  nameFirstContact: 'OHV',
  recordFirstContact: 'FOMH',
  assignOfficer: 'OH',
  takeOver: 'OMH',
  handUp: 'OH',
  handDown: 'OH',
  handToPlatform: 'OH',
  objectToDispatch: 'OH',
  decideDispatchObjection: 'IV',
  arrangeJointHandling: 'OH',
  recordCoHandlerReport: '',
  endJointHandling: 'OH',
  addNote: 'SARFOMHV',
  addEvidence: 'SARFOMH',
  issueDocument: 'OMH',
  serveDocument: 'OMH',
  requestSupplement: 'IOH',
  pauseHandling: 'OH',
  resumeHandling: 'OH',
  correctFact: 'OMH',
  linkCase: 'OMH',
  unlinkCase: 'OMH',
  mergeCase: 'OH',
  rateSatisfaction: 'SA',
  checkBadReview: 'FOH',
  recordFollowUpCall: 'FOMH',
  objectToOutcome: 'SAROH',
  decideOutcomeObjection: 'HV',
  reopen: 'HV',
  reportRetaliation: 'SAFOMH',
  markProtection: 'OHV',
  markConfidential: 'SAROMHV',
  liftConfidentiality: 'SARHV',
  appointAgent: 'SOH',
  revokeAgent: 'SAOH',
  acknowledgeRung: 'OMHV',
  overrideRung: 'HV',
  giveRungReason: 'OMH',
  decideProposal: 'OH',
  escalate: 'HV',
  terminate: 'OH',
};
const letters: Readonly<Record<Role, string>> = {
  sme: 'S',
  agent: 'A',
  respondent: 'R',
  serviceSpecialist: 'F',
  intakeOfficer: 'I',
  handlingOfficer: 'O',
  mediator: 'M',
  departmentHead: 'H',
  supervisor: 'V',
  operator: '-',
};
const commands = Object.keys(table);

test('every command of the table is one that somebody may give', () => {
  expect(commandsOf(kind)).toEqual(expect.arrayContaining(commands));
});

describe('who may issue which command to a case with a mediator assigned', () => {
  test.each(roles)('the %s concerned may what the table says, and nothing else', (role) => {
    expect(commands.filter((command) => may(role, command) === true)).toEqual(
      commands.filter((command) => table[command]!.includes(letters[role])),
    );
  });

  test.each(Object.keys(strangers) as Role[])('the %s of another office or company may lodge at most', (role) => {
    const allowed = commands.filter((command) => mayIssue(strangers[role]!, kind, command, assigned) === true);
    const onBehalf = role === 'serviceSpecialist' || role === 'intakeOfficer' || role === 'handlingOfficer';
    expect(allowed).toEqual(onBehalf ? ['lodge'] : []);
  });

  test.each([
    ['sme', 'withdraw', 'otherCompany'],
    ['agent', 'withdraw', 'otherCompany'],
    ['respondent', 'objectToOutcome', 'otherCompany'],
    ['serviceSpecialist', 'recordFirstContact', 'otherFirstContact'],
    ['intakeOfficer', 'accept', 'otherOffice'],
    ['handlingOfficer', 'issueResult', 'otherOffice'],
    ['mediator', 'holdMediation', 'otherOffice'],
    ['departmentHead', 'extendHandling', 'otherOffice'],
    ['supervisor', 'escalate', 'otherOffice'],
  ] as const)('the %s of elsewhere hears of %s why: %s', (role, command, code) => {
    expect(mayIssue(strangers[role]!, kind, command, assigned)).toEqual({ code });
  });

  test('who has another role hears that it is the role', () => {
    expect(may('sme', 'accept')).toEqual({ code: 'wrongRole' });
    expect(may('operator', 'terminate')).toEqual({ code: 'wrongRole' });
    expect(may('intakeOfficer', 'terminate')).toEqual({ code: 'otherOffice' });
  });

  test('a command that no line names is nobody’s, nor is one of a kind there is not', () => {
    for (const role of roles) {
      expect(may(role, 'fireRung')).toEqual({ code: 'wrongRole' });
      expect(may(role, '__proto__')).toEqual({ code: 'wrongRole' });
      expect(mayIssue(concerned[role], 'petition', 'lodge', assigned)).toEqual({ code: 'wrongRole' });
    }
  });
});

describe('before the transfer', () => {
  test.each(['terminate', 'addNote', 'assignOfficer', 'handToPlatform', 'mergeCase'])(
    'the accepting office has the case: %s',
    (command) => {
      expect(may('intakeOfficer', command, lodged)).toBe(true);
      expect(mayIssue(strangers.intakeOfficer!, kind, command, lodged)).toEqual({ code: 'otherOffice' });
    },
  );

  test.each(['handlingOfficer', 'departmentHead'] as const)('the %s hears that the case is not transferred', (role) => {
    expect(may(role, 'terminate', lodged)).toEqual({ code: 'notTransferred' });
    expect(may(role, 'issueResult', lodged)).toEqual({ code: 'notTransferred' });
  });

  test('an office that accepts and handles acts by its handling officers too', () => {
    const own = official('handlingOfficer', 'handler-3', 'city', null);
    expect(mayIssue(own, kind, 'terminate', lodged)).toBe(true);
  });
});

describe('the mediator', () => {
  test('acts only on cases assigned to them', () => {
    const another = official('mediator', 'mediator-9', pudong, '310115');
    expect(mayIssue(another, kind, 'holdMediation', assigned)).toEqual({ code: 'otherMediator' });
    expect(may('mediator', 'holdMediation', transferred)).toEqual({ code: 'otherMediator' });
  });

  test('keeps no power over a case which moved to another office', () => {
    expect(may('mediator', 'holdMediation', { ...assigned, handlingOffice: xuhui })).toEqual({ code: 'otherOffice' });
  });
});

describe('an office that acts together with the lead', () => {
  const joint = { ...assigned, coHandlingOffices: [xuhui] };
  const coHandler = strangers.handlingOfficer!;

  test('reports, adds notes and evidence, and commands nothing else', () => {
    const allowed = commands.filter((command) => mayIssue(coHandler, kind, command, joint) === true);
    expect(allowed).toEqual(['lodge', 'recordCoHandlerReport', 'addNote', 'addEvidence']);
  });

  test('is not the lead: the lead does not report to itself', () => {
    expect(may('handlingOfficer', 'recordCoHandlerReport', joint)).toEqual({ code: 'otherOffice' });
  });
});

describe('the street', () => {
  const handedDown = { ...assigned, handlingOffice: '310115-zhangjiang', holder: null };

  test('handles a case that was handed down to it, by its specialist', () => {
    expect(may('serviceSpecialist', 'handUp', handedDown)).toBe(true);
    expect(may('serviceSpecialist', 'issueResult', handedDown)).toBe(true);
    expect(may('handlingOfficer', 'issueResult', handedDown)).toEqual({ code: 'otherOffice' });
  });
});

test.each(['overduePayment', 'complaint', 'creditRepair'])(
  'a supplement to a case of kind %s that came on paper is recorded by the office which asked for it',
  (of) => {
    expect(mayIssue(concerned.intakeOfficer, of, 'supplyMaterials', lodged)).toBe(true);
    expect(mayIssue(strangers.intakeOfficer!, of, 'supplyMaterials', lodged)).not.toBe(true);
    expect(mayIssue(concerned.respondent, of, 'supplyMaterials', assigned)).toEqual({ code: 'wrongRole' });
  },
);

test.each([
  ['overduePayment', 'withdraw'],
  ['complaint', 'withdraw'],
  ['creditRepair', 'withdraw'],
  ['creditRepair', 'raiseObjection'],
  ['creditRepair', 'objectToOutcome'],
  ['overduePayment', 'objectToOutcome'],
])(
  'in a case of kind %s, %s that came on paper is recorded by the office that has it, and by no other',
  (of, command) => {
    expect(mayIssue(concerned.intakeOfficer, of, command, lodged)).toBe(true);
    expect(mayIssue(strangers.intakeOfficer!, of, command, lodged)).toEqual({ code: 'otherOffice' });
    expect(mayIssue(concerned.handlingOfficer, of, command, assigned)).toBe(true);
    expect(mayIssue(strangers.handlingOfficer!, of, command, assigned)).toEqual({ code: 'otherOffice' });
  },
);

test('a withdrawal of an IP request that came on paper is recorded by the handling office', () => {
  expect(mayIssue(concerned.handlingOfficer, 'ipFastTrack', 'withdraw', assigned)).toBe(true);
  expect(mayIssue(strangers.handlingOfficer!, 'ipFastTrack', 'withdraw', assigned)).not.toBe(true);
});

test('the steps of the national office are recorded by the office that has the case, by neither party', () => {
  const recorded = roles.filter(
    (role) => mayIssue(concerned[role], 'ipFastTrack', 'recordOfficeStep', assigned) === true,
  );
  expect(recorded).toEqual(['handlingOfficer', 'departmentHead']);
});
