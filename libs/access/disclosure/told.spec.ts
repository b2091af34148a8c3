import { concerned, assigned } from '../testing/accounts.js';
import type { CaseAccess } from '../scope.js';
import { withheld } from './line.js';
import { casesNamedIn, isWithheld, toldTo, type TellableEvent } from './told.js';

type Role = keyof typeof concerned;
const contact = { name: '王小姐', phone: '021-50000001' };
const claim = {
  complainant: { name: '某企业', creditCode: 'OWN', address: '张江路 1 号', contact },
  respondent: { name: '某大型企业', contact: null },
  promises: { truth: true, signatory: '王小姐' },
};
const entry = (type: string, data: TellableEvent['data'] = {}, revision = type): TellableEvent => ({
  type,
  data,
  revision,
});
const told = (
  role: Role,
  events: readonly TellableEvent[],
  { kind = 'overduePayment', subject = assigned, readable = [] as readonly string[] } = {},
) => toldTo(concerned[role], { kind, subject, mayReadCase: (id) => readable.includes(id) }, events);
const dataFor = (role: Role, event: TellableEvent, kind?: string) =>
  told(role, [event], kind === undefined ? {} : { kind })[0]?.data ?? null;

const timeline = [
  entry('ClaimLodged', { claim }),
  entry('NoteAdded', { visibleTo: 'officials', text: '内部' }, '1'),
  entry('NoteAdded', { visibleTo: 'parties', text: '公开' }, '2'),
  entry('CoHandlerReported', { report: '已核实' }),
  entry('RespondentReplied', { statement: '资金紧张', contact }, '4'),
  entry('RespondentReplied', { statement: '再答复', contact: null }, '5'),
  entry('RetaliationReported', { what: '被终止合作' }),
  entry('RungFired', { rung: 'amber' }),
  entry('RungOverridden', { reason: '已安排' }),
  entry('ResultIssued', { outcome: 'settled' }),
  entry('SomethingOfALaterRelease'),
];
const typesFor = (role: Role) => told(role, timeline).map(({ type }) => type);

test.each(['mediator', 'supervisor', 'intakeOfficer', 'serviceSpecialist'] as const)('the %s reads it whole', (role) =>
  expect(told(role, timeline)).toBe(timeline),
);

test.each(['sme', 'agent'] as const)('the %s reads what is on its list, and nothing the offices weigh', (role) => {
  expect(typesFor(role)).toEqual([
    ...['ClaimLodged', 'NoteAdded', 'RespondentReplied', 'RespondentReplied', 'RetaliationReported', 'RungFired'],
    'ResultIssued',
  ]);
  expect(told(role, timeline)[0]!.data).toEqual({ claim });
});

test('the complainant reads the answer, and not how to reach the person who gave it', () => {
  const answers = told('sme', timeline).filter(({ type }) => type === 'RespondentReplied');
  expect(answers.map(({ data }) => data.contact)).toEqual([withheld, null]);
});

test('the respondent reads what it has to answer to: who complains, and not how to reach them', () => {
  expect(typesFor('respondent')).toEqual([
    ...['ClaimLodged', 'NoteAdded', 'RespondentReplied', 'RespondentReplied', 'ResultIssued'],
  ]);
  const complainant = { name: '某企业', creditCode: 'OWN', address: withheld, contact: withheld };
  const hidden = { ...claim, complainant, promises: { truth: true, signatory: withheld } };
  expect(told('respondent', timeline)[0]!.data).toEqual({ claim: hidden });
});

test.each([
  ['ipFastTrack', 'PassedToPolice'],
  ['ipFastTrack', 'PoliceAnswered'],
  ['ipFastTrack', 'ReferredToBody'],
  ['overduePayment', 'MarketRegulationReferred'],
  ['complaint', 'CompetitionReferred'],
  ['complaint', 'PenaltyCaseFiled'],
  ['complaint', 'LeadReceived'],
] as const)('who is looked into does not learn of it from the case: %s %s', (kind, type) => {
  expect(dataFor('respondent', entry(type), kind)).toBeNull();
  expect(dataFor('sme', entry(type), kind)).not.toBeNull();
});

