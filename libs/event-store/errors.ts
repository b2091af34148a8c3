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

/** An append could not be made for too long: another writer held the log, or kept moving the stream. Nothing was written. */
export class AppendTimeoutError extends Error {
  override readonly name = 'AppendTimeoutError';

  constructor(
    readonly stream: string,
    readonly milliseconds: number,
  ) {
    super(`nothing could be appended to ${stream} for ${milliseconds} ms; nothing was written`);
  }
}

/** More appends are waiting than this process holds: try again later. Nothing was written. */
export class AppendQueueFullError extends Error {
  override readonly name = 'AppendQueueFullError';

  constructor(readonly waiting: number) {
    super(`${waiting} appends are waiting already; nothing was written`);
  }
}

/** The store was closed; what was not answered before was not written. */
export class StoreClosedError extends Error {
  override readonly name = 'StoreClosedError';

  constructor() {
    super('the event store is closed; nothing was written');
  }
}
