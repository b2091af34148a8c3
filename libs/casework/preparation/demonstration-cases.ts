import { readFile } from 'node:fs/promises';
import { accountsNamed } from '@redress/access/account-rows.js';
import { actorOf, type Account, type OfficialAccount } from '@redress/access/account.js';
import type { CaseKind as KindName } from '@redress/cases/shared/case-number.js';
import { addDays, plainDate, type PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import { dayInZone } from '@redress/deadlines/calendar/zone-day.js';
import { caseId, derivedId } from '@redress/event-store/identity.js';
import { OfficeDirectory } from '@redress/organisation/office-directory.js';
import type { OfficerRole } from '@redress/organisation/office.js';
import { CaseCommandHandler } from '../case-command-handler.js';
import { CaseCommand } from '../kernel/case-command.js';
import { streamOf } from '../kernel/case-stream.js';
import { findsById } from '../kernel/other-cases.js';
import type { Parts } from '../kernel/parts.js';
import { zone } from '../kernel/time.js';
import { caseKinds, caseworkKind } from '../kinds.js';
import { LawDirectory } from '../reference/law-directory.js';

interface Step {
  /** Days from the day of loading. */
  readonly day: number;
  /** The day itself, where the source publishes it. */
  readonly on?: string;
  readonly by: 'complainant' | OfficerRole;
  /** Of the officer, where that is not the one the case would lie with in its district. */
  readonly office?: string;
  readonly name: string;
  readonly body: object;
}

interface DemonstrationCase {
  readonly kind: KindName;
  readonly key: string;
  readonly source: string;
  /** Demonstration account of the complainant. */
  readonly complainant: string;
  readonly district: string;
  readonly steps: readonly Step[];
}

/** The time in front of the demonstration's ids: the same at every loading, so that loading again finds its own. */
const demonstrationTime = Date.UTC(2026, 10, 22);

/** A demonstration case that the rules refuse is a fault of the release. */
export class DemonstrationRefused extends Error {}

/**
 * Feeds the demonstration cases through the commands of a user, each act as the person it belongs to. Days count back
 * from the day of the first loading, which the lodging remembers, so that an interrupted loading goes on as it began.
 *
 * @returns the number of cases that were not there before
 */
export async function loadDemonstrationCases(parts: Parts): Promise<number> {
  const offices = new OfficeDirectory(parts.store);
  await offices.refresh();
  const handler = new CaseCommandHandler(
    parts.store,
    parts.clock,
    offices,
    findsById(parts.store, caseKinds),
    parts.privacy,
    new LawDirectory(parts.store),
  );
  const cases = (await Promise.all(files.map(casesIn))).flat();
  // Each case is a stream of its own: none waits for another.
  const loaded = await Promise.all(cases.map((one) => loadCase(parts, handler, offices, one)));
  return loaded.filter((isNew) => isNew).length;
}

/** Claims from public judgments; of the other kinds, for which none with sums and days is public, plausible examples. */
const files = ['cases', 'complaints', 'credit-repairs', 'ip-cases'].map(
  (name) => new URL(`./demonstration-${name}.json`, import.meta.url),
);

async function casesIn(file: URL): Promise<readonly DemonstrationCase[]> {
  const { kind, cases } = JSON.parse(await readFile(file, 'utf8')) as {
    readonly kind: KindName;
    readonly cases: readonly Omit<DemonstrationCase, 'kind'>[];
  };
  return cases.map((one) => ({ ...one, kind }));
}

async function loadCase(
  parts: Parts,
  handler: CaseCommandHandler,
  offices: OfficeDirectory,
  one: DemonstrationCase,
): Promise<boolean> {
  const [complainant] = await accountsNamed(parts.pool, [one.complainant]);
  if (!complainant) throw new DemonstrationRefused(`there is no demonstration account ${one.complainant}`);
  const lodging = commandId(one, 0);
  const id = caseId(actorOf(complainant).id, lodging);
  const stream = streamOf(caseworkKind(one.kind).domain, id);
  const history = await parts.store.readStream(stream);
  const last = commandId(one, one.steps.length - 1);
  // Loaded whole: what happened to it since is nothing to this, an event of a release to come least of all.
  if (history.some(({ meta }) => meta.commandId === last)) return false;
  const [lodged] = history;
  const first = one.steps[0]!.day;
  const today = lodged
    ? addDays(dayInZone(lodged.meta.occurredAt, zone), -first)
    : dayInZone(await parts.clock.now(), zone);
  for (const [ordinal, step] of one.steps.entries()) {
    const account = step.by === 'complainant' ? complainant : official(offices, one.district, step.by, step.office);
    const occurredOn = step.on ? plainDate(step.on) : addDays(today, step.day);
    const request = {
      commandId: commandId(one, ordinal),
      actor: actorOf(account),
      occurredOn,
      occurredOnReason: `演示案件，来源：${one.source}`,
    };
    const sent = { name: step.name, body: dated(step.body, today, occurredOn) };
    const outcome = await handler.execute(new CaseCommand(one.kind, id, request, sent, account));
    if (outcome.outcome !== 'done') {
      throw new DemonstrationRefused(`${one.key}, step ${ordinal} (${step.name}): ${JSON.stringify(outcome)}`);
    }
  }
  return !lodged;
}

function commandId({ key }: DemonstrationCase, ordinal: number): string {
  return derivedId(demonstrationTime, ['demonstration', key, String(ordinal)]);
}

/** `@-30` in a body is the day thirty days before the loading; an instalment is due so many days after its settlement. */
function dated(body: object, today: PlainDate, on: PlainDate): object {
  return JSON.parse(JSON.stringify(body), (name, value: unknown) => {
    if (typeof value === 'string' && /^@[+-]\d+$/.test(value)) return addDays(today, Number(value.slice(1)));
    if (name !== 'instalments') return value;
    return (value as { dueIn: number; amount: string }[]).map(({ dueIn, amount }) => {
      return { dueOn: addDays(on, dueIn), amount };
    });
  }) as object;
}

/** An officer of the office the case lies with, whether or not it has an account to sign in with. */
function official(offices: OfficeDirectory, district: string, role: OfficerRole, named?: string): Account {
  const usual =
    role === 'intakeOfficer'
      ? offices.offices({ function: 'acceptingAuthority' })[0]
      : offices.offices({ district, function: 'handlingAuthority' })[0];
  const office = named === undefined ? usual : offices.office(named);
  const officer = office && offices.officers({ office: office.id, role })[0];
  if (!officer) throw new DemonstrationRefused(`the demonstration organisation has no ${role} for ${district}`);
  const account: OfficialAccount = {
    id: officer.id,
    name: officer.id,
    person: officer.name,
    demonstration: true,
    role,
    officer: officer.id,
    office: officer.office,
    district: office.district,
  };
  return account;
}
