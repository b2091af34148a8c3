import fc from 'fast-check';
import { schemas } from '@redress/cases/overdue-payment/events.js';
import type { Position, RecordedEvent, Revision } from '@redress/event-store/port.js';
import {
  calendarNow,
  calendarOf2025,
  city,
  claim,
  lawPack,
  mediator,
  minhang,
  money,
  policy,
  pudong,
} from './story.js';

const hour = 3_600_000;
const begins = Date.parse('2025-12-01T01:00:00Z');
/** Hours of working days and nights from the first event on. */
export const instantAfter = (hours: number): string => new Date(begins + hours * hour).toISOString();

interface Act {
  readonly type: string;
  readonly data: object;
}

const caseNumber = 'OP-2026-0000-0000-0001X';
const lodged: Act = {
  type: 'ClaimLodged',
  data: {
    caseNumber,
    acceptingOffice: city,
    lodging: { by: 'complainant', channel: 'online', receivedOn: null, agent: null },
    due: [],
    scopes: null,
    claim,
    total: money('1280000.00'),
    disputed: money('80000.00'),
  },
};
const acts: readonly Act[] = [
  { type: 'FormallyAccepted', data: { acceptingAuthority: city } },
  { type: 'Transferred', data: { to: pudong, ground: '属地管理' } },
  { type: 'Transferred', data: { to: minhang, ground: '改派' } },
  { type: 'MaterialsReceived', data: { handlingAuthority: pudong } },
  { type: 'MediatorAssigned', data: { mediator, previous: null } },
  { type: 'OfficerAssigned', data: { officer: { id: 'officer-qian', name: '钱进' }, office: pudong, previous: null } },
  { type: 'FirstContactNamed', data: { officer: mediator, office: pudong, previous: null, reason: null } },
  { type: 'HandlingPaused', data: { ground: 'awaitingComplainant', reason: '待补材料' } },
  { type: 'HandlingResumed', data: { ground: 'awaitingComplainant', reason: '材料已补' } },
  { type: 'HandlingExtended', data: { totalDays: 60, reason: '情况复杂', approvedBy: mediator } },
  { type: 'NoteAdded', data: { note: 1, text: '电话联系', visibleTo: 'officials' } },
  {
    type: 'SettlementAgreed',
    data: {
      total: money('1200000.00'),
      instalments: [{ instalment: 1, dueOn: '2026-02-10', amount: money('1200000.00') }],
      terms: '一次付清',
    },
  },
  {
    type: 'PaymentRecorded',
    data: {
      payment: 1,
      amount: money('600000.00'),
      instalment: 1,
      method: 'bankTransfer',
      reference: '回单',
      outstanding: money('600000.00'),
      proof: null,
      allocation: {
        order: 'agreed',
        costs: money('0.00'),
        interest: money('0.00'),
        principal: money('600000.00'),
        ofUndisputed: money('0.00'),
      },
    },
  },
  {
    type: 'ResultIssued',
    data: { outcome: 'partlyPaid', summary: '部分付款', paid: money('0.00'), outstanding: money('0.00') },
  },
  { type: 'ResultFedBack', data: { to: 'complainant', how: '电话' } },
  { type: 'ResultFedBack', data: { to: 'acceptingAuthority', how: '系统' } },
  { type: 'ClaimWithdrawn', data: { reason: '已付款' } },
  { type: 'SatisfactionRated', data: { rating: 4, comment: '满意' } },
  { type: 'CaseReopened', data: { ground: 'newFacts', reason: '新证据', run: 2 } },
];

const law: readonly [stream: string, type: string, data: object][] = [
  ['calendar-CN', 'CalendarPublished', { calendar: calendarOf2025 }],
  ['calendar-CN', 'CalendarPublished', { calendar: calendarNow }],
  ['lawPack-CN-ORDER-802', 'LawPackPublished', { pack: lawPack }],
  ['lawPack-CN-ORDER-802', 'LawPackPublished', { pack: withLonger('transfer') }],
  ['policy-default', 'EscalationPolicyPublished', { policy }],
];

