/** The input cannot be an event of this log: what is at fault stands in `path` (`$.data.amount`). Nothing was written. */
export class InvalidEventError extends Error {
  override readonly name = 'InvalidEventError';

  constructor(
    readonly path: string,
    problem: string,
  ) {
    super(`${path} ${problem}`);
  }
}

/** An event id is in the log already, with another content or in another place. Nothing was written. */
export class DuplicateEventIdError extends Error {
  override readonly name = 'DuplicateEventIdError';

  constructor(readonly stream: string) {
    super(`an event for ${stream} carries an id which the log has already given to another event`);
  }
}

/** An append expecting 'any' or 'exists' found the stream's head moved for too long. Nothing was written. */
export class AppendTimeoutError extends Error {
  override readonly name = 'AppendTimeoutError';

  constructor(
    readonly stream: string,
    readonly milliseconds: number,
  ) {
    super(`${stream} kept moving for ${milliseconds} ms; nothing was appended`);
  }
}
