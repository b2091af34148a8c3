import type { Position, Revision, StreamName } from '../port.js';
import type { SignedTreeHead } from './tree-head.js';

/**
 * - `missing`: an event was removed; `truncated`: the end of the log was.
 * - `swapped`: another event stands where this one should; `also` is where it stands.
 * - `altered`: bytes or hash were changed, here or in `also` (the one before in the stream, its own hash made to fit).
 * - `timeWentBack`: recorded before the event in front of it; one of the two times was changed.
 * - `headDiffers`: the log up to `lastPosition` is not the one that was signed; the change lies between the positions.
 * - `streamHeadDiffers`, `counterDiffers`, `treeNodeDiffers`: what is kept beside the events does not agree with them.
 * - `signatureInvalid`, `keyUnknown`: a head which proves nothing: altered, or signed by a key nobody gave.
 */
export type FaultKind =
  | 'missing'
  | 'truncated'
  | 'swapped'
  | 'altered'
  | 'timeWentBack'
  | 'headDiffers'
  | 'streamHeadDiffers'
  | 'counterDiffers'
  | 'treeNodeDiffers'
  | 'signatureInvalid'
  | 'keyUnknown';

/** Null: not known, or not of this fault. */
export interface Fault {
  readonly what: FaultKind;
  readonly position: Position | null;
  /** Where more than one event may be at fault: the last of them. */
  readonly lastPosition: Position | null;
  readonly stream: StreamName | null;
  readonly revision: Revision | null;
  readonly also: { readonly position: Position; readonly stream: StreamName; readonly revision: Revision } | null;
  readonly head: SourcedHead | null;
}

export type HeadSource = 'table' | 'file' | 'given';

/** A signed head and whence it came. */
export interface SourcedHead {
  readonly source: HeadSource;
  readonly head: SignedTreeHead;
}

export function fault(what: FaultKind, found: Partial<Omit<Fault, 'what'>>): Fault {
  return { what, position: null, lastPosition: null, stream: null, revision: null, also: null, head: null, ...found };
}

export function positionOf(n: number): Position {
  return String(n) as Position;
}

export function revisionOf(n: number): Revision {
  return String(n) as Revision;
}
