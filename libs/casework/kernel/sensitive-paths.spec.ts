import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SensitiveField } from '@redress/cases/shared/case-kind.js';
import { sensitivityAt } from '@redress/cases/shared/sensitive-field.js';
import { caseKinds } from '../kinds.js';
import { sensitivePaths } from './sensitive-paths.js';

const fields = {
  ClaimLodged: [
    { path: 'claim.facts', of: 'text' },
    { path: 'claim.complainant.contact', of: 'person' },
  ],
  FactCorrected: [{ path: 'reason', of: 'text' }],
} as const;
/** Every event which a rule of the released packs waits for, with the fields it looks at. */
const folder = join(import.meta.dirname, '../../deadlines/law/data');
const packs = readdirSync(folder).flatMap((file) => {
  const { rules = [] } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { rules?: { caseKind: string }[] };
  return rules.flatMap((rule) => matchersIn(rule).map((matcher) => ({ caseKind: rule.caseKind, ...matcher })));
});

function matchersIn(value: unknown): { event: string; where: readonly string[] }[] {
  if (typeof value !== 'object' || value === null) return [];
  const { event, where = {} } = value as { event?: unknown; where?: object };
  const own = typeof event === 'string' ? [{ event, where: Object.keys(where) }] : [];
  return [...own, ...Object.values(value).flatMap(matchersIn)];
}

const corrected = (field: string, eventType = 'ClaimLodged') =>
  sensitivePaths(fields, { type: 'FactCorrected', data: { eventType, field, was: 'a', is: 'b' } }).map(
    ({ path }) => path,
  );

test('what a kind names is sealed, by the type of the event', () => {
  expect(sensitivePaths(fields, { type: 'ClaimLodged', data: {} })).toEqual(fields.ClaimLodged);
  expect(sensitivePaths(fields, { type: 'Transferred', data: {} })).toEqual([]);
});

test('the readings of a correction are as sensitive as what they correct', () => {
  expect(corrected('claim.facts')).toEqual(['reason', 'was', 'is']);
  expect(corrected('claim.complainant.contact.phone')).toEqual(['reason', 'was', 'is']);
  expect(corrected('claim.contract.title')).toEqual(['reason']);
  expect(corrected('occurredAt')).toEqual(['reason']);
  expect(corrected('claim.facts', 'Transferred')).toEqual(['reason']);
});

test.each(caseKinds.map(({ kind, sensitive }) => [kind, sensitive] as const))(
  '%s: whoever lodges has a contact and a signatory sealed',
  (_, sensitive: Readonly<Record<string, readonly { path: string; of: string }[] | undefined>>) => {
    const persons = Object.values(sensitive).flatMap((paths) => paths?.filter(({ of }) => of === 'person') ?? []);
    expect(persons.map(({ path }) => path.split('.').at(-1))).toEqual(expect.arrayContaining(['contact', 'signatory']));
  },
);

test('no rule of the law asks for what is sealed: a clock must see it', () => {
  const asked = packs.flatMap(({ caseKind, event, where }) => {
    const fields = caseKinds.find(({ kind }) => kind === caseKind)?.sensitive as Record<
      string,
      readonly SensitiveField[]
    >;
    return where.map((field) => [`${caseKind} ${event} ${field}`, sensitivityAt(fields[event] ?? [], field)] as const);
  });
  expect(asked.length).toBeGreaterThan(10);
  expect(asked.filter(([, of]) => of !== null)).toEqual([]);
});
