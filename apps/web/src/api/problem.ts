/** A fault at one field, as the server names it: `lines[0].amount`. */
export interface FieldFault {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

interface ProblemBody {
  readonly code: string;
  readonly title: string;
  readonly detail?: string | undefined;
  readonly errors?: readonly FieldFault[] | undefined;
  readonly current?: Readonly<Record<string, unknown>> | undefined;
}

/** An answer of the API other than the one asked for (RFC 9457); status 0 where there was no answer at all. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string | null;
  readonly errors: readonly FieldFault[];
  readonly current: Readonly<Record<string, unknown>> | null;

  constructor(status: number, body: ProblemBody) {
    super(body.detail ?? body.title);
    this.name = 'Problem';
    this.status = status;
    this.code = body.code;
    this.title = body.title;
    this.detail = body.detail ?? null;
    this.errors = body.errors ?? [];
    this.current = body.current ?? null;
  }
}

/** No connection, or no answer: nothing is known of whether the server did it, so the same command id is sent again. */
export const unreachable = 'unreachable';

export async function problemOf(response: Response): Promise<Problem> {
  if (response.headers.get('content-type')?.includes('json')) {
    const body = (await response.json()) as Partial<ProblemBody>;
    return new Problem(response.status, { ...body, code: body.code ?? 'unknown', title: body.title ?? '' });
  }
  return new Problem(response.status, { code: response.status >= 502 ? unreachable : 'unknown', title: '' });
}
