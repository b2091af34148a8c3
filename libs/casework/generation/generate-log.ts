import { setImmediate } from 'node:timers/promises';
import type { ImportedAppend } from '@redress/event-store/import/imported-rows.js';
import { MemoryEventStore } from '@redress/event-store/memory/memory-store.js';
import type { NewEvent, Position, RecordedEvent } from '@redress/event-store/port.js';
import { demonstrationOrganisation } from '@redress/organisation/demonstration.js';
import { loadOrganisation } from '@redress/organisation/load-organisation.js';
import { OfficeDirectory } from '@redress/organisation/office-directory.js';
import type { Vault } from '@redress/privacy/vault.js';
import { LawDirectory } from '../reference/law-directory.js';
import { publishReleaseLaw } from '../reference/publish-release.js';
import { paymentTerms } from '../overdue-payment/payment-terms.js';
import { City, type Occurrence, type Plan, type Share } from './city.js';
import { Desks } from './desks.js';

/** An append of a generated log, with the number of its case; null: of the law or the organisation. */
export interface GeneratedAppend extends ImportedAppend {
  readonly number: number | null;
}

/**
 * A log of a city's cases in the order in which it would have been recorded: the law and the organisation first, then the
 * cases interleaved, each act decided by the rules of its kind and its personal data sealed. Equal plans and keys give equal
 * logs, byte for byte.
 *
 * @param vault cases are told while it is being opened, some ten thousand acts
 * @param share only the cases of one part of the city
 */
export async function* generatedLog(
  plan: Plan,
  vault: Vault | Promise<Vault>,
  share?: Share,
): AsyncGenerator<GeneratedAppend> {
  const reference = new MemoryEventStore();
  const begins = `${plan.from}T00:00:00+08:00`;
  await publishReleaseLaw(reference, { now: () => Promise.resolve(begins) });
  await loadOrganisation(reference, demonstrationOrganisation());
  for (const event of await reference.readAll({ after: '0' as Position, limit: 10_000 }))
    yield { stream: event.stream, events: [asNew(event)], recordedAt: begins, last: false, number: null };

  const law = new LawDirectory(reference);
  const offices = new OfficeDirectory(reference);
  await Promise.all([law.refresh(), offices.refresh()]);
  const city = new City(plan, new Desks(offices.offices({})), law.law.calendar, await paymentTerms(), share);
  for await (const [{ at, number, of, last, events, body }, open] of withVault(city.occurrences(), vault)) {
    const sealed = await open.sealed(of.stream, events, of.sensitivePaths, body);
    yield { stream: of.stream, events: sealed, recordedAt: at, last, number };
  }
}

/** How many acts wait for the vault at most: memory holds no more. */
const AHEAD = 12_000;

async function* withVault(
  acts: Iterable<Occurrence>,
  vault: Vault | Promise<Vault>,
): AsyncGenerator<readonly [Occurrence, Vault]> {
  const waiting: Occurrence[] = [];
  const ready: { vault: Vault | null } = { vault: null };
  const opening = Promise.resolve(vault).then((open) => (ready.vault = open));
  for (const act of acts) {
    if (ready.vault !== null && waiting.length === 0) {
      yield [act, ready.vault];
      continue;
    }
    waiting.push(act);
    // The vault cannot come in while nothing else runs.
    if (waiting.length % 100 === 0) await setImmediate();
    if (ready.vault === null && waiting.length < AHEAD) continue;
    const open = await opening;
    for (const one of waiting.splice(0)) yield [one, open];
  }
  const open = await opening;
  for (const one of waiting) yield [one, open];
}

function asNew({ id, type, schema, data, meta }: RecordedEvent): NewEvent {
  return { id, type, schema, data, meta };
}
