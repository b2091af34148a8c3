import { isOfficial } from '@redress/access/account.js';
import { mayIssue } from '@redress/access/policies.js';
import { mayDate } from '@redress/access/policies/dating.js';
import { roles } from '@redress/access/roles.js';
import { assigned, concerned, lodged, transferred, xuhui } from '@redress/access/testing/accounts.js';
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

/** The accounts which may give a command to a case in some position. */
const senders = (command: string) =>
  accounts.filter((account) => cases.some((of) => mayIssue(account, 'overduePayment', command, of) === true));

let document: Document;
beforeAll(async () => void (document = (await openApiDocument()) as Document));

const takesDay = (command: string): boolean => {
  const { post } = document.paths[commandPath('overduePayment', '{case}', command, true)]!;
  const { $ref } = post!.requestBody.content['application/json'].schema;
  return 'occurredOn' in (document.components.schemas[$ref!.split('/').at(-1)!]!.properties ?? {});
};

test.each(shared)('%s takes a day of the act if, and only if, an officer may give it', (command) => {
  const all = senders(command);
  expect(all).not.toEqual([]);
  expect([command, takesDay(command)]).toEqual([command, all.some((account) => isOfficial(account as never))]);
});

test('no party says on which day a shared act of its own took effect', () => {
  for (const command of shared)
    for (const role of ['sme', 'agent', 'respondent'] as const)
      expect([command, mayDate(concerned[role], command)]).toEqual([command, false]);
});
