import {
  demonstrationAccounts,
  demonstrationPassword,
  loadDemonstrationAccounts,
} from '@redress/access/demonstration-accounts.js';
import { roleTitles, type Role } from '@redress/access/roles.js';
import { loadDemonstrationGrounds } from '../grounds/demonstration-grounds.js';
import { publishReleaseLaw } from '../reference/publish-release.js';
import { demonstrationOrganisation } from '@redress/organisation/demonstration.js';
import { loadOrganisation } from '@redress/organisation/load-organisation.js';
import type { EventStore } from '@redress/event-store/port.js';
import { OperatorError } from '@redress/platform/operator-error.js';
import { createLogger } from '@redress/platform/logging.js';
import { migrate } from '@redress/platform/migrate.js';
import { ClockAheadError } from '@redress/processing/timers/clock-guard.js';
import { loadDemonstrationCases } from './demonstration-cases.js';
import { migrations } from './migrations.js';
import { openParts, type Parts, type Places } from '../kernel/parts.js';

export interface Preparation extends Places {
  readonly demonstration: boolean;
  /** Shows a line of progress. */
  readonly say: (line: string) => void;
}

export interface PreparedAccount {
  readonly account: string;
  readonly password: string;
  readonly role: Role;
  readonly roleTitle: { readonly zh: string; readonly en: string };
  readonly name: { readonly zh: string; readonly en: string };
}

/** Brings a database to where the programs can start: tables, law, organisation, accounts. Safe to run again, and twice at once. */
export async function prepare({
  demonstration,
  say,
  ...places
}: Preparation): Promise<{ accounts: PreparedAccount[] }> {
  const ran = await migrate(places.databaseUrl, migrations);
  if (ran.length > 0) say(`数据表已就绪 · tables made: ${ran.length} migration(s)`);
  const parts = openParts(places, 'prepare', createLogger('prepare', 'warn'));
  try {
    await parts.privacy.ring.open();
    if (places.eventStoreUrl !== null) await mustAnswer(parts.store, places.eventStoreUrl);
    await publishLaw(parts, say);
    if (!demonstration) return { accounts: [] };
    const loaded = await loadOrganisation(parts.store, demonstrationOrganisation());
    if (loaded > 0) say(`演示机构已建立 · demonstration organisation: ${loaded} events`);
    await loadDemonstrationGrounds(parts.store);
    await loadDemonstrationAccounts(parts.pool);
    return { accounts: demonstrationAccounts().map(asPrinted) };
  } finally {
    await parts.close();
  }
}

/** A clock that is ahead records no law either: the event would make it look right to whoever judges it by the log. */
async function publishLaw({ store, clock }: Pick<Parts, 'store' | 'clock'>, say: Preparation['say']): Promise<void> {
  try {
    const law = await publishReleaseLaw(store, clock);
    if (law.length > 0) say(`法规与日历已入库 · law recorded: ${law.join(', ')}`);
  } catch (error) {
    if (!(error instanceof ClockAheadError)) throw error;
    say(
      '数据库时钟超前，本版本的法规未入库：redress clock confirm 后重新启动 · the clock is ahead, and the law of this release is not recorded: confirm it by redress clock confirm, and start again',
    );
  }
}

/** Feeds the demonstration cases to the commands; nothing when they are there. */
export async function prepareCases({ say, ...places }: Omit<Preparation, 'demonstration'>): Promise<void> {
  const parts = openParts(places, 'prepare', createLogger('prepare', 'warn'));
  try {
    const loaded = await loadDemonstrationCases(parts);
    if (loaded > 0) say(`演示案件已载入 · demonstration cases: ${loaded}`);
  } finally {
    await parts.close();
  }
}

/** @throws OperatorError when the server of the log does not answer; the message holds no password. */
async function mustAnswer(store: EventStore, url: string): Promise<void> {
  const members = url.replace(/^[^:]+:\/\/([^@/]*@)?/, '').replace(/[/?].*$/, '');
  await store.head().catch((cause: Error) => {
    throw new OperatorError(`The event store at ${members} does not answer (${cause.message}); check EVENT_STORE.`, {
      cause,
    });
  });
}

function asPrinted({ name, role, person }: ReturnType<typeof demonstrationAccounts>[number]): PreparedAccount {
  return { account: name, password: demonstrationPassword, role, roleTitle: roleTitles[role], name: person };
}
