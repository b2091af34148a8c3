import { shownTo, withheld } from './disclosure.js';
import { concerned } from './testing/accounts.js';

const contact = { name: '王小姐', phone: '021-50000001' };
const claim = {
  complainant: { name: '某企业', creditCode: 'OWN', address: '张江路 1 号', contact },
  respondent: { name: '某大型企业', contact: null },
  promises: { truth: true, signatory: '王小姐' },
};
const entry = (type: string, data: Record<string, unknown> = {}) => ({ type, data });
const file = {
  status: 'inHandling',
  claim,
  rungs: [{ rung: 'amber' }],
  timeline: [
    entry('ClaimLodged', { claim }),
    entry('NoteAdded', { visibleTo: 'officials', text: '内部' }),
    entry('NoteAdded', { visibleTo: 'parties', text: '公开' }),
    entry('CoHandlerReported', { report: '已核实' }),
    entry('RespondentReplied', { statement: '资金紧张', contact }),
    entry('RespondentReplied', { statement: '再答复', contact: null }),
    entry('RetaliationReported', { what: '被终止合作' }),
    entry('RungFired', { rung: 'amber' }),
    entry('ResultIssued', { outcome: 'settled' }),
  ],
};
const typesFor = (role: 'sme' | 'agent' | 'respondent') =>
  shownTo(concerned[role], file).timeline.map(({ type }) => type);

test.each(['mediator', 'supervisor', 'intakeOfficer', 'serviceSpecialist'] as const)(
  'the %s reads it whole',
  (role) => {
    expect(shownTo(concerned[role], file)).toBe(file);
  },
);

test.each(['sme', 'agent'] as const)('the %s reads no note meant for the offices, and all that is its own', (role) => {
  expect(typesFor(role)).toEqual([
    'ClaimLodged',
    'NoteAdded',
    'RespondentReplied',
    'RespondentReplied',
    'RetaliationReported',
    'RungFired',
    'ResultIssued',
  ]);
  const shown = shownTo(concerned[role], file);
  expect(shown.claim).toEqual(claim);
  expect(shown.rungs).toEqual(file.rungs);
});

test('the complainant reads the answer, and not how to reach the person who gave it', () => {
  const answers = shownTo(concerned.sme, file).timeline.filter(({ type }) => type === 'RespondentReplied');
  expect(answers.map(({ data }) => data.contact)).toEqual([withheld, null]);
});

test('the respondent reads what it has to answer to, and nothing between the complainant and the offices', () => {
  expect(typesFor('respondent')).toEqual([
    'ClaimLodged',
    'NoteAdded',
    'RespondentReplied',
    'RespondentReplied',
    'ResultIssued',
  ]);
  const shown = shownTo(concerned.respondent, file);
  expect(shown.rungs).toEqual([]);
  expect(shown).toMatchObject({ status: 'inHandling', timeline: expect.anything() as object });
});

test('the respondent reads who complains, and not how to reach them, wherever it stands', () => {
  const shown = shownTo(concerned.respondent, file);
  const complainant = { name: '某企业', creditCode: 'OWN', address: withheld, contact: withheld };
  const hidden = { ...claim, complainant, promises: { truth: true, signatory: withheld } };
  expect(shown.claim).toEqual(hidden);
  expect(shown.timeline[0]!.data).toEqual({ claim: hidden });
  expect(JSON.stringify(shown.timeline.filter(({ type }) => type !== 'RespondentReplied'))).not.toContain(
    '021-50000001',
  );
});
