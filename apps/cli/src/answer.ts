import { BadArgument } from './arguments.js';
import type { Text } from '@redress/deadlines/text.js';

/** What a command answers: the value of `--json`, and the lines for people, in both languages. */
export interface Answer {
  readonly json: unknown;
  readonly lines: readonly string[];
  /** 0 unless the command found something wrong with what it was asked to check: 1. */
  readonly exit?: 0 | 1;
}

export type AnsweringCommand = (words: readonly string[]) => Promise<Answer>;

/** Where a command writes: `process`, or what a spec reads. */
export interface Output {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

/**
 * Runs a command and writes its answer: with `--json` one JSON value and nothing else. Bad input is one line on stderr
 * which names the argument, and exit code 2.
 */
export async function print(
  command: AnsweringCommand,
  words: readonly string[],
  usage: string,
  { stdout, stderr }: Output,
): Promise<number> {
  if (words.includes('--help')) {
    stdout.write(usage);
    return 0;
  }
  try {
    const { json, lines, exit = 0 } = await command(words);
    stdout.write(words.includes('--json') ? `${JSON.stringify(json, null, 2)}\n` : `${lines.join('\n')}\n`);
    return exit;
  } catch (error) {
    if (!(error instanceof BadArgument)) throw error;
    stderr.write(`redress: ${error.message}\n`);
    return 2;
  }
}

export function both(text: Text): string {
  return `${text.zh} · ${text.en}`;
}

/** A line `label  value`, labels standing in one column though a Chinese character is two columns wide. */
export function labelled(label: string, value: string, width = 24): string {
  const columns = [...label].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0);
  return `${label}${' '.repeat(Math.max(1, width - columns))}${value}`;
}
