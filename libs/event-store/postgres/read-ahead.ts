import type { Position, ReadAllOptions } from '../port.js';

const READERS = 4;

interface Placed {
  readonly position: Position;
}

/**
 * Pages for readers who go through the log: from the second page on the next one is asked for while this one is being
 * parsed and worked on. A full page is final, for positions have no gaps and events do not change (invariants 3 and 5);
 * one that was not full when asked for is read again. At most `READERS` pages are held.
 */
export class ReadAhead<Row extends Placed> {
  /** By what was asked: a page on its way, or null where a reader is expected and was not seen to go on yet. */
  private readonly expected = new Map<string, Promise<readonly Row[]> | null>();

  constructor(private readonly fetch: (options: ReadAllOptions) => Promise<readonly Row[]>) {}

  async page(options: ReadAllOptions): Promise<readonly Row[]> {
    const key = keyOf(options);
    const ahead = this.expected.get(key);
    this.expected.delete(key);
    const early = ahead === undefined || ahead === null ? null : await ahead.catch(() => null);
    const rows = early?.length === options.limit ? early : await this.fetch(options);
    if (rows.length > 0 && rows.length === options.limit)
      await this.expect({ ...options, after: rows.at(-1)!.position }, ahead !== undefined);
    return rows;
  }

  private async expect(next: ReadAllOptions, goesOn: boolean): Promise<void> {
    const page = goesOn ? this.fetch(next) : null;
    // Whether it was read in time is seen when the reader comes; a fault then shows in the page it reads itself.
    page?.catch(() => undefined);
    this.expected.set(keyOf(next), page);
    const [oldest] = this.expected.keys();
    if (this.expected.size > READERS) this.expected.delete(oldest!);
    // The query leaves before the caller parses its page.
    if (goesOn) await new Promise(setImmediate);
  }
}

function keyOf({ after, limit, categories }: ReadAllOptions): string {
  return `${after} ${limit} ${categories?.join(' ') ?? ''}`;
}
