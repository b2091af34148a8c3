import type { Text } from '@redress/deadlines/text.js';

/** What a command answers: the value of `--json`, and the lines for people, in both languages. */
export interface Answer {
  readonly json: unknown;
  readonly lines: readonly string[];
  /** 0 unless the command found something wrong with what it was asked to check: 1. */
  readonly exit?: 0 | 1;
}

export type AnsweringCommand = (words: readonly string[]) => Promise<Answer>;

export function both(text: Text): string {
  return `${text.zh} · ${text.en}`;
}

/** A line `label  value`, labels standing in one column though a Chinese character is two columns wide. */
export function labelled(label: string, value: string, width = 24): string {
  const columns = [...label].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0);
  return `${label}${' '.repeat(Math.max(1, width - columns))}${value}`;
}
