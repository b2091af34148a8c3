import { randomUUID } from 'node:crypto';
import type { TestApplication } from '../application.js';

export interface Answer<T = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

interface Sending {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One signed-in user of the API, in English unless told otherwise. */
export class ApiUser {
  private constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  static async of(application: TestApplication, account: string): Promise<ApiUser> {
    return new ApiUser(application.url, await application.signIn(account));
  }

  get<T = Record<string, unknown>>(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer<T>> {
    return this.send('GET', path, { headers });
  }

  /** A command with an id of its own, unless one is given. */
  command<T = Record<string, unknown>>(
    path: string,
    body: unknown = {},
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer<T>> {
    return this.send('POST', path, { body, headers: { 'Idempotency-Key': randomUUID(), ...headers } });
  }

  put<T = Record<string, unknown>>(path: string, body: unknown): Promise<Answer<T>> {
    return this.send('PUT', path, { body });
  }

  delete<T = Record<string, unknown>>(path: string): Promise<Answer<T>> {
    return this.send('DELETE', path, {});
  }

  private async send<T>(method: string, path: string, { body, headers }: Sending): Promise<Answer<T>> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${this.token}`,
        'Accept-Language': 'en',
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: (text === '' ? {} : JSON.parse(text)) as T };
  }
}
