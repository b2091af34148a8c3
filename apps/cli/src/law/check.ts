import { readFile } from 'node:fs/promises';
import { JsonLines } from '@redress/deadlines/checking/lines.js';
import { DEEPEST_NESTING, lineOfTooDeep } from '@redress/deadlines/checking/nesting.js';
import { DataRefused } from '@redress/deadlines/checking/place.js';
import { parseLawDocument } from '@redress/deadlines/law/law-document.js';
import type { LawPack } from '@redress/deadlines/law/law-pack.js';
import type { Answer } from '../answer.js';
import { BadArgument } from '../arguments.js';
import { summaryOf } from './describe.js';
import { packsOf, releasedLaw } from './release.js';

/** What is wrong in a file: the line, the place within the document, and why. */
export interface FaultAtLine {
  readonly line: number;
  readonly place: string;
  readonly reason: string;
}

export interface CheckedFile {
  readonly file: string;
  /** Null where the file is refused. */
  readonly id: string | null;
  readonly faults: readonly FaultAtLine[];
}

/** `redress law check [file]`: a file, or all the law of the release; exit code 1 where one is refused. */
export async function checkLaw(file: string | null): Promise<Answer> {
  const released = await releasedLaw();
  const checked: readonly CheckedFile[] =
    file === null
      ? released.map(({ file: { name }, parsed }) => ({ file: name, id: summaryOf(parsed).id, faults: [] }))
      : [checkText(file, await textOf(file, 'law check <file>'), packsOf(released))];
  const ok = checked.every(({ faults }) => faults.length === 0);
  return { json: { ok, files: checked }, lines: checked.flatMap(printed), exit: ok ? 0 : 1 };
}

/** @throws BadArgument naming `argument` where the file cannot be read */
export async function textOf(file: string, argument: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new BadArgument(argument, {
      zh: `无法读取 ${file}`,
      en: `cannot read ${file} (${error.code ?? error.message})`,
    });
  });
}

/** @param packs the packs beside it; null where the log will tell them, and a policy is left to that check */
export function checkText(file: string, text: string, packs: readonly LawPack[] | null): CheckedFile {
  const tooDeep = lineOfTooDeep(text);
  if (tooDeep !== null)
    return { file, id: null, faults: [{ line: tooDeep, place: '', reason: `nested deeper than ${DEEPEST_NESTING}` }] };
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { file, id: null, faults: [{ line: lineOfSyntax(text, error), place: '', reason: error.message }] };
  }
  if (packs === null && (document as { format?: unknown } | null)?.format === 'escalation-policy/1')
    return { file, id: null, faults: [] };
  try {
    return { file, id: summaryOf(parseLawDocument(document, packs ?? [])).id, faults: [] };
  } catch (error) {
    if (!(error instanceof DataRefused)) throw error;
    return { file, id: null, faults: faultLines(error, new JsonLines(text)) };
  }
}

export function faultLines({ faults }: DataRefused, lines: JsonLines): readonly FaultAtLine[] {
  return faults.map((fault) => ({ line: lines.of(fault.place), ...fault }));
}

/** V8 names the position of what it did not expect; where it names none, the text ended too early. */
function lineOfSyntax(text: string, { message }: SyntaxError): number {
  const [, position] = /position (\d+)/.exec(message) ?? [];
  return text.slice(0, position === undefined ? text.length : Number(position)).split('\n').length;
}

function printed({ file, id, faults }: CheckedFile): readonly string[] {
  if (faults.length === 0) return [`${file}  ${id ?? ''}  通过 · sound`];
  return [
    `${file}  不予采用 · refused`,
    ...faults.map(({ line, place, reason }) => `    ${file}:${line}  ${place}  ${reason}`),
  ];
}
