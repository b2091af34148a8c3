import { expect } from 'expect';
import { bind } from 'jest-each';

/** What a pure spec asks of its surroundings: tests, tables of tests, groups, and what goes before and after them. */
export function collectTests(file, load) {
  const tests = [];
  let group = { name: '', before: [], after: [], parent: undefined };

  const describe = (name, body) => {
    const outer = group;
    group = { name: `${outer.name}${name} `, before: [], after: [], parent: outer };
    body();
    group = outer;
  };
  const test = (name, body) => {
    const fullName = `${group.name}${name}`;
    tests.push({ id: `${file} ${fullName}`, name: fullName, file, body, group });
  };
  const surroundings = {
    expect,
    describe: Object.assign(describe, { each: bind(describe, false) }),
    test: Object.assign(test, { each: bind(test, false) }),
    it: test,
    beforeAll: (hook) => group.before.push(hook),
    afterAll: (hook) => group.after.push(hook),
  };
  Object.assign(globalThis, surroundings);
  load(file);
  return tests;
}

/** Runs the tests in the order given, each group's preparation before its first; `ended` says whether to go on. */
export async function runTests(tests, { begun, ended }) {
  const prepared = new Set();
  try {
    for (const test of tests) {
      const started = performance.now();
      const failure = await failureOf(test, prepared, begun);
      if (!ended(test, performance.now() - started, failure)) return;
    }
  } finally {
    for (const group of [...prepared].reverse()) for (const hook of group.after) await hook();
  }
}

async function failureOf(test, prepared, begun) {
  try {
    await prepare(test.group, prepared);
    begun(test);
    await test.body();
    return undefined;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

async function prepare(group, prepared) {
  if (group === undefined || prepared.has(group)) return;
  await prepare(group.parent, prepared);
  prepared.add(group);
  for (const hook of group.before) await hook();
}
