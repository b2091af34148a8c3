import { demonstrationCompanies } from '@redress/access/demonstration-accounts.js';
import { dayInZone } from '@redress/deadlines/calendar/zone-day.js';
import type { TestApplication } from '../application.js';
import { ApiUser } from './client.js';
import { Caller, type Expected } from './refusals.js';
import { specimenClaim } from './specimen-claim.js';

export interface Done {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly revision: string;
  readonly position: string;
  readonly events: readonly { readonly id: string; readonly type: string }[];
}

export const claims = '/api/overdue-payment-claims';
export const cases = '/api/cases';

/** Everybody who has to do with overdue-payment claims, signed in when they first act. */
export class Handling {
  private readonly users = new Map<string, Promise<ApiUser>>();
  private readonly callers = new Map<string, Promise<Caller>>();

  constructor(private readonly application: TestApplication) {}

  user(account: string): Promise<ApiUser> {
    return known(this.users, account, () => ApiUser.of(this.application, account));
  }

  /** A claim of the demonstration's SME against its respondent, who has an account. */
  async lodged(changes: object = {}, by = 'sme'): Promise<Done> {
    const claim = specimenClaim();
    const respondent = { ...claim.respondent, ...demonstrationCompanies.respondent };
    return this.expectDone(
      await (await this.user(by)).command<Done>(claims, { ...claim, respondent, ...changes }),
      201,
    );
  }

  /** A claim which the handling authority of 浦东新区 has received, with its mediator. */
  async inHandling(changes: object = {}, by = 'sme'): Promise<Done> {
    const lodged = await this.lodged(changes, by);
    await this.own('intake', lodged, 'accept');
    await this.own('intake', lodged, 'transfer', { office: '310115-handling', ground: '属地管理' });
    await this.own('handler', lodged, 'receive-materials');
    return this.own('handler', lodged, 'assign-mediator', { mediator: '310115-mediator-1' });
  }

  /** One taken in at the counter forty days ago, for an act can only be dated from then on. */
  async inHandlingForLong(changes: object = {}): Promise<Done> {
    const lodging = { channel: 'counter', receivedOn: ago(40), agent: null };
    const lodged = await this.lodged({ lodging, ...changes }, 'intake');
    await this.own('intake', lodged, 'accept', asOf(39));
    await this.own('intake', lodged, 'transfer', { office: '310115-handling', ground: '属地管理', ...asOf(38) });
    await this.own('handler', lodged, 'receive-materials', asOf(37));
    return this.own('handler', lodged, 'assign-mediator', { mediator: '310115-mediator-1', ...asOf(37) });
  }

  /** A command which every kind of case takes. */
  async act(by: string, of: Done, path: string, body: object = {}): Promise<Done> {
    return this.expectDone(await (await this.user(by)).command<Done>(`${cases}/${of.caseId}/${path}`, body), 200);
  }

  /** A command of the overdue-payment claim alone. */
  async own(by: string, of: Done, path: string, body: object = {}): Promise<Done> {
    return this.expectDone(await (await this.user(by)).command<Done>(`${claims}/${of.caseId}/${path}`, body), 200);
  }

  /** In both languages, and the head unmoved. @param path from `/api` on where it begins with a slash */
  async refuses(by: string, of: Done, path: string, body: object, expected: Expected): Promise<void> {
    const caller = await known(this.callers, by, () => Caller.of(this.application, by));
    await caller.isRefused({ path: path.startsWith('/') ? path : `${cases}/${of.caseId}/${path}`, body }, expected);
  }

  /** The same of a command of the overdue-payment claim alone. */
  refusesOwn(by: string, of: Done, path: string, body: object, expected: Expected): Promise<void> {
    return this.refuses(by, of, `${claims}/${of.caseId}/${path}`, body, expected);
  }

  async read(by: string, path: string): Promise<{ status: number; body: Record<string, unknown> }> {
    return (await this.user(by)).get(path);
  }

  async actions(by: string, of: Done): Promise<readonly string[]> {
    const { body } = await (await this.user(by)).get<{ command: string }[]>(`${cases}/${of.caseId}/actions`);
    return Array.isArray(body) ? body.map(({ command }) => command) : [];
  }

  async events(
    of: Done,
  ): Promise<readonly { id: string; type: string; data: Record<string, unknown>; occurredAt: string }[]> {
    const { store, privacy } = this.application.parts;
    const stream = `overduePayment-${of.caseId}`;
    const events = await privacy.vault.opened(stream, await store.readStream(stream));
    return events.map(({ id, type, data, meta }) => ({ id, type, data, occurredAt: meta.occurredAt }));
  }

  /** The last event, once it is of this type: what the worker writes comes a little later. */
  async soon(of: Done, type: string): Promise<Record<string, unknown>> {
    for (let tries = 0; tries < 2_000; tries++) {
      const found = (await this.events(of)).find((event) => event.type === type);
      if (found) return found.data;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error(`no ${type} on ${of.caseNumber}`);
  }

  async today(): Promise<string> {
    return (await this.read('mediator', '/api/worklist')).body.today as string;
  }

  private expectDone({ status, body }: { status: number; body: Done }, expected: number): Done {
    if (status !== expected) throw new Error(`${status}: ${JSON.stringify(body)}`);
    return body;
  }
}

/** Days before today, in Shanghai: the story is told after it happened. */
export const ago = (days: number): string =>
  dayInZone(new Date(Date.now() - days * 86_400_000).toISOString(), 'Asia/Shanghai');

/** What an officer says of an act of some days ago. */
export const asOf = (days: number) => ({ occurredOn: ago(days), occurredOnReason: '补录' });

function known<T>(map: Map<string, Promise<T>>, name: string, make: () => Promise<T>): Promise<T> {
  const there = map.get(name) ?? make();
  map.set(name, there);
  return there;
}

export const invalid = (...errors: string[]): Expected => ({ status: 422, code: 'invalid', errors });
export const malformed = (...errors: string[]): Expected => ({ status: 400, code: 'invalid', errors });
export const conflict = (code: string): Expected => ({ status: 409, code });
export const denied = (code: string): Expected => ({ status: 403, code });
export const notFound: Expected = { status: 404, code: 'notFound' };
