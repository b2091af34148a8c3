import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importSchemas } from '@redress/casework/reference/import-events.js';
import { caseKinds } from '@redress/cases/kinds.js';
import { procedureSchemas } from '@redress/cases/shared/procedure/schemas.js';
import type { SensitiveField } from '@redress/cases/shared/case-kind.js';
import { knownEvents, TAKEN_BACK_BY } from '@redress/deadlines/law/known-events.js';
import { parseLawPack } from '@redress/deadlines/law/check-law-pack.js';
import type { ClockRule } from '@redress/deadlines/law/law-pack.js';
import { categoryOf } from '@redress/event-store/envelope.js';
import { droppedType } from '@redress/processing/dropped-events.js';
import type { ProjectionDefinition } from '@redress/processing/projection.js';
import { views } from '@redress/projections/registry.js';
import en from '../../apps/web/src/text/en/event-titles.js';
import zh from '../../apps/web/src/text/zh-CN/event-titles.js';
import { storedSamples } from './samples.js';

const root = join(import.meta.dirname, '../..');
const titles: Readonly<Record<string, readonly [zh: string, en: string]>> = Object.fromEntries(
  Object.entries(zh).map(([type, title]) => [type, [title, (en as Readonly<Record<string, string>>)[type] ?? '']]),
);

interface DrawnKind {
  readonly kind: string;
  readonly category: string;
  readonly schemas: Readonly<Record<string, number>>;
  readonly sensitive: Readonly<Record<string, readonly SensitiveField[] | undefined>>;
}

const kinds = Object.values(caseKinds) as unknown as readonly DrawnKind[];

/** `docs/events.md`: every type of event that this release writes, with what it holds and what follows from it. */
export function eventCatalogue(): string {
  const fields = fieldsOfSamples();
  const rules = releaseRules();
  const shared = new Set(Object.keys(procedureSchemas));
  const [first] = kinds;
  const ofAll = table(
    Object.entries(procedureSchemas).map(([type, schema]) => ({
      type,
      schema,
      fields: kinds.map(({ category }) => fields.get(`${category} ${type} ${schema}`)).find(Boolean) ?? [],
      sealed: first!.sensitive[type] ?? [],
      clocks: clocksOf(type, null, rules),
    })),
  );
  const ofKinds = kinds.flatMap(({ kind, category, schemas, sensitive }) => [
    `## ${kind}`,
    '',
    `Streams \`${category}-<case id>\`, with the events of every kind beside these.`,
    '',
    ...table(
      Object.entries(schemas)
        .filter(([type]) => !shared.has(type))
        .map(([type, schema]) => ({
          type,
          schema,
          fields: fields.get(`${category} ${type} ${schema}`) ?? [],
          sealed: sensitive[type] ?? [],
          clocks: clocksOf(type, kind, rules),
        })),
    ),
    '',
  ]);
  return page('The catalogue of events', [
    'Every type of event which this release writes, drawn from its schemas, its law packs and the stored samples. `schema` is the',
    'version written today; earlier ones are read through upcasters, and a sample of each stays in `test/golden/samples`. Sealed',
    'fields are personal data or texts of people (decision 0012). Clocks are those of the law packs of the release.',
    '',
    '## Every kind of case',
    '',
    ...ofAll,
    '',
    ...ofKinds,
    '## Beside the cases',
    '',
    ...besideTheCases(fields),
  ]);
}

interface DrawnEvent {
  readonly type: string;
  readonly schema: number;
  readonly fields: readonly string[];
  readonly sealed: readonly SensitiveField[];
  readonly clocks: string;
}

function table(events: readonly DrawnEvent[]): readonly string[] {
  const rows = events.map(({ type, schema, fields, sealed, clocks }) => {
    const [chinese, english] = titles[type] ?? ['', ''];
    const names = fields.map((field) => `\`${field}\``).join(', ');
    const hidden = sealed.map(({ path }) => `\`${path}\``).join(', ');
    return `| \`${type}\` | ${schema} | ${chinese} | ${english} | ${names} | ${hidden} | ${clocks} |`;
  });
  const head = [
    '| event | schema | 名称 | title | data | sealed | clocks |',
    '| --- | ---: | --- | --- | --- | --- | --- |',
  ];
  return [...head, ...rows];
}