test('of the tracks the criminal one is not the respondent’s to see', () => {
  for (const type of ['TrackOpened', 'TrackClosed']) {
    expect(dataFor('respondent', entry(type, { track: 'criminal' }), 'ipFastTrack')).toBeNull();
    expect(dataFor('respondent', entry(type, { track: 'civil' }), 'ipFastTrack')).toEqual({ track: 'civil' });
  }
});

describe('other cases', () => {
  const [own, others] = [
    { caseId: 'own', caseNumber: 'OP-2026-1' },
    { caseId: 'others', caseNumber: 'OP-2026-2' },
  ];
  const all = [
    entry('CaseLinked', { to: own, relation: 'related', note: '' }, '1'),
    entry('CaseLinked', { to: others, relation: 'related', note: '' }, '2'),
    entry('CaseLinked', { to: own, relation: 'criminalTrack', note: '' }, '3'),
    entry('MergedCaseTaken', { from: others }, '4'),
    entry('CaseMerged', { into: others, ground: '与他案重复' }, '5'),
  ];

  test('are told of where the reader may read them; that its own goes on elsewhere it is always told', () => {
    const shown = told('sme', all, { readable: ['own'] });
    expect(shown.map(({ revision }) => revision)).toEqual(['1', '5']);
    expect(shown[1]!.data).toEqual({ into: withheld, ground: withheld });
    expect(JSON.stringify(shown)).not.toContain('OP-2026-2');
    expect(told('sme', all, { readable: ['own', 'others'] }).map(({ revision }) => revision)).toEqual([
      ...['1', '2', '4', '5'],
    ]);
  });

  test('of a cluster are those of the reader; the respondent does not learn that there is one', () => {
    const found = entry('ClusterFound', { found: '同一收费', members: [own, others], measure: '集中约谈' });
    expect(told('sme', [found], { kind: 'complaint', readable: ['own'] })[0]!.data).toEqual({
      found: '同一收费',
      members: [own],
      measure: withheld,
    });
    expect(dataFor('respondent', found, 'complaint')).toBeNull();
    expect([...casesNamedIn([found, ...all])]).toEqual(['own', 'others']);
  });
});

describe('corrections', () => {
  const correction = (eventType: string, of: string, field: string, revision: string) =>
    entry(
      'FactCorrected',
      { eventType, revision: of, field, was: '旧文字', is: '新文字', reason: '门牌应为2号' },
      revision,
    );
  const events = [
    entry('NoteAdded', { visibleTo: 'officials' }, '1'),
    entry('NoteAdded', { visibleTo: 'parties' }, '2'),
    correction('NoteAdded', '1', 'text', '3'),
    correction('NoteAdded', '2', 'text', '4'),
    correction('RetaliationReported', '0', 'what', '5'),
    correction('CoHandlerReported', '0', 'report', '6'),
    correction('ClaimLodged', '0', 'claim.contract.title', '7'),
  ];
  const revisions = (role: Role, of = events) => told(role, of).map(({ revision }) => revision);

  test('are read with what they correct', () => {
    expect(revisions('sme')).toEqual(['2', '4', '5', '7']);
    expect(revisions('respondent')).toEqual(['2', '4', '7']);
    // Of what changed meanwhile the corrected note may be no part: it then stays hidden.
    expect(revisions('sme', events.slice(3, 4))).toEqual([]);
  });

  test('tell no more of a fact than the fact does', () => {
    const fields = ['claim.complainant.address', 'request.promises.signatory', 'claim.respondent.address'];
    const of = fields.map((field, i) => correction('ClaimLodged', '0', field, String(i)));
    expect(told('respondent', of).map(({ data }) => data.is)).toEqual([withheld, withheld, '新文字']);
    // Why it was corrected says as much as the readings do.
    expect(told('respondent', of).map(({ data }) => data.reason)).toEqual([withheld, withheld, '门牌应为2号']);
    expect(told('sme', of)).toEqual(of);
    const handed = [entry('HandedOn', { ground: '内情' }, '8'), correction('HandedOn', '8', 'ground', '9')];
    expect(told('respondent', handed).map(({ data }) => data.ground ?? data.is)).toEqual([withheld, withheld]);
  });
});

