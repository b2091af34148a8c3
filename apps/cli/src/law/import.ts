import { DataRefused } from '@redress/deadlines/checking/place.js';
import { JsonLines } from '@redress/deadlines/checking/lines.js';
import {
  confirmImport,
  type ImportDenial,
  importLaw,
  type ImportOutcome,
} from '@redress/casework/reference/import-law.js';
import { LawDirectory } from '@redress/casework/reference/law-directory.js';
import type { Text } from '@redress/deadlines/text.js';
import type { Answer } from '../answer.js';
import { Arguments, BadArgument } from '../arguments.js';
import { type AtTheDesk, asOperator } from '../as-operator.js';
import { checkText, faultLines, textOf } from './check.js';
import { type LawBefore, moveLines, mustWrite, tellMoves } from './moves.js';

const DENIALS: Readonly<Record<ImportDenial, readonly [argument: string, reason: Text]>> = {
  notAnOperator: [
    '--account',
    {
      zh: '导入须由系统运维，确认须由另一名系统运维或监督人员',
      en: 'an operator imports, another or a supervisor confirms',
    },
  ],
  importersOwn: [
    '--account',
    { zh: '导入的人不能自己确认：由另一个账号确认', en: 'who imported it does not confirm it: another account does' },
  ],
  noSuchImport: ['law confirm <import>', { zh: '没有这次导入', en: 'there is no such import' }],
};

/** `redress law import <file> --account <name>`: checked and recorded; law only when another account confirms it. */
export async function importFile(words: readonly string[]): Promise<Answer> {
  const given = new Arguments(words, { one: ['account', 'moves'], none: ['json'], words: ['file'] });
  const file = required(given.word(0), 'law import <file>');
  const account = given.required('account');
  const movesTo = given.text('moves');
  const text = await textOf(file, 'law import <file>');
  // What is unsound by itself is refused before a database is asked for.
  const unsound = checkText(file, text, null);
  if (unsound.faults.length > 0) return refusal(file, unsound.faults);
  if (movesTo !== null) await mustWrite(movesTo);
  return asOperator(account, async (desk) => {
    const before = await lawNow(desk);
    try {
      const outcome = await importLaw(desk.parts, desk.account, desk.commandId, JSON.parse(text) as object);
      return await answer(desk, outcome, before, movesTo);
    } catch (error) {
      if (!(error instanceof DataRefused)) throw error;
      return refusal(file, faultLines(error, new JsonLines(text)));
    }
  });
}

/** `redress law confirm <import> --account <name>`: the second person's word, from which it is known. */
export async function confirm(words: readonly string[]): Promise<Answer> {
  const given = new Arguments(words, { one: ['account', 'moves'], none: ['json'], words: ['import'] });
  const importId = required(given.word(0), 'law confirm <import>');
  const account = given.required('account');
  const movesTo = given.text('moves');
  if (movesTo !== null) await mustWrite(movesTo);
  return asOperator(account, async (desk) => {
    const before = await lawNow(desk);
    try {
      const outcome = await confirmImport(desk.parts, desk.account, desk.commandId, importId);
      return await answer(desk, outcome, before, movesTo);
    } catch (error) {
      if (!(error instanceof DataRefused)) throw error;
      return refusal(
        importId,
        error.faults.map((fault) => ({ line: null, ...fault })),
      );
    }
  });
}

async function answer(
  desk: AtTheDesk,
  outcome: ImportOutcome,
  before: LawBefore,
  movesTo: string | null,
): Promise<Answer> {
  if (outcome.outcome === 'denied') throw new BadArgument(...DENIALS[outcome.denial]);
  const moves = await tellMoves(desk.parts, before, outcome.document, movesTo);
  const { importId, stream } = outcome;
  const json = {
    ...{ outcome: outcome.outcome, import: importId, subject: stream },
    ...{ moves: moves?.clocks ?? null, rungs: moves?.rungs ?? null, counted: moves?.counted ?? null },
  };
  const next =
    outcome.outcome === 'imported'
      ? `已登记，待另一账号确认 · recorded, to be confirmed by another account: redress law confirm ${importId}`
      : `已生效 · in force: ${stream}`;
  return { json, lines: [next, ...moveLines(moves)] };
}

async function lawNow({ parts: { store } }: AtTheDesk): Promise<LawBefore> {
  const directory = new LawDirectory(store);
  await directory.refresh();
  return { ladders: directory.ladders, head: await store.head() };
}

interface Fault {
  readonly line: number | null;
  readonly place: string;
  readonly reason: string;
}

function refusal(file: string, faults: readonly Fault[]): Answer {
  return {
    json: { outcome: 'refused', faults },
    lines: [
      `${file}  不予采用 · refused`,
      ...faults.map(({ line, place, reason }) => `    ${line === null ? '' : `${file}:${line}  `}${place}  ${reason}`),
    ],
    exit: 1,
  };
}

function required(word: string | null, argument: string): string {
  if (word === null) throw new BadArgument(argument, { zh: '必须给出', en: 'is required' });
  return word;
}
