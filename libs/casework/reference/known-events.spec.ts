import { schemas as complaint } from '@redress/cases/complaint/schemas.js';
import { schemas as creditRepair } from '@redress/cases/credit-repair/schemas.js';
import { schemas as ipFastTrack } from '@redress/cases/ip-fast-track/schemas.js';
import { schemas as overduePayment } from '@redress/cases/overdue-payment/events.js';
import { procedureSchemas } from '@redress/cases/shared/procedure/schemas.js';
import { commonEvents, knownEvents } from '@redress/deadlines/law/known-events.js';
import { releaseLawPacks } from './release-files.js';

const recorded: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  complaint,
  creditRepair,
  ipFastTrack,
  overduePayment,
};

it('every event which a kind of case records may be named by a law pack', () => {
  expect(Object.keys(procedureSchemas).filter((type) => !commonEvents.includes(type))).toEqual([]);
  for (const [kind, schemas] of Object.entries(recorded))
    expect([kind, Object.keys(schemas).filter((type) => !knownEvents[kind]?.includes(type))]).toEqual([kind, []]);
});

it('every event which a rule in use waits for is one which its kind of case records', async () => {
  const waited = (await releaseLawPacks()).flatMap(({ name, document }) =>
    (document as { rules: Rule[] }).rules
      .filter(({ active }) => active)
      .flatMap((rule) => namedIn(rule).map((type) => ({ name, rule: rule.id, kind: rule.caseKind, type }))),
  );
  expect(waited.length).toBeGreaterThan(200);
  expect(waited.filter(({ kind, type }) => !(type in (recorded[kind] ?? {})))).toEqual([]);
});

interface Rule {
  readonly id: string;
  readonly caseKind: string;
  readonly active: boolean;
}

/** The events named anywhere in a rule. */
function namedIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'event' in value && typeof value.event === 'string' ? [value.event] : [];
  return [...own, ...Object.values(value).flatMap(namedIn)];
}
