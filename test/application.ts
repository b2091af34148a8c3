import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createServer } from '../apps/api/src/server.js';
import { runEscalation } from '../apps/worker/src/escalation.js';
import { tell } from '../apps/worker/src/notices/tell.js';
import type { Parts, Places } from '@redress/casework/kernel/parts.js';
import { openParts } from '@redress/casework/kernel/parts.js';
import { followMergers } from '@redress/casework/linking/follow-mergers.js';
import { OfficeDirectory } from '@redress/organisation/office-directory.js';
import { LawDirectory } from '@redress/casework/reference/law-directory.js';
import { demonstrationPassword } from '@redress/access/demonstration-accounts.js';
import { createLogger } from '@redress/platform/logging.js';
import { eraseForgotten } from '@redress/privacy/forgetting/erase-forgotten.js';
import type { Position } from '@redress/event-store/port.js';
import { ClockGuard } from '@redress/processing/timers/clock-guard.js';
import { waitForView } from '@redress/processing/read-your-write.js';
import { runProjections } from '@redress/processing/runner.js';
import { views } from '@redress/projections/registry.js';
import { testDatabase, type Template } from './database.js';

/** The whole application on a database of its own: api, projections and escalation, as `npm start` runs them apart. */
export interface TestApplication {
  readonly url: string;
  readonly parts: Parts;
  /** Where its data is, for a program beside it. */
  readonly places: { readonly url: string; readonly masterKeyPath: string };
  /** The token of a session of a demonstration account. */
  signIn(account: string): Promise<string>;
  close(): Promise<void>;
}

interface Options {
  readonly demonstrationCases?: boolean;
  /** Serve the built pages too. */
  readonly pages?: boolean;
  /** Leave the escalation off, where a test fires rungs itself. */
  readonly escalation?: boolean;
  /** Tell people of what happens, by this SMTP server and this gateway; left out: nobody is told. */
  readonly notices?: {
    readonly smtpUrl: string | null;
    readonly smsGatewayUrl?: string;
    readonly smsGatewayKeyPath?: string;
  };
  /** An EventStoreDB for the log, `esdb://…`. */
  readonly store?: string;
}

export async function startApplication(options: Options = {}): Promise<TestApplication> {
  const begin = options.demonstrationCases ? withCases : withOrganisation;
  const database = await testDatabase(options.store === undefined ? begin : undefined);
  const places = {
    databaseUrl: database.url,
    eventStoreUrl: options.store ?? null,
    masterKeyPath: database.masterKeyPath,
  };
  // The log is elsewhere, and no copy of a database brings it.
  if (options.store !== undefined) await loaded(places, options.demonstrationCases ?? false);
  const parts = openParts(places, 'test', createLogger('test', 'fatal'));
  const failures: unknown[] = [];
  const projections = runProjections(parts.store, parts.pool, views, { onError: (error) => failures.push(error) });
  const erasing = eraseForgotten(parts.store, parts.pool, (error) => failures.push(error));
  const mergers = followMergers(parts, (error) => failures.push(error));
  const escalation =
    options.escalation === false
      ? null
      : runEscalation({
          ...parts,
          law: new LawDirectory(parts.store),
          offices: new OfficeDirectory(parts.store),
          guard: new ClockGuard(parts.pool, parts.store),
          owner: randomUUID(),
        });
  const notices = options.notices === undefined ? null : tell(parts, waysOf(options.notices));
  const webRoot = options.pages ? join(import.meta.dirname, '../apps/web/dist') : null;
  const server = await createServer({ ...parts, settings: { demonstration: true, webRoot } });
  await server.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${(server.getHttpServer().address() as AddressInfo).port}`;
  // Views are made by the first worker: until each serves, it is told as lagging.
  await allReach(parts, '0' as Position);
  return {
    url,
    parts,
    places: { url: database.url, masterKeyPath: database.masterKeyPath },
    async signIn(account) {
      const body = JSON.stringify({ account, password: demonstrationPassword });
      const headers = { 'Content-Type': 'application/json' };
      const response = await fetch(`${url}/api/sessions`, { method: 'POST', headers, body });
      const { token } = (await response.json()) as { token?: string };
      if (!token) throw new Error(`${account} could not sign in: ${response.status}`);
      return token;
    },
    async close() {
      await server.close();
      await erasing.stop();
      await mergers.stop();
      await escalation?.stop();
      await notices?.stop();
      await projections.stop();
      await parts.close();
      await database.drop();
      if (failures.length > 0) throw new AggregateError(failures, 'a view failed during the test');
    },
  };
}

const withOrganisation: Template = {
  name: 'application',
  prepare: (databaseUrl, masterKeyPath) => begun({ databaseUrl, eventStoreUrl: null, masterKeyPath }, false),
};
const withCases: Template = {
  name: 'application with the demonstration cases',
  prepare: (databaseUrl, masterKeyPath) => begun({ databaseUrl, eventStoreUrl: null, masterKeyPath }, true),
};

/** What `npm start` does before the programs run. */
async function loaded(places: Places, demonstrationCases: boolean): Promise<void> {
  // Most spec files find a database which another one has begun, and need none of this.
  const { prepare, prepareCases } = await import('@redress/casework/preparation/prepare.js');
  const say = () => undefined;
  await prepare({ ...places, demonstration: true, say });
  if (demonstrationCases) await prepareCases({ ...places, say });
}

/** Loaded, and each view up with the log. */
async function begun(places: Places, demonstrationCases: boolean): Promise<void> {
  await loaded(places, demonstrationCases);
  const parts = openParts(places, 'test', createLogger('test', 'fatal'));
  const failures: unknown[] = [];
  const projections = runProjections(parts.store, parts.pool, views, { onError: (error) => failures.push(error) });
  await allReach(parts, await parts.store.head());
  await projections.stop();
  await parts.close();
  if (failures.length > 0) throw new AggregateError(failures, 'a view failed');
}

async function allReach({ pool }: Parts, position: Position): Promise<void> {
  for (const { name } of views)
    if (!(await waitForView(pool, name, position, 60_000))) throw new Error(`the view ${name} does not serve`);
}

function waysOf({ smtpUrl, smsGatewayUrl, smsGatewayKeyPath }: NonNullable<Options['notices']>) {
  const mailFrom = 'Redress <notices@redress.example>';
  return {
    smtpUrl,
    mailFrom,
    smsGatewayUrl: smsGatewayUrl ?? null,
    smsGatewayKeyPath: smsGatewayKeyPath ?? null,
    publicUrl: 'http://redress.example',
  };
}