/** The same pack, in which one clock has more days: what a new version may bring. */
function withLonger(rule: string): object {
  const rules = (lawPack.rules as { id: string; length: number }[]).map((one) =>
    one.id === rule ? { ...one, length: one.length + 4 } : one,
  );
  return { ...lawPack, version: 2, rules };
}

interface Step {
  readonly act: number;
  readonly after: number;
  readonly back: number | null;
  readonly corrects: number | null;
  readonly law: number | null;
}

const step: fc.Arbitrary<Step> = fc.record({
  act: fc.nat(acts.length - 1),
  after: fc.constantFrom(0, 0, 5, 24, 30, 100, 300),
  back: fc.option(fc.integer({ min: 1, max: 200 }), { freq: 2 }),
  corrects: fc.option(fc.nat(30), { freq: 5 }),
  law: fc.option(fc.nat(law.length - 1), { freq: 4 }),
});

export interface RandomHistory {
  /** Of the law, and of one case, in the order of the log. */
  readonly log: readonly RecordedEvent[];
  readonly hours: number;
}

/** A case's life with late entries, corrections of days and names, and a law that changes on the way. */
export const randomHistory: fc.Arbitrary<RandomHistory> = fc
  .array(step, { minLength: 1, maxLength: 14 })
  .map((steps) => told(steps));

function told(steps: readonly Step[]): RandomHistory {
  const log: RecordedEvent[] = [];
  const own: RecordedEvent[] = [];
  let hours = 400;
  const record = (stream: string, { type, data }: Act, back = 0) => {
    const recorded = recordedEvent(log.length, stream, own.length, type, data, hours, back);
    log.push(recorded);
    if (stream.startsWith('overduePayment-')) own.push(recorded);
  };
  for (const i of [0, 2]) record(law[i]![0], { type: law[i]![1], data: law[i]![2] });
  record('overduePayment-one', lodged, 200);
  for (const { act, after, back, corrects, law: edition } of steps) {
    hours += after;
    if (edition !== null) record(law[edition]![0], { type: law[edition]![1], data: law[edition]![2] });
    const corrected = corrects === null ? undefined : own[corrects % own.length];
    const correction = corrected && corrected.type !== 'FactCorrected' ? correctionOf(corrected, hours) : null;
    record('overduePayment-one', correction ?? acts[act]!, back ?? 0);
  }
  return { log, hours };
}

function correctionOf({ id, revision, type, meta }: RecordedEvent, hours: number): Act {
  const common = { event: id, revision, eventType: type, reason: '登记有误' };
  if (type === 'ClaimLodged' && hours % 2 === 0)
    return {
      type: 'FactCorrected',
      data: { ...common, field: 'claim.complainant.name', was: claim.complainant.name, is: '上海申精机械（集团）公司' },
    };
  const is = meta.occurredAt.slice(0, 8) + '05';
  const data = { ...common, field: 'occurredAt', was: meta.occurredAt.slice(0, 10), is };
  return { type: 'FactCorrected', data: { ...data, occurredAt: `${is}T00:00:00+08:00` } };
}

function recordedEvent(
  at: number,
  stream: string,
  revision: number,
  type: string,
  data: object,
  hours: number,
  back: number,
): RecordedEvent {
  const recordedAt = instantAfter(hours).replace('Z', '000+00:00');
  return {
    id: `event-${at}`,
    stream,
    type,
    schema: (schemas as Record<string, number>)[type] ?? 1,
    data,
    revision: String(revision) as Revision,
    position: String(at + 1) as Position,
    recordedAt,
    hash: String(at),
    meta: { occurredAt: instantAfter(hours - back), actor: { id: 'a', name: 'a', role: 'x', organisation: null } },
  } as unknown as RecordedEvent;
}
