import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { validateXML } from 'xmllint-wasm';
import { demonstrationPassword } from '@redress/access/demonstration-accounts.js';
import { exportToFile } from '../../../apps/cli/src/export/export.js';
import { answered, refused } from '../../../apps/cli/src/testing/redress.js';
import { startApplication, type TestApplication } from '../../application.js';
import { Handling, type Done } from '../handling.js';

interface Related {
  readonly id: string;
  readonly type: string;
  readonly time: string;
  readonly relationships: readonly { objectId: string; qualifier: string }[];
}

interface Ocel {
  readonly export: { readonly rows: number; readonly position: string };
  readonly objectTypes: readonly { name: string }[];
  readonly eventTypes: readonly { name: string }[];
  readonly objects: readonly Related[];
  readonly events: readonly Related[];
}

const beside = (file: string) => readFileSync(join(__dirname, file), 'utf8');

let application: TestApplication;
let desk: Handling;
let first: Done;
let last: Done;
let folder: string;
const kept: Record<string, string | undefined> = {};

beforeAll(async () => {
  application = await startApplication();
  desk = new Handling(application);
  first = await desk.inHandling();
  last = await desk.lodged();
  folder = mkdtempSync(join(tmpdir(), 'redress-export-'));
  const { url, masterKeyPath } = application.places;
  const settings = { DATABASE_URL: url, MASTER_KEY_PATH: masterKeyPath, REDRESS_PASSWORD: demonstrationPassword };
  for (const [name, value] of Object.entries(settings)) [kept[name], process.env[name]] = [process.env[name], value];
});

afterAll(async () => {
  for (const [name, value] of Object.entries(kept))
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  rmSync(folder, { recursive: true });
  await application.close();
});

async function mined(account: string, format: string): Promise<{ status: number; text: string; headers: Headers }> {
  const headers = { Authorization: `Bearer ${await application.signIn(account)}` };
  const response = await fetch(`${application.url}/api/exports/mining/${format}?atLeast=${last.position}`, { headers });
  return { status: response.status, text: await response.text(), headers: response.headers };
}

test('the log is a valid OCEL 2.0, by a transcription of its schema; what it relates to is there', async () => {
  const { text, headers } = await mined('supervisor', 'ocel');
  const log = JSON.parse(text) as Ocel;
  const ajv = new Ajv({ strict: false });
  formats.default(ajv);
  const validate = ajv.compile(JSON.parse(beside('ocel-2.schema.json')) as object);
  expect([validate(log), validate.errors]).toEqual([true, null]);
  const objects = new Map(log.objects.map(({ id, type }) => [id, type]));
  const objectTypes = new Set(log.objectTypes.map(({ name }) => name));
  const eventTypes = new Set(log.eventTypes.map(({ name }) => name));
  expect(objects.size).toBe(log.objects.length);
  expect([...objects.values()].filter((type) => !objectTypes.has(type))).toEqual([]);
  expect(log.events.filter(({ type }) => !eventTypes.has(type))).toEqual([]);
  for (const { relationships } of [...log.objects, ...log.events])
    expect(relationships.filter(({ objectId }) => !objects.has(objectId))).toEqual([]);
  const ofFirst = log.events.filter(({ relationships }) => relationships[0]!.objectId === first.caseId);
  expect(ofFirst.map(({ type }) => type)).toEqual(
    (await desk.events(first)).map(({ type }) => `overduePayment/${type}`),
  );
  expect(log.export).toMatchObject({ rows: 2, position: headers.get('export-position') });
});

test('the log is a valid XES, by a transcription of its schema, and nothing that people wrote stands in it', async () => {
  const { text } = await mined('supervisor', 'xes');
  const { valid, errors } = await validateXML({
    xml: [{ fileName: 'log.xes', contents: text }],
    schema: [beside('xes.xsd')],
  });
  expect([valid, errors]).toEqual([true, []]);
  expect(text.match(/<trace>/g)).toHaveLength(2);
  for (const personal of ['王小姐', '021-50000001', '支付货款及逾期利息']) expect(text).not.toContain(personal);
});

test('16: a supervisor has the log of their district, nobody else has any', async () => {
  const traces = async (account: string) => ((await mined(account, 'xes')).text.match(/<trace>/g) ?? []).length;
  expect(await traces('supervisor-pudong')).toBe(1);
  for (const account of ['sme', 'mediator', 'operator']) expect((await mined(account, 'ocel')).status).toBe(403);
  expect((await mined('supervisor', 'csv')).status).toBe(404);
});

test('the command line writes the same to a file, whole or not at all', async () => {
  const at = (name: string) => join(folder, name);
  const run = (line: string) => answered<{ rows: number; bytes: number }>(exportToFile, line);
  const csv = await run(`worklist --account supervisor --out ${at('list.csv')} --language en`);
  expect(csv.rows).toBe(2);
  expect(readFileSync(at('list.csv'), 'utf8')).toContain(first.caseNumber);
  expect(readFileSync(at('list.csv')).length).toBe(csv.bytes);
  expect((await run(`worklist --account supervisor --format xlsx --out ${at('list.xlsx')}`)).rows).toBe(2);
  expect((await run(`ocel --account supervisor --out ${at('log.json')}`)).rows).toBe(2);
  expect(JSON.parse(readFileSync(at('log.json'), 'utf8'))).toMatchObject({ export: { rows: 2 } });
  expect((await run(`xes --account supervisor-pudong --out ${at('log.xes')}`)).rows).toBe(1);

  expect(await refused(exportToFile, 'nothing --account supervisor --out x')).toContain('worklist');
  expect(await refused(exportToFile, 'worklist --account supervisor')).toContain('--out');
  expect(await refused(exportToFile, `worklist --account supervisor --out ${at('x')} --format pdf`)).toContain('csv');
  expect(await refused(exportToFile, `ocel --account mediator --out ${at('x')}`)).toContain('--account');
  expect(await refused(exportToFile, `worklist --account nobody --out ${at('x')}`)).toContain('--account');
  expect(await refused(exportToFile, `worklist --account supervisor --out ${at('no/such/x')}`)).toContain('ENOENT');
  expect(readdirSync(folder).sort()).toEqual(['list.csv', 'list.xlsx', 'log.json', 'log.xes']);
});
