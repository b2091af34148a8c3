interface Lock {
  packages: Record<string, object>;
}
const { faultsOf } = jest.requireActual<{
  faultsOf: (lock: Lock, bundled: readonly string[], manifestOf: (path: string) => object | null) => string[];
}>('../licences.mjs');

const faultsIn = (packages: Lock['packages'], bundled: string[] = [], manifest: object | null = null) =>
  faultsOf({ packages: { '': {}, ...packages } }, bundled, () => manifest);

describe('the licences', () => {
  test('a package under a licence which Apache-2.0 may not carry is named', () => {
    expect(faultsIn({ 'node_modules/copyleft': { version: '1.0.0', license: 'AGPL-3.0' } })).toEqual([
      'copyleft 1.0.0 is under AGPL-3.0, and would be shipped',
    ]);
  });

  test('a tool may be under the Mozilla licence, what the pages carry may not, nor what that needs', () => {
    const packages = {
      'node_modules/page-kit': { version: '2.0.0', license: 'MIT', dev: true, dependencies: { inner: '^1.0.0' } },
      'node_modules/page-kit/node_modules/inner': { version: '1.0.0', license: 'MPL-2.0', dev: true },
    };
    expect(faultsIn(packages)).toEqual([]);
    expect(faultsIn(packages, ['page-kit'])).toEqual(['inner 1.0.0 is under MPL-2.0, and would be shipped']);
  });

  test('of alternatives one suffices, of licences together each counts', () => {
    expect(faultsIn({ 'node_modules/either': { version: '1.0.0', license: '(GPL-3.0 OR MIT)' } })).toEqual([]);
    expect(faultsIn({ 'node_modules/both': { version: '1.0.0', license: '(GPL-3.0 AND MIT)' } })).toHaveLength(1);
  });

  test('the form of before 2014 is read, and no licence at all is a fault', () => {
    const packages = { 'node_modules/old': { version: '0.1.0' } };
    expect(faultsIn(packages, [], { licenses: [{ type: 'MIT' }] })).toEqual([]);
    expect(faultsIn(packages)).toEqual(['old 0.1.0 states no licence']);
  });
});
