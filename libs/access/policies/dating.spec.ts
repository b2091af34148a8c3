import { concerned } from '../testing/accounts.js';
import { commandsOf } from '../policies.js';
import { mayDate } from './dating.js';

test.each(['sme', 'agent', 'respondent'] as const)('the %s dates nothing that it does itself', (role) => {
  for (const command of ['recordDefence', 'raiseObjection', 'requestHelp', 'addEvidence', 'confirmReceivable']) {
    expect(mayDate(concerned[role], command)).toBe(false);
  }
});

test('what happened before a court, a notary or another office has its own day, whoever tells it', () => {
  const elsewhere = ['recordProceedings', 'openTrack', 'closeTrack', 'recordSuit', 'recordOfficeStep'];
  for (const command of [...elsewhere, 'notariseAgreement', 'recordRepairNotice']) {
    expect(mayDate(concerned.respondent, command)).toBe(true);
    expect(['overduePayment', 'creditRepair', 'ipFastTrack'].some((kind) => commandsOf(kind).includes(command))).toBe(
      true,
    );
  }
});

test('an officer records on the day on which it took effect', () => {
  for (const role of ['serviceSpecialist', 'intakeOfficer', 'handlingOfficer', 'mediator'] as const) {
    expect(mayDate(concerned[role], 'recordDefence')).toBe(true);
  }
});
