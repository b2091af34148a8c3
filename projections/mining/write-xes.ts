import type { Writable } from 'node:stream';
import type { RecordedEvent } from '@redress/event-store/port.js';
import { put } from '../exporting/reader-left.js';
import { minedCases, withEvents, type MinedCase } from './mined-cases.js';
import type { Mining } from './mining.js';

const extensions = [
  ['Concept', 'concept'],
  ['Time', 'time'],
  ['Organizational', 'org'],
  ['Lifecycle', 'lifecycle'],
] as const;

/** The log as XES (IEEE 1849): a trace a case, in the order of its events. No text and no person stands in it. */
export async function writeXes({ store, client, scope, snapshot }: Mining, out: Writable): Promise<void> {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<log xes.version="1849.2016" xes.features="">',
    ...extensions.map(
      ([name, prefix]) =>
        `  <extension name="${name}" prefix="${prefix}" uri="http://www.xes-standard.org/${prefix}.xesext"/>`,
    ),
    `  <global scope="trace">${string('concept:name', 'unknown')}</global>`,
    `  <global scope="event">${string('concept:name', 'unknown')}${date('time:timestamp', '1970-01-01T00:00:00Z')}</global>`,
    '  <classifier name="Activity" scope="event" keys="concept:name"/>',
    `  ${string('concept:name', 'Redress')}${string('redress:position', snapshot.position)}${date('redress:madeAt', snapshot.madeAt)}`,
  ];
  await put(out, `${lines.join('\n')}\n`);
  for await (const [one, events] of withEvents(store, minedCases(client, scope), snapshot.position))
    await put(out, traceOf(one, events));
  out.end('</log>\n');
}

function traceOf(
  { caseNumber, kind, status, district, lodgedOn }: MinedCase,
  events: readonly RecordedEvent[],
): string {
  const attributes = [
    string('concept:name', caseNumber),
    string('redress:kind', kind),
    string('redress:status', status),
    ...(district === null ? [] : [string('redress:district', district)]),
    date('redress:lodgedOn', `${lodgedOn}T00:00:00+08:00`),
  ];
  return ['  <trace>', `    ${attributes.join('')}`, ...events.map(eventOf), '  </trace>\n'].join('\n');
}

function eventOf({ type, recordedAt, position, meta }: RecordedEvent): string {
  const { role, organisation } = meta.actor;
  const attributes = [
    string('concept:name', type),
    date('time:timestamp', meta.occurredAt),
    string('lifecycle:transition', 'complete'),
    string('org:role', role),
    ...(organisation === null ? [] : [string('org:group', organisation)]),
    date('redress:recordedAt', recordedAt),
    string('redress:position', position),
  ];
  return `    <event>${attributes.join('')}</event>`;
}

function string(key: string, value: string): string {
  return `<string key="${key}" value="${escaped(value)}"/>`;
}

function date(key: string, value: string): string {
  return `<date key="${key}" value="${escaped(value)}"/>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What no XML can hold, not even as an entity, is left out. */
function escaped(value: string): string {
  return value
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (character) => entities[character]!);
}
