import { begun, given, lodged, then, today, when } from '../testing/complaint.js';
import { told } from '../testing/machine.js';
import { pudong } from '../testing/procedure.js';
import { complaint as kind } from './kind.js';
import { sensitive } from './schemas.js';
import { evolve, initial } from './state.js';

const event = (type: string, data: object, on = today) =>
  ({ id: 'x', revision: '9', type, schema: 1, data, on }) as never;

describe('corrections', () => {
  test('of the day of receipt move the day the term counts from, and the lodging', () => {
    const fixed = then(given('lodged'), 'correctFact', { event: 'e0', is: '2025-09-08' });
    expect(fixed.state).toMatchObject({ lodgedOn: '2025-09-08', countedFrom: '2025-09-08', since: '2025-09-08' });
    const accepted = then(given('accepted'), 'correctFact', { event: 'e0', is: '2025-09-08' });
    expect(accepted.state).toMatchObject({ lodgedOn: '2025-09-08', countedFrom: '2025-09-08', since: today });
  });

  test('of the day of a step move the day the next one follows', () => {
    const accepted = then(given('lodged'), 'accept', {}, '2025-09-15');
    const fixed = then(accepted, 'correctFact', { event: 'e1', is: '2025-09-12' }, '2025-09-16');
    expect(fixed.state).toMatchObject({ since: '2025-09-12', lodgedOn: today, countedFrom: today });
    expect(told(when(fixed, 'transfer', {}, '2025-09-12'))).toEqual(['Transferred']);
  });

  test('of the day of an act move the last act, and of a step of a track the day of the track', () => {
    const checked = then(given('inHandling'), 'checkPolicy', {}, '2025-09-15');
    const event = checked.state.procedure.events.at(-1)!.id;
    const fixed = then(checked, 'correctFact', { event, is: '2025-09-12' }, '2025-09-16');
    expect(fixed.state.lastActOn).toBe('2025-09-12');
    const asked = then(given('inHandling'), 'requestHelp', {}, '2025-09-15');
    const help = asked.state.procedure.events.at(-1)!.id;
    const earlier = then(asked, 'correctFact', { event: help, is: '2025-09-12' }, '2025-09-16');
    expect(earlier.state).toMatchObject({ tracks: { help: { stage: 'asked', on: '2025-09-12' } }, lastActOn: today });
    const answered = then(asked, 'answerHelp', {}, '2025-09-16');
    const before = then(answered, 'correctFact', { event: help, is: '2025-09-12' }, '2025-09-16');
    expect(before.state.tracks.help).toEqual({ stage: 'answered', on: '2025-09-16' });
  });

  test('of the re-submission and the reopening move the term, and no more the lodging', () => {
    const again = then(given('returnedForSupplement'), 'supplyMaterials', {}, '2025-09-15');
    const fixed = then(again, 'correctFact', { event: 'e2', is: '2025-09-14' }, '2025-09-16');
    expect(fixed.state).toMatchObject({ countedFrom: '2025-09-14', since: '2025-09-14', lodgedOn: today });
  });

  test('of the day of receipt correct what the gradings say of it, and no other day does', () => {
    const graded = then(then(given('accepted'), 'grade'), 'regrade');
    const fixed = when(graded, 'correctFact', { event: 'e0', is: '2025-09-08' });
    const both = {
      field: 'receivedOn',
      was: today,
      is: '2025-09-08',
      reason: '登记有误',
      eventType: 'ComplaintGraded',
    };
    expect(fixed).toMatchObject({
      events: [
        { data: { event: 'e0', field: 'occurredAt' } },
        { type: 'FactCorrected', data: { event: 'e2', revision: '2', ...both } },
        { type: 'FactCorrected', data: { event: 'e3', revision: '3', ...both } },
      ],
    });
    expect(told(fixed)).toHaveLength(3);
    const after = then(graded, 'correctFact', { event: 'e0', is: '2025-09-08' });
    expect(after.state).toMatchObject({ countedFrom: '2025-09-08', grade: 'hard', complaint: graded.state.complaint });
    expect(told(when(graded, 'correctFact', { event: 'e1', is: '2025-09-10' }, '2025-09-11'))).toEqual([
      'is: readsSoAlready',
    ]);
    const accepted = then(
      then(then(given('lodged'), 'accept', {}, '2025-09-12'), 'grade', {}, '2025-09-12'),
      'addNote',
    );
    expect(told(when(accepted, 'correctFact', { event: 'e1', is: '2025-09-11' }, '2025-09-12'))).toEqual([
      'FactCorrected',
    ]);
    expect(
      told(when(accepted, 'correctFact', { event: 'e0', field: 'complaint.title', was: '原', is: '改' }, '2025-09-12')),
    ).toEqual(['FactCorrected']);
  });

  test('after a reopening its gradings alone count from that day', () => {
    const first = then(then(given('concluded'), 'reopen', {}, '2025-10-15'), 'grade', {}, '2025-10-16');
    const reopened = first.state.procedure.events.find(({ type }) => type === 'CaseReopened')!.id;
    expect(told(when(first, 'correctFact', { event: reopened, is: '2025-10-14' }, '2025-10-16'))).toEqual([
      'FactCorrected',
      'FactCorrected',
    ]);
  });

  test('a path which a later release may write is left alone', () => {
    const { state } = given('lodged');
    for (const field of ['complaint.facts', 'complaint.complainant', 'x']) {
      expect(evolve(state, event('FactCorrected', { event: 'e0', field, is: 'y' }))).toMatchObject({
        complaint: state.complaint,
      });
    }
  });
});

