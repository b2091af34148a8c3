import { commandsOf } from '@redress/access/policies.js';
import { caseKinds } from '@redress/casework/kinds.js';
import { kindLetters } from '@redress/cases/shared/case-number.js';
import { isProcedureCommand } from '@redress/cases/shared/procedure/decide.js';
import { systemCommands } from '@redress/cases/shared/procedure/commands.js';
import { openApiDocument } from '../../apps/api/src/openapi-document.js';
import { collectionPaths, commandPath } from '../../apps/api/src/commands/paths.js';

interface Routes {
  readonly paths: Readonly<Record<string, { readonly post?: object }>>;
}

let posts: ReadonlySet<string>;

beforeAll(async () => {
  const { paths } = (await openApiDocument()) as Routes;
  posts = new Set(Object.keys(paths).filter((path) => paths[path]!.post));
});

test('every kind of case is served', () => {
  expect(caseKinds.map(({ kind }) => kind).sort()).toEqual(Object.keys(kindLetters).sort());
});

describe.each(caseKinds)('$kind', ({ kind, moves }) => {
  const personal = Object.keys(moves).filter((name) => name !== 'lodge' && !systemCommands.has(name));

  test('is lodged at its own address', () => {
    expect([...posts].some((path) => path.startsWith(`/${collectionPaths[kind]}`) && !path.includes('{case}'))).toBe(
      true,
    );
  });

  test('has one route a command, the shared ones at the one address of all kinds', () => {
    const lacking = personal.filter(
      (name) => !posts.has(commandPath(kind, '{case}', name, isProcedureCommand({ name }))),
    );
    expect(lacking).toEqual([]);
  });

  test('says of every command who may give it, and of none that is the system’s or nobody’s', () => {
    const allowed = new Set(commandsOf(kind));
    expect(personal.filter((name) => !allowed.has(name))).toEqual([]);
    expect([...allowed].filter((name) => !(name in moves))).toEqual([]);
    expect([...systemCommands].filter((name) => allowed.has(name))).toEqual([]);
  });
});

/** What is done to a case's keys, and not to the case. */
const ofItsPrivacy = ['/api/cases/{case}/redact'];

test('no route commands what no kind takes', () => {
  const known = new Set([
    ...ofItsPrivacy,
    ...caseKinds.flatMap(({ kind, moves }) =>
      Object.keys(moves).map((name) => commandPath(kind, '{case}', name, isProcedureCommand({ name }))),
    ),
  ]);
  const ofCases = [...posts].filter((path) => /^\/api\/[a-z-]+\/\{case\}\/[a-z-]+$/.test(path));
  expect(ofCases.filter((path) => !known.has(path))).toEqual([]);
});
