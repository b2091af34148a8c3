import { OperatorError } from './operator-error.js';

/** Runs a program's main part: what the operator did wrong is one line and exit 1; anything else is a fault of ours. */
export async function runMain(main: () => Promise<void> | void): Promise<void> {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
