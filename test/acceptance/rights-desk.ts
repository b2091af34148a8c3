import type { CaseKind } from '@redress/cases/shared/case-number.js';
import type { TestApplication } from '../application.js';
import { ApiUser, type Answer } from './client.js';

export interface Done {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly revision: string;
  readonly position: string;
  readonly events: readonly { readonly type: string }[];
}

interface Problem {
  readonly code: string;
  readonly errors?: readonly { readonly field: string; readonly code: string }[];
}

const collections: Readonly<Partial<Record<CaseKind, string>>> = {
  complaint: '/api/complaints',
  creditRepair: '/api/credit-repair-requests',
};

/** Commands of the procedure which all kinds share, by their paths. */
const shared = new Set([
  ...['request-supplement', 'record-first-contact', 'assign-officer', 'object-to-dispatch', 'link-case', 'reopen'],
  ...['decide-dispatch-objection', 'rate-satisfaction', 'check-bad-review', 'record-follow-up-call', 'merge-case'],
  ...['object-to-outcome', 'decide-outcome-objection', 'terminate', 'hand-to-platform', 'take-over', 'correct-fact'],
]);

/** The people of the stories, by account, signed in when they first act; and what they do to one case of this kind. */
export class RightsDesk {
  private readonly users = new Map<string, Promise<ApiUser>>();
  private readonly collection: string;

  constructor(
    private readonly application: TestApplication,
    private readonly kind: 'complaint' | 'creditRepair',
  ) {
    this.collection = collections[kind]!;
  }

  user(account: string): Promise<ApiUser> {
    const known = this.users.get(account) ?? ApiUser.of(this.application, account);
    this.users.set(account, known);
    return known;
  }

  async lodging(body: object, by = 'sme'): Promise<Answer<Done>> {
    return (await this.user(by)).command<Done>(this.collection, body);
  }

  /** The case id. @throws Error where it is refused */
  async lodge(body: object, by = 'sme'): Promise<string> {
    const answer = await this.lodging(body, by);
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    return answer.body.caseId;
  }

  async send(by: string, of: string, path: string, body: object = {}): Promise<Answer<Done>> {
    return (await this.user(by)).command<Done>(
      `${shared.has(path) ? '/api/cases' : this.collection}/${of}/${path}`,
      body,
    );
  }

  /** The types of the events of one command. @throws Error where it is refused */
  async act(by: string, of: string, path: string, body: object = {}): Promise<readonly string[]> {
    const answer = await this.send(by, of, path, body);
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body.events.map(({ type }) => type);
  }

  /** Status and codes of a refusal, `field: code` where a field is at fault. */
  async refusal(by: string, of: string, path: string, body: object = {}): Promise<readonly (number | string)[]> {
    return refusalOf(await this.send(by, of, path, body));
  }

  /** Of the events of the case, in their order. */
  async types(of: string): Promise<readonly string[]> {
    return (await this.application.parts.store.readStream(`${this.kind}-${of}`)).map(({ type }) => type);
  }

  /** The names of the commands this account may give now. */
  async actions(by: string, of: string): Promise<readonly string[]> {
    const { body } = await (
      await this.user(by)
    ).get<readonly { command: string; path: string }[]>(`/api/cases/${of}/actions`);
    return body.map(({ command }) => command);
  }
}

export function refusalOf({ status, body }: Answer<unknown>): readonly (number | string)[] {
  const { code, errors = [] } = body as Problem;
  return [status, ...(errors.length > 0 ? errors.map((one) => `${one.field}: ${one.code}`) : [code])];
}