test('evidence added later stands in the complaint', () => {
  const added = then(given('accepted'), 'addEvidence');
  expect(added.state.complaint.evidence).toEqual([
    ...lodged.evidence,
    { kind: 'statement', title: '对账单', reference: 's.pdf' },
  ]);
});

test('what comes before the lodging, or of a later release, is left alone', () => {
  expect(evolve(initial, event('ComplaintAccepted', {}))).toBe(initial);
  const { state } = given('lodged');
  expect(evolve(state, event('ComplaintPraised', {}))).toMatchObject({ status: 'lodged', complaint: state.complaint });
});

describe('the summary', () => {
  test('names parties, custody and what is still to be paid back', () => {
    const { state } = then(then(given('inHandling'), 'arrangeJointHandling'), 'nameFirstContact');
    expect(kind.summaryOf(state)).toMatchObject({
      caseNumber: 'CO-2025-0000-0000-00014',
      status: 'inHandling',
      closed: false,
      category: 'businessCharges',
      complainant: { name: '上海申精机械有限公司', creditCode: '91310115MADEM00117' },
      respondent: { name: '某行业协会', creditCode: null },
      respondentTold: true,
      agentCode: null,
      confidential: [],
      markedParts: [],
      total: '3500.00',
      outstanding: '3000.00',
      lodgedOn: today,
      handlingOffice: pudong,
      coHandlingOffices: [{ id: '310115-zhangjiang' }],
      firstContact: { id: 'officer-li' },
      firstContactOffice: pudong,
      holder: null,
      firedRungs: [],
      overriddenRungs: [],
    });
    expect(Object.keys(kind.summaryOf(state)!.complainant)).toEqual(['name', 'creditCode']);
    expect(Object.keys(kind.summaryOf(state)!.respondent!)).toEqual(['name', 'creditCode']);
  });

  test('claims no money where no charge is complained of', () => {
    const complaint = { ...lodged, category: 'other', charges: [] } as const;
    const { state } = then(begun(), 'lodge', { complaint });
    expect(kind.summaryOf(state)).toMatchObject({
      total: null,
      outstanding: null,
      coHandlingOffices: [],
      firstContact: null,
      firstContactOffice: null,
    });
  });

  test('names the agent by its code', () => {
    const agent = { name: '某律所', creditCode: '91500110MADEM0100R', authority: '授权委托书' };
    const lodging = { by: 'agent', channel: 'online', receivedOn: today, agent } as const;
    expect(kind.summaryOf(then(begun(), 'lodge', { lodging }).state)?.agentCode).toBe('91500110MADEM0100R');
  });

  test('there is none before the lodging', () => expect(kind.summaryOf(initial)).toBeNull());
});

test('what in the complaint is personal or written by people is declared', () => {
  expect(sensitive.ComplaintLodged).toEqual([
    { path: 'complaint.complainant.contact', of: 'person' },
    { path: 'complaint.respondent.contact', of: 'person' },
    { path: 'complaint.promises.signatory', of: 'person' },
    { path: 'complaint.facts', of: 'text' },
    { path: 'complaint.request', of: 'text' },
    { path: 'complaint.policy.promise', of: 'text' },
  ]);
});

test('each field so declared is a path with what stands there', () => {
  for (const fields of Object.values(sensitive)) {
    for (const { path, of } of fields) {
      expect(path).toMatch(/^[a-z][A-Za-z]*(\[\])?(\.[a-z][A-Za-z]*)*$/);
      expect(['person', 'text']).toContain(of);
    }
  }
});
