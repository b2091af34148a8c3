import { randomUUID } from 'node:crypto';
import type { TestApplication } from '../application.js';

export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly instance: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly field: string; readonly code: string; readonly message: string }[];
  readonly current?: Record<string, unknown>;
}

export interface Expected {
  readonly status: number;
  readonly code: string;
  /** `field: code`, in any order; none when left out. */
  readonly errors?: readonly string[];
}

/** What is sent, as it stands: nothing is added but the token, a command id and a content type, unless given. */
export interface Request {
  readonly method?: string;
  readonly path: string;
  readonly body?: string | object;
  /** A header that is null is left out. */
  readonly headers?: Readonly<Record<string, string | null>>;
}

/** Someone at the door of the API who sends what ought not to be sent. */
export class Caller {
  constructor(
    private readonly application: TestApplication,
    private readonly token: string | null,
  ) {}

  static async of(application: TestApplication, account: string): Promise<Caller> {
    return new Caller(application, await application.signIn(account));
  }

  async send({ method = 'POST', path, body, headers = {} }: Request, language = 'en') {
    const all: Record<string, string | null> = {
      Authorization: this.token && `Bearer ${this.token}`,
      'Accept-Language': language,
      ...(method === 'POST' && { 'Idempotency-Key': randomUUID(), 'Content-Type': 'application/json' }),
      ...headers,
    };
    const given = Object.entries(all).filter((header): header is [string, string] => header[1] !== null);
    const response = await fetch(this.application.url + path, {
      method,
      headers: given,
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: JSON.parse(text) as Problem };
  }

  /**
   * Sends it in both languages and expects the same refusal twice: the problem in full, each field named, its message in
   * the language asked for, and nothing appended (invariant 18).
   */
  async isRefused(request: Request, { status, code, errors = [] }: Expected): Promise<Problem> {
    const { store } = this.application.parts;
    const head = await store.head();
    let problem!: Problem;
    for (const language of ['zh-CN', 'en']) {
      const answer = await this.send(request, language);
      problem = answer.body;
      const named = (problem.errors ?? []).map((error) => `${error.field}: ${error.code}`);
      expect({ status: answer.status, code: problem.code, errors: named.sort() }).toEqual({
        status,
        code,
        errors: [...errors].sort(),
      });
      expect(answer.headers.get('Content-Type')).toMatch(/^application\/problem\+json/);
      expect(answer.headers.get('Content-Language')).toBe(language);
      expect(problem).toMatchObject({ type: `/problems/${code}`, status });
      const sentences = [problem.title, ...(problem.errors ?? []).map(({ message }) => message)];
      if (problem.detail !== undefined) sentences.push(problem.detail);
      for (const sentence of sentences) {
        expect(sentence.trim()).not.toBe('');
        expect(sentence).not.toMatch(/[{}]|undefined/);
        expect([language, sentence, /[\u4e00-\u9fff]/.test(sentence)]).toEqual([
          language,
          sentence,
          language === 'zh-CN',
        ]);
      }
    }
    expect(await store.head()).toBe(head);
    return problem;
  }
}
