import type { Language } from './language.js';
import { sentence, type ProblemCode } from './sentences.js';

export interface Fault {
  /** Path of the field in the body (`lines[0].amount`), or the header's name. */
  readonly field: string;
  readonly code: ProblemCode;
  readonly params?: Readonly<Record<string, string | number>>;
}

/**
 * A refusal on its way to the caller as `application/problem+json` (RFC 9457). Codes travel; the sentences are made
 * in the caller's language at the last moment.
 */
export class ProblemException extends Error {
  constructor(
    readonly status: number,
    readonly code: ProblemCode,
    readonly params: Readonly<Record<string, string | number>> = {},
    readonly faults: readonly Fault[] = [],
    /** Further members of the problem, such as what changed under a stale `If-Match`. */
    readonly members: Readonly<Record<string, unknown>> = {},
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(code);
  }

  /** The same with further faults; a field is named once. */
  with(faults: readonly Fault[]): ProblemException {
    const further = faults.filter(({ field }) => !this.faults.some((fault) => fault.field === field));
    const { status, code, params, members, headers } = this;
    return new ProblemException(status, code, params, [...this.faults, ...further], members, headers);
  }
}

/** The document of RFC 9457, with every field at fault. */
export function problemDocument(problem: ProblemException, language: Language, instance: string): object {
  return {
    type: `/problems/${problem.code}`,
    title: sentence(problem.code, problem.params, language),
    status: problem.status,
    code: problem.code,
    instance,
    ...(problem.faults.length > 0 && {
      detail: sentence('seeFields', { count: problem.faults.length }, language),
      errors: problem.faults.map(({ field, code, params = {} }) => ({
        field,
        code,
        message: sentence(code, params, language),
      })),
    }),
    ...problem.members,
  };
}
