import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core';
import { commonTokens, declareClassPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { collectTests, runTests } from './collected-tests.mjs';
import { specModules } from './spec-modules.mjs';

/**
 * Runs the specs of pure libs in Stryker's own process: a start of Jest for each of some ten thousand mutants takes hours,
 * the specs themselves take milliseconds. Every mutant meets modules loaded afresh, and the quickest tests first.
 */
class InProcessRunner {
  static inject = tokens(commonTokens.options);
  #modules = specModules(process.cwd());
  #stryker = (globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {});
  #duration = new Map();

  constructor(options) {
    this.folders = options.inProcess.folders;
    this.left = options.inProcess.left;
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async dryRun({ coverageAnalysis }) {
    const results = await this.#run({ files: this.#specs(), chosen: () => true, bail: false });
    return coverageAnalysis === 'off' ? results : { ...results, mutantCoverage: this.#stryker.mutantCoverage };
  }

  async mutantRun({ activeMutant, mutantActivation, testFilter, disableBail, hitLimit }) {
    const ids = testFilter && new Set(testFilter);
    const files = ids
      ? this.#specs().filter((file) => testFilter.some((id) => id.startsWith(`${file} `)))
      : this.#specs();
    this.#stryker.hitLimit = hitLimit;
    this.#stryker.hitCount = hitLimit === undefined ? undefined : 0;
    if (mutantActivation === 'static') this.#stryker.activeMutant = activeMutant.id;
    try {
      const results = await this.#run({
        files,
        chosen: ({ id }) => ids?.has(id) ?? true,
        bail: !disableBail,
        loaded: () => (this.#stryker.activeMutant = activeMutant.id),
      });
      return toMutantRunResult(
        determineHitLimitReached(this.#stryker.hitCount, this.#stryker.hitLimit) ?? results,
        disableBail,
      );
    } finally {
      this.#stryker.activeMutant = null;
    }
  }

  #specs() {
    return this.folders
      .flatMap((folder) => this.#modules.specsIn(folder))
      .filter((file) => !this.left.some((name) => file.endsWith(name)));
  }

  /** A spec which cannot even be loaded fails all its tests: with a mutant in it, that is how the mutant was found. */
  async #run({ files, chosen, bail, loaded }) {
    const load = this.#modules.freshly();
    const collected = [];
    for (const file of files) {
      try {
        collected.push(...collectTests(file, load));
      } catch (error) {
        return failedToLoad(file, error);
      }
    }
    loaded?.();
    const wanted = collected.filter(chosen).sort((one, other) => this.#expected(one) - this.#expected(other));
    const tests = [];
    await runTests(wanted, {
      begun: ({ id }) => (this.#stryker.currentTestId = id),
      ended: (test, timeSpentMs, failure) => {
        this.#stryker.currentTestId = undefined;
        this.#duration.set(test.id, timeSpentMs);
        tests.push(resultOf(test, timeSpentMs, failure));
        return !bail || failure === undefined;
      },
    });
    return { status: DryRunStatus.Complete, tests };
  }

  #expected({ id }) {
    return this.#duration.get(id) ?? 0;
  }
}

function failedToLoad(file, error) {
  const failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { status: DryRunStatus.Complete, tests: [resultOf({ id: file, name: file, file }, 0, failure)] };
}

function resultOf({ id, name, file }, timeSpentMs, failureMessage) {
  const result = { id, name, fileName: file, timeSpentMs };
  return failureMessage === undefined
    ? { ...result, status: TestStatus.Success }
    : { ...result, status: TestStatus.Failed, failureMessage };
}

export const strykerValidationSchema = {
  properties: {
    inProcess: {
      type: 'object',
      properties: {
        folders: { description: 'Folders of libs whose specs are run.', type: 'array', items: { type: 'string' } },
        left: { description: 'Ends of names of specs left out.', type: 'array', items: { type: 'string' } },
      },
    },
  },
};

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)];
