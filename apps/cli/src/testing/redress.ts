import { readFileSync } from 'node:fs';
import { type AnsweringCommand, print } from '../answer.js';

export interface Said {
  readonly exit: number;
  readonly out: string;
  readonly error: string;
}

/** Runs a command in this process with a line of words, and hears what it says. */
export async function said(command: AnsweringCommand, line: string | readonly string[]): Promise<Said> {
  const words = typeof line === 'string' ? line.split(' ').filter((word) => word !== '') : line;
  let [out, error] = ['', ''];
  const exit = await print(command, words, 'usage\n', {
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (error += text) },
  });
  return { exit, out, error };
}

/** The one JSON value which the command prints with `--json`. */
export async function answered<T>(command: AnsweringCommand, line: string): Promise<T> {
  const { exit, out, error } = await said(command, `${line} --json`);
  expect([exit, error]).toEqual([0, '']);
  return JSON.parse(out) as T;
}

/** The one line which refuses bad input, with exit code 2 and nothing on stdout. */
export async function refused(command: AnsweringCommand, line: string | readonly string[]): Promise<string> {
  const { exit, out, error } = await said(command, line);
  expect([exit, out]).toEqual([2, '']);
  expect(error).toMatch(/^redress: .+\n$/);
  expect(error.split('\n')).toHaveLength(2);
  return error;
}

export function vectorsOf<T>(path: string): readonly T[] {
  const file = `${import.meta.dirname}/../../../../libs/deadlines/${path}`;
  return (JSON.parse(readFileSync(file, 'utf8')) as { vectors: readonly T[] }).vectors;
}
