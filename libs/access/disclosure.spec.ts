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

const correction = (eventType: string, revision: string, field: string) =>
  entry('FactCorrected', { eventType, revision, field, was: '旧文字', is: '新文字' });
const shownRevisions = (
  role: 'sme' | 'respondent',
  timeline: readonly (ReturnType<typeof entry> & { readonly revision: string })[],
) => shownTo(concerned[role], { timeline }).timeline.map(({ revision }) => revision);

test('what is not shown is not shown by its correction either', () => {
  const timeline = [
    { revision: '1', ...entry('NoteAdded', { visibleTo: 'officials' }) },
    { revision: '2', ...entry('NoteAdded', { visibleTo: 'parties' }) },
    { revision: '3', ...correction('NoteAdded', '1', 'text') },
    { revision: '4', ...correction('NoteAdded', '2', 'text') },
    { revision: '5', ...correction('RetaliationReported', '0', 'what') },
    { revision: '6', ...correction('CoHandlerReported', '0', 'report') },
    { revision: '7', ...correction('ClaimLodged', '0', 'claim.contract.title') },
  ];
  expect(shownRevisions('sme', timeline)).toEqual(['2', '4', '5', '7']);
  expect(shownRevisions('respondent', timeline)).toEqual(['2', '4', '7']);
  // Of what changed meanwhile the corrected note may be no part: it then stays hidden.
  expect(shownRevisions('sme', timeline.slice(3, 4))).toEqual([]);
});

test('a correction tells the respondent no more of the complainant than the fact did', () => {
  const timeline = [
    correction('ClaimLodged', '0', 'claim.complainant.address'),
    correction('RequestFiled', '0', 'request.promises.signatory'),
    correction('ClaimLodged', '0', 'claim.respondent.address'),
  ];
  const was = shownTo(concerned.respondent, { timeline }).timeline.map(({ data }) => [data.was, data.is]);
  expect(was).toEqual([
    [withheld, withheld],
    [withheld, withheld],
    ['旧文字', '新文字'],
  ]);
  expect(shownTo(concerned.sme, { timeline }).timeline).toEqual(timeline);
});

test('a document is read by whom it goes to: what goes to an office by neither party', () => {
  const timeline = (['office', 'complainant', 'respondent'] as const).flatMap((to, i) => [
    { revision: `${i}i`, ...entry('DocumentIssued', { to }) },
    { revision: `${i}s`, ...entry('DocumentServed', { to }) },
  ]);
  expect(shownRevisions('sme', timeline)).toEqual(['1i', '1s', '2i', '2s']);
  expect(shownRevisions('respondent', timeline)).toEqual(['2i', '2s']);
});

test('the respondent does not read where the complainant was served, nor who reported it', () => {
  const place = { address: '张江路 1 号', proof: 'EMS 1' };
  const timeline = [
    entry('DefencePassedOn', place),
    entry('MediationRefusalTold', place),
    entry('RulingServed', { party: 'complainant', ...place }),
    entry('RulingServed', { party: 'respondent', ...place }),
    entry('RespondentServed', place),
    entry('LeadReceived', { source: '员工举报' }),
    entry('ReporterTold', { how: '电话' }),
  ];
  const hidden = { address: withheld, proof: withheld };
  expect(shownTo(concerned.respondent, { timeline }).timeline.map(({ data }) => data)).toEqual([
    hidden,
    hidden,
    { party: 'complainant', ...hidden },
    { party: 'respondent', ...place },
    place,
  ]);
  expect(shownTo(concerned.sme, { timeline }).timeline).toEqual(timeline);
});

test.each(['sme', 'agent', 'respondent'] as const)(
  'the %s reads the facts without the offices’ record of them',
  (role) => {
    const facts = {
      title: '涉企收费',
      procedure: { retaliationReported: true, events: [{ type: 'ProtectionMarked' }] },
    };
    expect(shownTo(concerned[role], { timeline: [], facts }).facts).toEqual({ title: '涉企收费', procedure: withheld });
    expect(shownTo(concerned.mediator, { timeline: [], facts }).facts).toBe(facts);
  },
);
