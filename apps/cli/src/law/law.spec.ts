import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answered, refused, said } from '../testing/redress.js';
import type { CheckedFile } from './check.js';
import { law } from './law.js';

interface Checked {
  readonly ok: boolean;
  readonly files: readonly CheckedFile[];
}

const packs = `${import.meta.dirname}/../../../../libs/deadlines/law/data`;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'law-'));
});

afterAll(() => rmSync(folder, { recursive: true }));

function written(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

/** What a check says of a pack of the release with one line changed. */
async function changed(from: string, to: string, pack = 'cn-order-802.json') {
  const text = readFileSync(join(packs, pack), 'utf8');
  expect(text).toContain(from);
  const file = written('pack.json', text.replace(from, to));
  const line = text.slice(0, text.indexOf(from)).split('\n').length;
  const { exit, out, error } = await said(law, ['check', file, '--json']);
  const { ok, files } = JSON.parse(out) as Checked;
  return { line, exit, error, ok, faults: files[0]?.faults ?? [] };
}

describe('redress law', () => {
  it('lists the calendar, the LPR, every pack with its marks, the policy and the rules of warning', async () => {
    const list = await answered<readonly { kind: string; id: string; clocks: number }[]>(law, 'list');
    expect(new Set(list.map(({ kind }) => kind))).toEqual(
      new Set(['calendar', 'lpr', 'lawPack', 'policy', 'warningRules']),
    );
    expect(list).toContainEqual(
      expect.objectContaining({ id: 'CN-ORDER-802', validFrom: '2025-06-01', validTo: null, clocks: 3 }),
    );
    expect((await said(law, 'list')).out).toContain('保障中小企业款项支付条例（国务院令第728号）');
  });

  it('shows each document as it stands, and its articles in both languages', async () => {
    for (const { id } of await answered<readonly { id: string }[]>(law, 'list')) {
      expect(await answered(law, `show ${id}`)).toHaveProperty('format');
      expect((await said(law, `show ${id}`)).exit).toBe(0);
    }
    const { out } = await said(law, 'show CN-SH-BUSINESS-ENVIRONMENT-2025');
    expect(out).toContain('未核实 · unconfirmed');
    expect(out).toContain('未启用 · switched off');
  });

  it('finds all of the release sound', async () => {
    const { ok, files } = await answered<Checked>(law, 'check');
    expect(ok).toBe(true);
    expect(files.length).toBeGreaterThan(25);
    expect((await said(law, 'check')).out).toContain('通过');
  });

  it.each([
    ['an unknown event', '"event": "Transferred"', '"event": "Forwarded"', 'has no event Forwarded'],
    ['an extension beyond its maximum', '"maxTotal": 90', '"maxTotal": 30', 'lengthens nothing'],
    ['a misspelt field', '"roll": "none"', '"rol": "none"', 'unknown field'],
    ['a term that is no number', '"length": 10', '"length": "ten"', 'a whole number'],
  ])('refuses %s with the line at fault', async (_what, from, to, reason) => {
    const { line, exit, error, ok, faults } = await changed(from, to);
    expect([exit, error, ok]).toEqual([1, '', false]);
    expect(faults).toContainEqual(expect.objectContaining({ line, reason: expect.stringContaining(reason) as string }));
  });

  it('takes the example of an operator’s own service norm', async () => {
    const { exit, out } = await said(law, [
      'check',
      `${import.meta.dirname}/../../../../docs/examples/service-norm.json`,
    ]);
    expect([exit, out]).toEqual([0, expect.stringContaining('SH-PUDONG-NORMS  通过')]);
  });

  it('refuses two rules for one clock on one day, within a pack and beside the others', async () => {
    const within = await changed('"id": "result"', '"id": "transfer"');
    expect(within.faults.map(({ reason }) => reason).join()).toContain('two versions in force');
    const beside = await changed('"id": "CN-ORDER-802"', '"id": "CN-ORDER-803"');
    expect(beside.faults.map(({ reason }) => reason).join()).toContain('"transfer" has two versions in force');
  });

  it('refuses a warning longer than its term', async () => {
    const policy = readFileSync(`${packs}/../../ladder/data/policy-default.json`, 'utf8');
    const file = written('policy.json', policy.replace('"offset": -1', '"offset": -11'));
    const { exit, out } = await said(law, ['check', file]);
    expect(exit).toBe(1);
    expect(out).toMatch(/policy\.json:\d+ {2}ladders\[0\]\.rungs\[0\]\.offset/);
  });

  it('names the line at which a file stops being JSON', async () => {
    const file = written('broken.json', '{\n  "format": "law-pack/1",\n  oops\n}\n');
    const { exit, out } = await said(law, ['check', file, '--json']);
    expect(exit).toBe(1);
    expect((JSON.parse(out) as Checked).files[0]?.faults[0]?.line).toBe(3);
  });

  it('refuses a document nested without end, naming the line, and exhausts no stack over it', async () => {
    const file = written(
      'deep.json',
      `{ "format": "law-pack/1",\n"rules": ${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
    );
    const { exit, out } = await said(law, ['check', file, '--json']);
    expect(exit).toBe(1);
    expect((JSON.parse(out) as Checked).files[0]?.faults).toEqual([
      { line: 2, place: '', reason: 'nested deeper than 64' },
    ]);
  });

  it.each([
    ['', 'law'],
    ['burn', 'law burn'],
    ['show', 'law show <id>'],
    ['show CN-ORDER-1', 'law show <id>'],
    ['check /nowhere/pack.json', 'law check <file>'],
    ['list all', 'all:'],
  ])('refuses %s, naming %s', async (line, argument) => {
    expect(await refused(law, line)).toContain(argument);
  });
});
