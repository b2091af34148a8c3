import { readFile } from 'node:fs/promises';
import { accountsNamed } from '@redress/access/account-rows.js';
import { actorOf, type Account, type OfficialAccount } from '@redress/access/account.js';
import { addDays, plainDate, type PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import { dayInZone } from '@redress/deadlines/calendar/zone-day.js';
import { caseId, derivedId } from '@redress/event-store/identity.js';
import { OfficeDirectory } from '@redress/organisation/office-directory.js';
import type { OfficerRole } from '@redress/organisation/office.js';
import { CaseCommandHandler } from '../case-command-handler.js';
import { CaseCommand } from '../kernel/case-command.js';
import { findsById } from '../kernel/other-cases.js';
import type { Parts } from '../kernel/parts.js';
import { zone } from '../kernel/time.js';
import { caseKinds } from '../kinds.js';
import { LawDirectory } from '../reference/law-directory.js';

interface Step {
  /** Days from the day of loading. */
  readonly day: number;
  /** The day itself, where the source publishes it. */
  readonly on?: string;
  readonly by: 'complainant' | OfficerRole;
  readonly name: string;
  readonly body: object;
}

interface DemonstrationCase {
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
  const file = await readFile(new URL('./demonstration-cases.json', import.meta.url), 'utf8');
  const { cases } = JSON.parse(file) as { cases: DemonstrationCase[] };
  let loaded = 0;
  for (const one of cases) if (await loadCase(parts, handler, offices, one)) loaded += 1;
  return loaded;
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
  const [lodged] = await parts.store.readStream(`overduePayment-${id}`, { limit: 1 });
  const first = one.steps[0]!.day;
  const today = lodged
    ? addDays(dayInZone(lodged.meta.occurredAt, zone), -first)
    : dayInZone(await parts.clock.now(), zone);
  for (const [ordinal, step] of one.steps.entries()) {
    const account = step.by === 'complainant' ? complainant : official(offices, one.district, step.by);
    const occurredOn = step.on ? plainDate(step.on) : addDays(today, step.day);
    const request = {
      commandId: commandId(one, ordinal),
      actor: actorOf(account),
      occurredOn,
      occurredOnReason: `演示案件，改编自${one.source}`,
    };
    const sent = { name: step.name, body: dated(step.body, occurredOn) };
    const outcome = await handler.execute(new CaseCommand('overduePayment', id, request, sent, account));
    if (outcome.outcome !== 'done') {
      throw new DemonstrationRefused(`${one.key}, step ${ordinal} (${step.name}): ${JSON.stringify(outcome)}`);
    }
  }
  return !lodged;
}

function commandId({ key }: DemonstrationCase, ordinal: number): string {
  return derivedId(demonstrationTime, ['demonstration', key, String(ordinal)]);
}

/** Instalments of a demonstration are due so many days after their settlement. */
function dated(body: object, on: PlainDate): object {
  if (!('instalments' in body)) return body;
  const instalments = (body.instalments as { dueIn: number; amount: string }[]).map(({ dueIn, amount }) => {
    return { dueOn: addDays(on, dueIn), amount };
  });
  return { ...body, instalments };
}

/** An officer of the office the case lies with, whether or not it has an account to sign in with. */
function official(offices: OfficeDirectory, district: string, role: OfficerRole): Account {
  const office =
    role === 'intakeOfficer'
      ? offices.offices({ function: 'acceptingAuthority' })[0]
      : offices.offices({ district, function: 'handlingAuthority' })[0];
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