test('a document is read by whom it goes to: what goes to an office by neither party', () => {
  const events = (['office', 'complainant', 'respondent'] as const).flatMap((to, i) => [
    entry('DocumentIssued', { to }, `${i}i`),
    entry('DocumentServed', { to }, `${i}s`),
  ]);
  const revisions = (role: Role) => told(role, events).map(({ revision }) => revision);
  expect(revisions('sme')).toEqual(['1i', '1s', '2i', '2s']);
  expect(revisions('respondent')).toEqual(['2i', '2s']);
});

test('the respondent does not read where the complainant was served', () => {
  const place = { address: '张江路 1 号', proof: 'EMS 1' };
  const hidden = { address: withheld, proof: withheld };
  const served = [
    entry('DefencePassedOn', place),
    entry('MediationRefusalTold', place),
    entry('RulingServed', { party: 'complainant', ...place }),
    entry('RulingServed', { party: 'respondent', ...place }),
    entry('RespondentServed', place),
  ];
  const kind = { kind: 'ipFastTrack' };
  expect(told('respondent', served, kind).map(({ data }) => data)).toEqual([
    ...[hidden, hidden, { party: 'complainant', ...hidden }, { party: 'respondent', ...place }, place],
  ]);
  expect(told('sme', served, kind)).toEqual(served);
});

describe('what bears a mark of confidentiality', () => {
  const evidence = entry('EvidenceAdded', { evidence: [{ title: '报价单' }] }, '7');
  const correction = entry('FactCorrected', { eventType: 'EvidenceAdded', revision: '7', field: 'x', is: '底价' }, '8');
  const marked = (by: 'complainant' | 'respondent' | 'office', mark: string): CaseAccess => ({
    ...assigned,
    markedParts: [{ event: 'e7', revision: '7', by, mark }],
  });
  const reads = (role: Role, subject: CaseAccess) => {
    const shown = told(role, [evidence, correction], { subject });
    return shown.length === 2 && !isWithheld(shown[0]!);
  };

  test('is read by the party which brought it, and is to the other known only to be there', () => {
    expect((['sme', 'agent', 'respondent'] as const).map((role) => reads(role, marked('complainant', 'x')))).toEqual([
      ...[true, true, false],
    ]);
    expect((['sme', 'respondent'] as const).map((role) => reads(role, marked('office', 'x')))).toEqual([false, false]);
    const shown = told('respondent', [evidence, correction], { subject: marked('complainant', 'tradeSecret') });
    expect(shown).toEqual([{ ...evidence, data: withheld }]);
  });

  test('is read by the office in hand and those beside it; a state secret by the persons it concerns', () => {
    const officials = ['serviceSpecialist', 'intakeOfficer', 'handlingOfficer', 'mediator', 'departmentHead'] as const;
    const readers = (mark: string) =>
      [...officials, 'supervisor' as const].filter((role) => reads(role, marked('office', mark)));
    expect(readers('tradeSecret')).toEqual([
      ...['serviceSpecialist', 'handlingOfficer', 'mediator', 'departmentHead', 'supervisor'],
    ]);
    expect(readers('stateSecret')).toEqual(['serviceSpecialist', 'mediator', 'departmentHead', 'supervisor']);
  });
});

test('a mark is told to whom its part belongs, and what it hides to nobody else', () => {
  const mark = (by: string | null) => entry('ConfidentialityMarked', { what: '图纸', part: by && { by } });
  expect([dataFor('sme', mark('complainant')), dataFor('respondent', mark('complainant'))]).toEqual([
    { what: '图纸', part: { by: 'complainant' } },
    null,
  ]);
  expect([dataFor('sme', mark(null)), dataFor('respondent', mark(null))]).toEqual([
    { what: withheld, part: null },
    null,
  ]);
});
