import type { Instant } from '../instants.js';

/** Something that held from an instant to another, and was known to from an instant to another; the ends are not in it. */
export interface KnownSpan<T> {
  readonly knownFrom: Instant;
  readonly knownTo: Instant;
  readonly heldFrom: Instant;
  readonly heldTo: Instant;
  /** Which of its kind it is: a clock, the case. */
  readonly of: string;
  readonly is: T;
}

/** What held from an instant on, by which of its kind it is. */
export interface Piece<T> {
  readonly from: Instant;
  readonly things: ReadonlyMap<string, T>;
}

interface Standing<T> {
  readonly is: T;
  readonly knownFrom: Instant;
  readonly heldFrom: Instant;
  readonly heldTo: Instant;
}

/**
 * Spans of two times, collected while knowledge grows. What was known up to an instant never changes when more is
 * learned after it: only the spans still standing end there, or go on.
 */
export class KnownSpans<T> {
  private readonly standing = new Map<string, readonly Standing<T>[]>();
  private readonly over: KnownSpan<T>[] = [];

  /** @param same whether two things are told alike: what was told of a thing and still is goes on */
  constructor(private readonly same: (one: T, other: T) => boolean) {}

  /** From `at` on it is known that from `since` on these held, one after the other; what was before stays as it was. */
  revise(at: Instant, since: Instant, pieces: readonly Piece<T>[]): void {
    const names = new Set([...this.standing.keys(), ...pieces.flatMap(({ things }) => [...things.keys()])]);
    for (const of of names) {
      const before = this.standing.get(of) ?? [];
      if (this.goesOn(before.at(-1), since, pieces, of)) continue;
      const now = this.kept(at, before, this.reading(before, since, pieces, of));
      for (const span of before) if (!now.includes(span)) this.end(of, span, at);
      this.standing.set(of, now);
    }
  }

  /** All of them, in the order in which they became known, and then held. */
  spans(): readonly KnownSpan<T>[] {
    const standing = [...this.standing].flatMap(([of, spans]) => spans.map((span) => known(of, span, Infinity)));
    return [...this.over, ...standing].sort((a, b) => a.knownFrom - b.knownFrom || a.heldFrom - b.heldFrom);
  }

  private end(of: string, span: Standing<T>, at: Instant): void {
    if (span.knownFrom < at) this.over.push(known(of, span, at));
  }

  /** Most of what is learned is one more moment, at which most things stay as they were. */
  private goesOn(last: Standing<T> | undefined, since: Instant, pieces: readonly Piece<T>[], of: string): boolean {
    const [first] = pieces;
    if (first === undefined || pieces.length > 1 || first.from !== since) return false;
    const told = first.things.get(of);
    if (told === undefined) return last === undefined || last.heldTo <= since;
    return last !== undefined && last.heldFrom <= since && last.heldTo === Infinity && this.same(last.is, told);
  }

  /** The spans of one thing as they are told now: equal neighbours are one. */
  private reading(
    before: readonly Standing<T>[],
    since: Instant,
    pieces: readonly Piece<T>[],
    of: string,
  ): readonly Held<T>[] {
    const held: Held<T>[] = before
      .filter(({ heldFrom }) => heldFrom < since)
      .map((span) => ({ ...span, heldTo: Math.min(span.heldTo, since) }));
    for (const [i, { from, things }] of pieces.entries()) {
      const told = things.get(of);
      if (told === undefined) continue;
      const heldTo = pieces[i + 1]?.from ?? Infinity;
      const last = held.at(-1);
      if (last?.heldTo === from && this.same(last.is, told)) held[held.length - 1] = { ...last, heldTo };
      else held.push({ is: told, heldFrom: from, heldTo });
    }
    return held;
  }

  /** Those which stand already go on. */
  private kept(at: Instant, before: readonly Standing<T>[], now: readonly Held<T>[]): readonly Standing<T>[] {
    return now.map((span) => {
      const { is, heldFrom, heldTo } = span;
      const stood = before.find((one) => one.heldFrom === heldFrom && one.heldTo === heldTo && this.same(one.is, is));
      return stood ?? { is, heldFrom, heldTo, knownFrom: at };
    });
  }
}

type Held<T> = Omit<Standing<T>, 'knownFrom'>;

function known<T>(of: string, { knownFrom, heldFrom, heldTo, is }: Standing<T>, knownTo: Instant): KnownSpan<T> {
  return { knownFrom, knownTo, heldFrom, heldTo, of, is };
}
