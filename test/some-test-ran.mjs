/** Fails a run which proved nothing: every test skipped, or a name that fits none. */
export default class SomeTestRan {
  #ran = 0;

  onRunComplete(_contexts, results) {
    this.#ran = results.numPassedTests + results.numFailedTests;
  }

  getLastError() {
    return this.#ran > 0 ? undefined : new Error('No test ran.');
  }
}