function besideTheCases(fields: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const ofCases = new Set(kinds.map(({ category }) => category));
  const sampled = [...fields.keys()]
    .map((key) => key.split(' ') as [string, string, string])
    .filter(([category]) => !ofCases.has(category))
    .map(([category, type, schema]) => [category, type, schema, fields.get(`${category} ${type} ${schema}`)!] as const);
  const listed = [
    ...Object.entries(importSchemas).map(([type, schema]) => ['lawImport', type, String(schema), []] as const),
    ['parked', droppedType, '1', ['view', 'stream', 'eventId', 'reason']] as const,
  ];
  const rows = [...sampled, ...listed].sort(([a, b], [c, d]) => (`${a} ${b}` < `${c} ${d}` ? -1 : 1));
  return [
    '| category | event | schema | data |',
    '| --- | --- | ---: | --- |',
    ...rows.map(([category, type, schema, data]) => {
      return `| \`${category}\` | \`${type}\` | ${schema} | ${data.map((name) => `\`${name}\``).join(', ')} |`;
    }),
  ];
}

/** The fields of the data, by `category type schema`, as the stored samples have them. */
function fieldsOfSamples(): ReadonlyMap<string, readonly string[]> {
  const fields = new Map<string, Set<string>>();
  for (const { stream, type, schema, data } of storedSamples().flatMap(({ events }) => events)) {
    const key = `${categoryOf(stream)} ${type} ${schema}`;
    fields.set(key, new Set([...(fields.get(key) ?? []), ...Object.keys(data)]));
  }
  return new Map([...fields].map(([key, names]) => [key, [...names].sort()]));
}

function releaseRules(): readonly ClockRule[] {
  const folder = join(root, 'libs/deadlines/law/data');
  return readdirSync(folder)
    .sort()
    .flatMap((name) => parseLawPack(JSON.parse(readFileSync(join(folder, name), 'utf8')), knownEvents).rules);
}

/** @param kind null for an event which every kind has */
function clocksOf(type: string, kind: string | null, rules: readonly ClockRule[]): string {
  const named = (what: string, of: (rule: ClockRule) => readonly { readonly event: string }[]) => {
    const found = rules.filter((rule) => kind === null || rule.caseKind === kind);
    const ids = [...new Set(found.filter((rule) => of(rule).some(({ event }) => event === type)).map(({ id }) => id))];
    return ids.length === 0 ? [] : [`${what} ${ids.map((id) => `\`${id}\``).join(', ')}`];
  };
  return [
    ...named('starts', ({ start }) => start),
    ...named('stops', ({ stop }) => ('anyOf' in stop ? stop.anyOf : stop.allOf)),
    ...named('restarts', ({ restart }) => restart),
    ...named('extends', ({ extension }) => extension.map(({ by }) => by)),
    ...named('pauses', ({ pause }) => pause.map(({ on }) => on)),
    ...named('resumes', ({ pause }) => pause.map(({ until }) => until)),
    ...named('ends', ({ endedBy }) => endedBy),
    ...(TAKEN_BACK_BY.has(type) ? [`undoes the event named in \`${TAKEN_BACK_BY.get(type)!}\``] : []),
  ].join('; ');
}

/** `docs/views.md`: every view of the registry, with its version, its tables and how they are made. */
export function viewCatalogue(): string {
  return page('The catalogue of views', [
    'Every view of the registry (`projections/registry.ts`), drawn from its definition. Each build lives in a schema of its own',
    '(`<view>_v<version>_<build>`), made from the DDL below; readers use the schema `views`, which points at the build that serves.',
    '`<view>_subject` (stream, open, position) stands in each beside these tables. Work is parted into 16 slots by hash of the stream.',
    '',
    ...views.flatMap(viewPage),
  ]);
}

function viewPage({ name, version, tables, counts, categories, reference, schemaSql }: ProjectionDefinition) {
  return [
    `## ${name}, version ${version}`,
    '',
    ...(purposeOf(name) === null ? [] : [purposeOf(name)!, '']),
    `Folds the streams of ${categories.map((category) => `\`${category}\``).join(', ')}` +
      (reference.categories.length === 0
        ? '.'
        : `; its rows hang on ${reference.categories.map((category) => `\`${category}\``).join(', ')}.`),
    '',
    '| table | holds | key |',
    '| --- | --- | --- |',
    ...tables.map((of) => `| \`${of.name}\` | ${of.holds} | ${of.key.map((column) => `\`${column}\``).join(', ')} |`),
    ...(counts ?? []).map((of) => {
      return `| \`${of.name}\` | counts of \`${of.of}\` | ${Object.keys(of.by)
        .map((column) => `\`${column}\``)
        .join(', ')} |`;
    }),
    '',
    '```sql',
    schemaSql.trim(),
    '```',
    '',
  ];
}

/** What its definition says of it. */
function purposeOf(name: string): string | null {
  const source = readFileSync(join(root, 'projections', name, 'projection.ts'), 'utf8');
  const [, comment] = /\/\*\*((?:(?!\*\/)[^])*)\*\/\nexport const \w+: ProjectionDefinition/.exec(source) ?? [];
  if (comment === undefined) return null;
  return comment
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, '').trim())
    .join(' ')
    .trim();
}

function page(title: string, lines: readonly string[]): string {
  const drawn = 'Drawn by `test/golden`; `UPDATE_DOCS=1 npx jest test/golden/catalogues` draws it anew.';
  return `${[`# ${title}`, '', drawn, '', ...lines].join('\n').trimEnd()}\n`;
}
