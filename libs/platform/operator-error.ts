/** What the person who started the program can mend: `message` is one clear line, shown without a stack trace. */
export class OperatorError extends Error {
  override readonly name: string = 'OperatorError';
}
