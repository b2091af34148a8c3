import { claim } from '../testing/overdue-payment.js';
import { upcast } from '../shared/upcast.js';
import { overduePayment } from './kind.js';
import { outstanding } from './owed.js';
import type { Existing } from './state.js';

const lineOfSchema1 = {
  line: 1,
  description: '机床',
  deliveredOn: '2025-06-10',
  workAcceptedOn: null,
  agreedDueOn: '2025-07-10',
  amount: '100.00',
  disputed: '0.00',
};
const { privateOrganisation: _, ...claimOfSchema1 } = { ...claim, lines: [lineOfSchema1] };
const office = { id: 'city-accepting', name: { zh: '市', en: 'City' }, district: null };

/** A stream as the first release wrote it. */
const stream = [
  [
    'ClaimLodged',
    { caseNumber: 'OP-2025-1', acceptingOffice: office, claim: claimOfSchema1, total: '100.00', disputed: '0.00' },
  ],
  ['SupplementRequested', { defects: [{ item: '执照', what: '未附' }] }],
  ['Resubmitted', { statement: '补', evidence: [], respondent: null }],
  ['FormallyAccepted', { acceptingAuthority: office }],
  ['Transferred', { to: office, ground: '' }],
  ['MaterialsReceived', { handlingAuthority: office }],
  ['RespondentReplied', { statement: '', admitted: '1.00', contact: null }],
  [
    'PaymentRecorded',
    { payment: 1, amount: '40.00', instalment: null, method: 'bankTransfer', reference: '', outstanding: '60.00' },
  ],
].map(
  ([type, data], i) =>
    ({ id: `e${i}`, revision: String(i), type, schema: 1, data, on: '2025-09-10' }) as {
      id: string;
      revision: string;
      type: string;
      schema: number;
      data: Record<string, unknown>;
      on: string;
    },
);

test('a stream of the first release folds as today’s, what was not recorded then being null', () => {
  const events = stream.map((event) => upcast(event, overduePayment));
  expect(events.map(({ type, schema }) => schema - overduePayment.schemas[type as 'ClaimLodged'])).toEqual(
    events.map(() => 0),
  );
  const state = events.reduce(overduePayment.evolve, overduePayment.initial) as Existing;
  expect(state).toMatchObject({
    status: 'inHandling',
    lodging: { by: 'complainant', channel: 'online', receivedOn: null, agent: null },
    claim: {
      privateOrganisation: null,
      lines: [{ ...lineOfSchema1, inspectionEndsOn: null, settlementConfirmedOn: null, agreedDays: null }],
    },
    due: [],
    scope: null,
    parties: null,
    procedure: { supplementRequests: 1, supplementDueOn: null },
    replies: [{ on: '2025-09-10', proper: null }],
    payments: [{ amount: '40.00', principal: '40.00', interest: '0.00', settlement: null }],
  });
  expect(outstanding(state)).toBe('60.00');
  expect(events[6]?.data).toMatchObject({ by: 'office' });
  expect(events[7]?.data).toMatchObject({ proof: null, allocation: { order: 'principalFirst', costs: '0.00' } });
  expect(events[1]?.data).toMatchObject({ dueOn: null, arisenFrom: null });
  expect(events[2]?.data).toMatchObject({ due: null, scopes: null });
});

test('a size decided of a claim of the first release leaves its parties unknown, and says the scope', () => {
  const events = stream.map((event) => upcast(event, overduePayment));
  const at = { caseId: 'c', today: '2025-09-12', on: '2025-09-12', actor: { id: 'a', name: '甲' } };
  const raised = overduePayment.decide(
    { name: 'raiseSizeDispute', body: { of: 'complainant', by: 'respondent', ground: '', to: office } },
    events.reduce(overduePayment.evolve, overduePayment.initial),
    at,
  );
  const more = raised.outcome === 'accepted' ? raised.events : [];
  const log = [...events, ...more.map((event) => ({ ...event, id: 'e8', revision: '8', schema: 1, on: '2025-09-12' }))];
  const state = log.reduce((folded, event) => overduePayment.evolve(folded, event as never), overduePayment.initial);
  const document = { title: '认定', number: null };
  const decided = overduePayment.decide(
    { name: 'decideSizeDispute', body: { of: 'complainant', size: 'large', document, reason: '' } },
    state,
    at,
  );
  expect(decided).toMatchObject({ events: [{ data: { scopes: { is802: { covered: false } } } }] });
  const next = decided.outcome === 'accepted' ? decided.events[0] : null;
  expect(
    overduePayment.evolve(state, { ...next!, id: 'e9', revision: '9', schema: 1, on: '2025-09-12' }),
  ).toMatchObject({
    parties: null,
    scope: { is802: false },
  });
});
