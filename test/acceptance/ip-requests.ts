import { demonstrationCompanies } from '@redress/access/demonstration-accounts.js';
import { matters, met, request } from '@redress/cases/testing/ip-fast-track.js';
import type { Route } from '@redress/cases/ip-fast-track/matter.js';
import type { TestApplication } from '../application.js';
import { ApiUser, type Answer } from './client.js';

export const ipCases = '/api/ip-fast-track-cases';

export interface Done {
  caseId: string;
  caseNumber: string;
  revision: string;
  position: string;
  events: { type: string }[];
}

const paths: Readonly<Record<Route, string>> = {
  adjudication: 'adjudication',
  mediation: 'mediation',
  priorityExamination: 'priority-examination',
  trademark: 'trademark',
  copyright: 'copyright',
  tradeSecret: 'trade-secret',
};

/** A request as the complainant of the demonstration sends it, with what a test changes of its matter. */
export function requestBody(route: Route, changes: object = {}, rest: object = {}) {
  const { lodging: _, matter, ...body } = request(matters[route]);
  const { route: __, ...said } = matter;
  const respondent = body.respondent && { ...body.respondent, ...demonstrationCompanies.respondent };
  const complainant = { ...body.complainant, ...demonstrationCompanies.pudong };
  return { ...body, complainant, respondent, office: '310115-handling', matter: { ...said, ...changes }, ...rest };
}

export const panel = {
  presiding: '310115-departmentHead-1',
  members: ['310115-handlingOfficer-1', '310115-mediator-1'],
};
export const service = { method: 'post', address: '闵行区虹梅路2号', proof: 'EMS 1' };
export const filing = { number: '沪知裁1号', conditions: met, panel, national: false, patentInForce: true };

/** The people of the stories, by account, and what they do to one case. */
export class IpDesk {
  private constructor(private readonly users: Readonly<Record<string, ApiUser>>) {}

  static async of(application: TestApplication): Promise<IpDesk> {
    const accounts = [
      'sme',
      'respondent',
      'handler',
      'mediator',
      'head',
      'head-ip',
      'handler-ip',
      'intake-ip',
      'supervisor',
    ];
    const users = await Promise.all(
      accounts.map(async (account) => [account, await ApiUser.of(application, account)] as const),
    );
    return new IpDesk(Object.fromEntries(users));
  }

  user(account: string): ApiUser {
    return this.users[account]!;
  }

  send(by: string, path: string, body: object = {}): Promise<Answer<Done>> {
    return this.user(by).command<Done>(`${ipCases}/${path}`, body);
  }

  /** @throws Error where it is refused */
  async lodge(route: Route, changes: object = {}, rest: object = {}, by = 'sme'): Promise<string> {
    const { status, body } = await this.send(by, paths[route], requestBody(route, changes, rest));
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body.caseId;
  }

  lodging(route: Route, changes: object = {}, rest: object = {}): Promise<Answer<Done>> {
    return this.send('sme', paths[route], requestBody(route, changes, rest));
  }

  /** The types of the events of one command. @throws Error where it is refused */
  async act(by: string, of: string, path: string, body: object = {}): Promise<readonly string[]> {
    const answer = await this.send(by, `${of}/${path}`, body);
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body.events.map(({ type }) => type);
  }

  /** Status and codes of a refusal, `field: code` where a field is at fault. */
  async refusal(by: string, of: string, path: string, body: object = {}): Promise<readonly (string | number)[]> {
    return refusalOf(await this.send(by, `${of}/${path}`, body));
  }

  /** The commands this user may give now. */
  async actions(by: string, of: string): Promise<readonly string[]> {
    const { body } = await this.user(by).get<{ command: string }[]>(`/api/cases/${of}/actions`);
    return body.map(({ command }) => command);
  }
}

export function refusalOf({ status, body }: Answer<unknown>): readonly (string | number)[] {
  const { code, errors = [] } = body as { code: string; errors?: { field: string; code: string }[] };
  return [status, ...(status === 409 ? [code] : []), ...errors.map((fault) => `${fault.field}: ${fault.code}`)];
}
