import type { OfficeRef } from '../reference.js';
import type { Confidentiality, MarkedPart, Party, Rating } from './events.js';

/** Every day that stands on the file names the event by which it came, so that a correction of the event moves it. */
interface Came {
  readonly event: string;
}

export interface JointHandling extends Came {
  readonly on: string;
  readonly coHandlers: readonly {
    readonly office: OfficeRef;
    readonly reportBy: string | null;
    readonly reported: boolean;
  }[];
}

export interface DispatchObjection extends Came {
  readonly by: OfficeRef;
  readonly on: string;
  /** Null until it is decided, once and for all. */
  readonly upheld: boolean | null;
}

export interface DocumentOnFile extends Came {
  readonly document: number;
  readonly documentKind: string;
  readonly to: Party | 'office';
  readonly issuedOn: string;
  readonly servedOn: string | null;
  /** The event of the service; null until it is served. */
  readonly servedBy: string | null;
}

export interface Pause extends Came {
  readonly ground: string;
  readonly from: string;
  readonly to: string | null;
  /** The event of the resumption; null while it lasts. */
  readonly endedBy: string | null;
}

export interface Correction {
  readonly event: string;
  readonly field: string;
  readonly was: string;
  readonly is: string;
}

export interface OutcomeObjection extends Came {
  readonly by: Party;
  readonly on: string;
  readonly upheld: boolean | null;
}

export interface RatingOnFile extends Came {
  readonly rating: Rating;
  readonly on: string;
  readonly checked: boolean;
}

/** An event of the case, with its day as last corrected. */
export interface EventOnFile {
  readonly id: string;
  readonly revision: string;
  readonly type: string;
  readonly on: string;
}

/** A mark of confidentiality that stands, by the event which set it; `part` is null where it covers the whole file. */
export interface MarkOnFile extends Came {
  readonly mark: Confidentiality;
  readonly part: MarkedPart | null;
}
