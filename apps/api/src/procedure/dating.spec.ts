import { isOfficial } from '@redress/access/account.js';
import { mayIssue } from '@redress/access/policies.js';
import { mayDate } from '@redress/access/policies/dating.js';
import { roles } from '@redress/access/roles.js';
import { assigned, concerned, lodged, transferred, xuhui } from '@redress/access/testing/accounts.js';
import type { CaseKind } from '@redress/cases/shared/case-number.js';
import { caseKinds } from '@redress/cases/kinds.js';
import { procedureCommandNames } from '@redress/cases/shared/procedure/decide.js';
import { systemCommands } from '@redress/cases/shared/procedure/commands.js';
import { openApiDocument } from '../openapi-document.js';
import { commandPath } from '../commands/paths.js';

interface Schema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
}
interface Document {
  readonly paths: Readonly<
    Record<string, { readonly post?: { requestBody: { content: { 'application/json': { schema: Schema } } } } }>
  >;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const cases = [lodged, transferred, assigned, { ...assigned, coHandlingOffices: [xuhui] }];
const accounts = [...roles.map((role) => concerned[role]), { ...concerned.handlingOfficer, office: xuhui } as const];
const shared = procedureCommandNames.filter((name) => !systemCommands.has(name));
/** Of each kind its own commands; a lodging says with its channel on which day it was received. */
const own = Object.values(caseKinds).flatMap(({ kind, moves }) =>
  Object.keys(moves).flatMap((name) =>
    name === 'lodge' || (procedureCommandNames as readonly string[]).includes(name) ? [] : [[kind, name] as const],
  ),
);

/** The accounts which may give a command to a case in some position. */
const senders = (command: string, kind: CaseKind = 'overduePayment') =>
  accounts.filter((account) => cases.some((of) => mayIssue(account, kind, command, of) === true));

let document: Document;
beforeAll(async () => void (document = (await openApiDocument()) as Document));

const takesDay = (command: string, kind: CaseKind | null = null): boolean => {
  const { post } = document.paths[commandPath(kind ?? 'overduePayment', '{case}', command, kind === null)]!;
  const { $ref } = post!.requestBody.content['application/json'].schema;
  return 'occurredOn' in (document.components.schemas[$ref!.split('/').at(-1)!]!.properties ?? {});
};

test.each(shared)('%s takes a day of the act if, and only if, an officer may give it', (command) => {
  const all = senders(command);
  expect(all).not.toEqual([]);
  expect([command, takesDay(command)]).toEqual([command, all.some((account) => isOfficial(account as never))]);
});

test.each(own)(
  'of a case of kind %s, %s takes a day if, and only if, one who may give it may date it',
  (kind, command) => {
    const all = senders(command, kind);
    expect(all).not.toEqual([]);
    const dated = all.some((account) => mayDate(account, command));
    expect([command, takesDay(command, kind)]).toEqual([command, dated]);
  },
);

test('no party says on which day a shared act of its own took effect', () => {
  for (const command of shared)
    for (const role of ['sme', 'agent', 'respondent'] as const)
      expect([command, mayDate(concerned[role], command)]).toEqual([command, false]);
});
