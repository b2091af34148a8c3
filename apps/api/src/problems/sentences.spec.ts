import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { denialTexts } from '@redress/access/policies/rules.js';
import { refusalCodes } from '@redress/cases/shared/decision.js';
import { commandNames } from '@redress/cases/overdue-payment/commands.js';
import { statuses } from '@redress/cases/overdue-payment/state.js';
import { complaintWords } from './sentences/complaint.js';
import { creditRepairWords } from './sentences/credit-repair.js';
import { ipFastTrackWords } from './sentences/ip-fast-track-words.js';
import { overduePaymentWords } from './sentences/overdue-payment.js';
import { procedureWords } from './sentences/procedure.js';
import { problemCodes, sentence } from './sentences.js';

const root = join(import.meta.dirname, '../../../..');

const source = ['apps/api', 'libs', 'projections']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  )
  .filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && !/problems\/sentences|shared\/refusals/.test(file),
  )
  .map((file) => readFileSync(join(root, file), 'utf8'))
  .join('\n');

test('every refusal of the catalogue and every denial can be said', () => {
  expect(problemCodes).toEqual(expect.arrayContaining([...refusalCodes, ...Object.keys(denialTexts)]));
});

test('a code is one refusal: two of one name would be said by the sentence of the last', () => {
  expect(refusalCodes.filter((code, i) => refusalCodes.indexOf(code) < i)).toEqual([]);
});

test('a word which kinds share says the same in each', () => {
  const all = [procedureWords, overduePaymentWords, complaintWords, creditRepairWords, ipFastTrackWords];
  const said = new Map<string, string>();
  for (const [name, text] of all.flatMap((words) => Object.entries(words))) {
    expect([name, said.get(name) ?? String(text)]).toEqual([name, String(text)]);
    said.set(name, String(text));
  }
});

test('every code is given somewhere, and none is told that cannot happen', () => {
  expect(problemCodes.filter((code) => !new RegExp(`\\b${code}\\b`).test(source))).toEqual([]);
});

test.each(problemCodes)('%s is said in Chinese and in English, with the same figures', (code) => {
  const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort();
  const kept = new Proxy({}, { get: (_, name) => `{${String(name)}}` });
  const zh = sentence(code, kept, 'zh-CN');
  const en = sentence(code, kept, 'en');
  expect(zh).toMatch(/[\u4e00-\u9fff]/);
  expect(en).not.toMatch(/[\u4e00-\u9fff]/);
  expect(placeholders(zh)).toEqual(placeholders(en));
  for (const name of placeholders(en)) expect(source).toMatch(new RegExp(`\\b${name}\\b`));
});

test('statuses and commands are quoted in words', () => {
  for (const status of statuses)
    for (const command of commandNames)
      for (const language of ['zh-CN', 'en'] as const) {
        const said = sentence('notAllowedInStatus', { command, status }, language);
        expect(said).not.toMatch(/[a-z][A-Z]/);
        expect(/[\u4e00-\u9fff]/.test(said)).toBe(language === 'zh-CN');
      }
});
