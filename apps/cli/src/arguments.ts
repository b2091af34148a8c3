import { isPlainDate, type PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import type { Text } from '@redress/deadlines/text.js';

/** A word of the command line at fault: shown as one line which names it, with exit code 2. */
export class BadArgument extends Error {
  override readonly name = 'BadArgument';

  constructor(
    /** As typed: `--from`, `law show <pack>`. */
    readonly argument: string,
    readonly reason: Text,
  ) {
    super(`${argument}: ${reason.zh} · ${reason.en}`.replace(/\s+/g, ' '));
  }
}

/** The words which a command takes: options with one value, with several, without any, and words of their own. */
export interface Accepted {
  readonly one?: readonly string[];
  readonly many?: readonly string[];
  readonly none?: readonly string[];
  readonly words?: readonly string[];
}

/** The options and words of one call, read against what the command accepts. @throws BadArgument for any other word */
export class Arguments {
  private readonly options = new Map<string, string[]>();
  private readonly free: string[] = [];

  constructor(given: readonly string[], accepted: Accepted) {
    const rest = [...given];
    for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
      if (word.startsWith('--')) this.readOption(word, rest, accepted);
      else if (this.free.length < (accepted.words ?? []).length) this.free.push(word);
      else throw new BadArgument(asTyped(word), { zh: '多余的参数', en: 'not expected here' });
    }
  }

  /** The n-th word which is no option; null when it is not given. */
  word(at: number): string | null {
    return this.free[at] ?? null;
  }

  has(option: string): boolean {
    return this.options.has(option);
  }

  text(option: string): string | null {
    return this.options.get(option)?.[0] ?? null;
  }

  all(option: string): readonly string[] {
    return this.options.get(option) ?? [];
  }

  required(option: string): string {
    const value = this.text(option);
    if (value === null) throw new BadArgument(`--${option}`, { zh: '必须给出', en: 'is required' });
    return value;
  }

  date(option: string): PlainDate | null {
    const value = this.text(option);
    return value === null ? null : dateOf(value, option);
  }

  requiredDate(option: string): PlainDate {
    return dateOf(this.required(option), option);
  }

  oneOf<const T extends string>(option: string, allowed: readonly T[]): T | null {
    const value = this.text(option);
    if (value === null) return null;
    const found = allowed.find((candidate) => candidate === value);
    if (found !== undefined) return found;
    throw new BadArgument(`--${option}`, {
      zh: `应为${allowed.join('、')}之一，而不是${shown(value)}`,
      en: `one of ${allowed.join(', ')} is expected, not ${shown(value)}`,
    });
  }

  private readOption(word: string, rest: string[], accepted: Accepted): void {
    const [, name = '', joined] = /^--([^=]*)(?:=(.*))?$/s.exec(word) ?? [];
    const option = `--${name}`;
    const many = (accepted.many ?? []).includes(name);
    if ((accepted.none ?? []).includes(name)) {
      if (joined !== undefined) throw new BadArgument(option, { zh: '不带值', en: 'takes no value' });
      this.options.set(name, []);
      return;
    }
    if (!many && !(accepted.one ?? []).includes(name))
      throw new BadArgument(asTyped(word), { zh: '没有这个选项', en: 'no such option' });
    if (!many && this.options.has(name)) throw new BadArgument(option, { zh: '给出了两次', en: 'is given twice' });
    // A value may begin with one dash: three working days before a hearing are `-3wd`.
    const values = joined === undefined ? valuesFrom(rest, many) : [joined];
    if (values.length === 0) throw new BadArgument(option, { zh: '缺少值', en: 'needs a value' });
    this.options.set(name, [...(this.options.get(name) ?? []), ...values]);
  }
}

export function dateOf(value: string, option: string): PlainDate {
  if (isPlainDate(value)) return value;
  throw new BadArgument(`--${option}`, {
    zh: `应为存在的日期，形如 2026-02-09，而不是${shown(value)}`,
    en: `an existing date like 2026-02-09 is expected, not ${shown(value)}`,
  });
}

/** A word as it was typed; as JSON prints it where it would not stand on one line by itself. */
export function asTyped(word: string): string {
  return /^[\w.:/=-]+$/.test(word) ? word : shown(word);
}

/** As JSON prints it: whatever was typed stays on one line. */
export function shown(value: string): string {
  return JSON.stringify(value);
}

function valuesFrom(rest: string[], many: boolean): string[] {
  const values: string[] = [];
  while (rest[0] !== undefined && !rest[0].startsWith('--') && (many || values.length === 0))
    values.push(rest.shift() as string);
  return values;
}
