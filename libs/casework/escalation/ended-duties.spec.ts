import { readdirSync, readFileSync } from 'node:fs';
import { machine as complaint } from '@redress/cases/testing/complaint.js';
import { machine as creditRepair } from '@redress/cases/testing/credit-repair.js';
import { machine as ipFastTrack } from '@redress/cases/testing/ip-fast-track-machine.js';
import { commandNamesOf, triedIn, type Machine } from '@redress/cases/testing/machine.js';
import { machine as overduePayment } from '@redress/cases/testing/overdue-payment.js';
import type { ClockFact } from '@redress/deadlines/clock/clock.js';
import { policyInLog } from '@redress/deadlines/ladder/check-policy.js';
import { stillOwed } from '@redress/deadlines/ladder/still-owed.js';
import { parseLawPack } from '@redress/deadlines/law/check-law-pack.js';
import { knownEvents } from '@redress/deadlines/law/known-events.js';
import type { ClockRule } from '@redress/deadlines/law/law-pack.js';

interface AnyCommand {
  readonly name: string;
  readonly body: object;
}
type AnyMachine = Machine<unknown, AnyCommand, { readonly type: string; readonly data: object }>;

const machines = { overduePayment, complaint, creditRepair, ipFastTrack } as unknown as Record<string, AnyMachine>;

const data = new URL('../../deadlines/', import.meta.url);
const json = (path: string) => JSON.parse(readFileSync(new URL(path, data), 'utf8')) as unknown;
const rules = readdirSync(new URL('law/data/', data))
  .filter((file) => file.endsWith('.json'))
  .flatMap((file) => parseLawPack(json(`law/data/${file}`), knownEvents).rules);
const { ladders } = policyInLog(json('ladder/data/policy-default.json'));
const climbed = rules.filter((rule) => ladders.some((one) => one.rule === rule.id && one.caseKind === rule.caseKind));

/** The events which some command may still record once a case of this kind is over. */
function recordedAfterTheEnd(machine: AnyMachine): ReadonlySet<string> {
  const { kind, statuses, closed } = machine;
  const names = commandNamesOf(machine).filter((name) => kind.moves[name]!.some((status) => closed.has(status)));
  const tried = names.flatMap((name) =>
    statuses
      .filter((status) => kind.moves[name]!.includes(status))
      .flatMap((status) => triedIn(machine, status, name).flatMap(({ accepted, told }) => (accepted ? told : []))),
  );
  // A payment records this too, where there is a settlement for it to pay.
  return new Set([...tried, ...(names.includes('recordPayment') ? ['InstalmentPaid'] : [])]);
}

function isOwedOnceEnded({ start }: ClockRule): readonly boolean[] {
  return start.map(({ event: type }) => {
    const clock = { explanation: { runs: [{ run: 'begun' }] } } as unknown as ClockFact;
    return stillOwed([clock], { ended: true, events: [{ id: 'begun', type }] }).length > 0;
  });
}

test.each(Object.entries(machines))(
  'of an ended case of kind %s the ladders are climbed of what can still be answered, and of nothing else',
  (name, machine) => {
    const recorded = recordedAfterTheEnd(machine);
    const ofKind = climbed.filter(({ caseKind }) => caseKind === name);
    const owed = ofKind.filter((rule) => isOwedOnceEnded(rule).every(Boolean)).map(({ id }) => id);
    const answered = ofKind.filter(({ stop }) =>
      'anyOf' in stop
        ? stop.anyOf.some(({ event }) => recorded.has(event))
        : stop.allOf.every(({ event }) => recorded.has(event)),
    );
    expect(ofKind).not.toEqual([]);
    expect([...new Set(owed)].sort()).toEqual([...new Set(answered.map(({ id }) => id))].sort());
  },
);
