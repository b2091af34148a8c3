import { fold } from '@redress/casework/kernel/case-stream.js';
import { caseworkKind } from '@redress/casework/kinds.js';
import {
  evolveReports,
  yearlyReportSchemas,
  type ReportsOfYear,
} from '@redress/casework/yearly-reports/yearly-report.js';
import { complaint } from '@redress/cases/complaint/kind.js';
import { creditRepair } from '@redress/cases/credit-repair/kind.js';
import { ipFastTrack } from '@redress/cases/ip-fast-track/kind.js';
import { schemas } from '@redress/cases/overdue-payment/events.js';
import type { State } from '@redress/cases/overdue-payment/state.js';
import { parseCalendar } from '@redress/deadlines/calendar/calendar.js';
import { policyInLog } from '@redress/deadlines/ladder/check-policy.js';
import { parseLawPack } from '@redress/deadlines/law/check-law-pack.js';
import { knownEvents } from '@redress/deadlines/law/known-events.js';
import type { LawPack } from '@redress/deadlines/law/law-pack.js';
import { parseWarningRules } from '@redress/deadlines/warnings/warning-rules.js';
import { verifyStream } from '@redress/event-store/chain.js';
import { categoryOf } from '@redress/event-store/envelope.js';
import type { RecordedEvent } from '@redress/event-store/port.js';
import { evolveOffice, officeEvent, type Office } from '@redress/organisation/office.js';
import { reading } from './overdue-payment-reading.js';
import { addSample, storedSamples, todaysStreams } from './samples.js';

/** The schema version of every event type that this release writes, by category. */
const written: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  overduePayment: schemas,
  complaint: complaint.schemas,
  creditRepair: creditRepair.schemas,
  ipFastTrack: ipFastTrack.schemas,
  calendar: { CalendarPublished: 1 },
  lawPack: { LawPackPublished: 1 },
  policy: { EscalationPolicyPublished: 1 },
  grounds: { GroundsPublished: 2 },
  warnings: { WarningRulesPublished: 1 },
  office: { OfficeEstablished: 1, OfficerAppointed: 1, CompetenceAssigned: 1 },
  yearlyReport: yearlyReportSchemas,
};

/** Earlier shapes of shared events which a kind that came after them never wrote. */
const cameLater: Readonly<Record<string, readonly string[]>> = {
  complaint: ['SupplementRequested 1'],
  creditRepair: ['SupplementRequested 1'],
  ipFastTrack: ['SupplementRequested 1'],
};

const folds: Readonly<Record<string, (events: readonly RecordedEvent[]) => unknown>> = {
  overduePayment: (events) => {
    const { domain } = caseworkKind('overduePayment');
    return reading(fold(domain, domain.initial, events) as State);
  },
  complaint: (events) => fold(complaint, complaint.initial, events),
  creditRepair: (events) => fold(creditRepair, creditRepair.initial, events),
  ipFastTrack: (events) => fold(ipFastTrack, ipFastTrack.initial, events),
  office: (events) => events.map(officeEvent).reduce<Office | null>(evolveOffice, null),
  grounds: (events) => events.at(-1)!.data,
  warnings: (events) => parseWarningRules(events.at(-1)!.data.warnings),
  yearlyReport: (events) => events.reduce<ReportsOfYear>(evolveReports, {}),
  calendar: (events) => {
    const calendar = parseCalendar(events.at(-1)!.data.calendar);
    return {
      versions: calendar.versions.map(({ citation }) => citation),
      tenAfter: calendar.addWorkingDays('2025-09-26' as never, 10).due,
    };
  },
  lawPack: (events) => ruleSummary(packOf(events)),
  policy: (events) => {
    return policyInLog(events.at(-1)!.data.policy).ladders.map(({ rule, rungs }) => ({
      rule,
      rungs: rungs.map(({ id, offset, unit }) => ({ id, offset, unit })),
    }));
  },
};

/** The folds of cases bear gaps; those of the law need all they are told. */
const cases: ReadonlySet<string> = new Set(['overduePayment', 'complaint', 'creditRepair', 'ipFastTrack']);

const packOf = (events: readonly RecordedEvent[]) => parseLawPack(events.at(-1)!.data.pack, knownEvents);
const ruleSummary = ({ id, version, rules }: LawPack) => ({
  id,
  version,
  rules: rules.map(({ id, unit, length, roll, effect, status }) => ({ id, unit, length, roll, effect, status })),
});
const foldOf = (events: readonly RecordedEvent[]) =>
  JSON.parse(JSON.stringify(folds[categoryOf(events[0]!.stream)]!(events))) as unknown;

if (process.env.ADD_SAMPLES === '1') {
  test('samples that were lacking are added', async () => {
    // The law before the policy, which is read against it.
    for (const stream of await todaysStreams()) addSample({ ...stream, folded: foldOf(stream.events) });
  });
} else {
  readStoredSamples();
}

function readStoredSamples(): void {
  describe.each(storedSamples())('$name', ({ events, folded }) => {
    test('has the bytes and hashes it was stored with (invariant 6)', () => {
      expect(verifyStream(events)).toEqual({ ok: true, events: events.length });
    });

    test('is folded by today’s code to what it was then (invariant 5)', () => {
      expect(foldOf(events)).toMatchObject(folded as object);
    });

    test('bears that any one of its events is not known (invariant 15)', () => {
      const each = cases.has(categoryOf(events[0]!.stream)) ? events : [];
      for (const gap of each) expect(() => foldOf(events.filter((event) => event !== gap))).not.toThrow();
    });
  });

  test.each(Object.entries(written))(
    'every version of every event type of %s has a sample (ADD_SAMPLES=1 adds them)',
    (category, types) => {
      const stored = new Set(
        storedSamples().flatMap(({ events }) =>
          events
            .filter((event) => categoryOf(event.stream) === category)
            .map(({ type, schema }) => `${type} ${schema}`),
        ),
      );
      const wanted = Object.entries(types).flatMap(([type, schema]) =>
        Array.from({ length: schema }, (_, i) => `${type} ${i + 1}`),
      );
      const neverWritten = cameLater[category] ?? [];
      expect(wanted.filter((one) => !stored.has(one) && !neverWritten.includes(one))).toEqual([]);
    },
  );

  test('today’s commands write no event type and no schema version which is not listed here', async () => {
    for (const { events } of await todaysStreams())
      for (const { stream, type, schema } of events)
        expect([type, written[categoryOf(stream)]?.[type]]).toEqual([type, schema]);
  });
}
