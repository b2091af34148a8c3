import type { Writable } from 'node:stream';
import { caseKinds } from '@redress/cases/kinds.js';
import type { RecordedEvent } from '@redress/event-store/port.js';
import { put } from '../exporting/reader-left.js';
import { minedCases, withEvents, type MinedCase } from './mined-cases.js';
import type { Mining } from './mining.js';

interface Attribute {
  readonly name: string;
  readonly type: 'string' | 'time';
}

const text = (name: string): Attribute => ({ name, type: 'string' });
const caseAttributes = ['caseNumber', 'status', 'district', 'lodgedOn', 'total'].map(text);
const eventAttributes: readonly Attribute[] = [
  { name: 'recordedAt', type: 'time' },
  ...['actorRole', 'revision', 'position'].map(text),
];
/** What has no time of its own stands from the beginning (OCEL 2.0, section 7). */
const always = '1970-01-01T00:00:00Z';

const kinds = Object.values(caseKinds);

/**
 * The log as OCEL 2.0 in JSON: each case, company and office an object, each event related to its case and to the office
 * that acted. No text and no person stands in it. Values are texts, as the published schema has them.
 */
export async function writeOcel({ store, client, scope, snapshot, offices }: Mining, out: Writable): Promise<void> {
  const types = {
    objectTypes: [
      ...kinds.map(({ kind }) => ({ name: kind, attributes: caseAttributes })),
      { name: 'company', attributes: [text('name')] },
      { name: 'office', attributes: [text('name')] },
    ],
    eventTypes: kinds.flatMap(({ kind, schemas }) =>
      Object.keys(schemas).map((type) => ({ name: eventType(kind, type), attributes: eventAttributes })),
    ),
  };
  await put(out, `${JSON.stringify({ export: snapshot, ...types }).slice(0, -1)},"objects":[\n`);
  const known = new Set(offices.map(({ id }) => id));
  await put(out, offices.map((office) => JSON.stringify(officeObject(office))).join(',\n'));
  const companies = new Set<string>();
  let comma = offices.length > 0 ? ',\n' : '';
  for await (const one of minedCases(client, scope)) {
    const parties = partiesOf(one);
    const fresh = parties.filter(({ id }) => !companies.has(id));
    fresh.forEach(({ id }) => companies.add(id));
    const objects = [...fresh.map(companyObject), caseObject(one, parties, known)];
    await put(out, comma + objects.map((object) => JSON.stringify(object)).join(',\n'));
    comma = ',\n';
  }
  await put(out, '\n],"events":[\n');
  comma = '';
  for await (const [one, events] of withEvents(store, minedCases(client, scope), snapshot.position)) {
    const lines = events.map((event) => JSON.stringify(eventOf(one, event, known)));
    await put(out, comma + lines.join(',\n'));
    comma = ',\n';
  }
  out.end('\n]}\n');
}

function eventType(kind: string, type: string): string {
  return `${kind}/${type}`;
}

interface Party {
  readonly id: string;
  readonly name: string;
  readonly qualifier: 'complainant' | 'respondent';
}

/** By their names where a code is not known: two companies of one name are one then. */
function partiesOf({ complainant, complainantCode, respondent }: MinedCase): readonly Party[] {
  return [
    { id: `company:${complainantCode}`, name: complainant, qualifier: 'complainant' },
    ...(respondent === null
      ? []
      : [{ id: `company:${respondent}`, name: respondent, qualifier: 'respondent' as const }]),
  ];
}

function companyObject({ id, name }: Party) {
  return { id, type: 'company', attributes: [{ name: 'name', value: name, time: always }], relationships: [] };
}

function officeObject({ id, name }: Mining['offices'][number]) {
  const attributes = [{ name: 'name', value: name.zh, time: always }];
  return { id: `office:${id}`, type: 'office', attributes, relationships: [] };
}

function caseObject(one: MinedCase, parties: readonly Party[], offices: ReadonlySet<string>) {
  const { caseId, kind, caseNumber, status, district, lodgedOn, total, office } = one;
  const values = { caseNumber, status, district, lodgedOn, total };
  return {
    id: caseId,
    type: kind,
    attributes: Object.entries(values).flatMap(([name, value]) =>
      value === null ? [] : [{ name, value, time: always }],
    ),
    relationships: [
      ...parties.map(({ id, qualifier }) => ({ objectId: id, qualifier })),
      ...(offices.has(office) ? [{ objectId: `office:${office}`, qualifier: 'holder' }] : []),
    ],
  };
}

function eventOf({ caseId, kind }: MinedCase, event: RecordedEvent, offices: ReadonlySet<string>) {
  const { id, type, revision, position, recordedAt, meta } = event;
  const values = { recordedAt, actorRole: meta.actor.role, revision, position };
  const office = meta.actor.organisation;
  return {
    id,
    type: eventType(kind, type),
    time: meta.occurredAt,
    attributes: Object.entries(values).map(([name, value]) => ({ name, value })),
    relationships: [
      { objectId: caseId, qualifier: 'case' },
      ...(office !== null && offices.has(office) ? [{ objectId: `office:${office}`, qualifier: 'by' }] : []),
    ],
  };
}
