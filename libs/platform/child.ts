/**
 * The contract of `redress start` with the programs it runs:
 * - it spawns them with an IPC channel and waits for `{ ready: true }` on it;
 * - it asks them to stop by closing that channel, on every platform alike;
 * - when it dies, of whatever cause, the system closes the channel, so that none of them lives on.
 *
 * A program that was started on its own has no channel: it is ready for nobody, and stops on SIGTERM or SIGINT.
 */
const patienceMs = 5_000;

/** Tells the parent that this program serves. */
export function reportReady(): void {
  // A parent that is gone needs no word; the answer to that is `whenParentLeaves`.
  if (process.connected) process.send?.({ ready: true }, () => undefined);
}

/**
 * Runs `stop` once, when the parent closes the channel or is gone, or on SIGTERM or SIGINT; then ends the process, at the
 * latest after five seconds. Call it before anything slow: a parent that dies meanwhile is noticed only by this.
 */
export function whenParentLeaves(stop: () => Promise<void> | void): void {
  let stopping = false;
  const leave = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), patienceMs).unref();
    Promise.resolve()
      .then(stop)
      .then(
        () => process.exit(0),
        (error: unknown) => {
          process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
          process.exit(1);
        },
      );
  };
  if (process.send !== undefined && !process.connected) leave();
  process.once('disconnect', leave).once('SIGTERM', leave).once('SIGINT', leave);
}
