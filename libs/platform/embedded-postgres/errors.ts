import { OperatorError } from '../operator-error.js';

export type EmbeddedPostgresFault =
  | 'noBinaries'
  | 'folderNotWritable'
  | 'folderInUse'
  | 'versionMismatch'
  | 'initFailed'
  | 'startFailed'
  | 'startTimeout';

/** Why the embedded PostgreSQL could not be had; the message is one line for the operator. */
export class EmbeddedPostgresError extends OperatorError {
  override readonly name = 'EmbeddedPostgresError';

  constructor(
    readonly fault: EmbeddedPostgresFault,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
