import type { Me } from '../api/types.js';

/** Of whom it is kept: two people at one device do not see each other's. */
type Owner = Pick<Me, 'id'>;

interface Kept {
  /** When it was last changed; milliseconds. */
  readonly at: number;
  readonly value: unknown;
}

/** What was not touched for so long is let go when it is next looked for. */
export const keptDays = 90;

const placeOf = ({ id }: Owner, what: string) => `redress.kept.1.${id}.${what}`;

/** @returns false where this device keeps nothing */
export function keepHere(owner: Owner, what: string, value: unknown): boolean {
  try {
    localStorage.setItem(placeOf(owner, what), JSON.stringify({ at: Date.now(), value } satisfies Kept));
    return true;
  } catch {
    return false;
  }
}

export function keptHere<T>(owner: Owner, what: string): T | null {
  try {
    const kept = JSON.parse(localStorage.getItem(placeOf(owner, what)) ?? 'null') as Kept | null;
    if (kept === null) return null;
    if (Date.now() - kept.at <= keptDays * 86_400_000) return kept.value as T;
  } catch {
    // Not ours, or nothing may be kept here.
    return null;
  }
  dropHere(owner, what);
  return null;
}

export function dropHere(owner: Owner, what: string): void {
  try {
    localStorage.removeItem(placeOf(owner, what));
  } catch {
    // A device that keeps nothing has nothing to clear.
  }
}
