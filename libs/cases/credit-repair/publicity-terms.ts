import type { Mark } from '@redress/deadlines/law/law-pack.js';
import type { ConductClass, CreditRecord } from './record.js';
import type { RegimeId } from './regime.js';

/** A length in months, or none; an unconfirmed one is shown and decides nothing. */
export interface Term {
  readonly months: number | null;
  readonly mark: Mark;
}

export interface PublicityTerms {
  /** `notShown`: the record is not published at all; `inPrincipleNot`: usually not. */
  readonly shown: 'shown' | 'inPrincipleNot' | 'notShown';
  readonly shownMark: Mark;
  /** Repair may be requested after it; null where none is set. */
  readonly minimum: Term;
  /** Publicity stops by itself after it; null where none is set. */
  readonly maximum: Term;
  /** `finding`: from the day of the document's finding; `disclosure`: from the day it was first shown. */
  readonly countedFrom: 'finding' | 'disclosure';
  readonly countedFromMark: Mark;
}

const none = (mark: Mark): Term => ({ months: null, mark });
const months = (length: number, mark: Mark): Term => ({ months: length, mark });

/** Classes of D22 and O36 (secondary): minor 3 at most, general 3 to 12, serious 12 to 36. */
function byClass(conduct: ConductClass): Pick<PublicityTerms, 'minimum' | 'maximum'> {
  switch (conduct) {
    case 'minor':
      return { minimum: none('secondary'), maximum: months(3, 'secondary') };
    case 'general':
      return { minimum: months(3, 'secondary'), maximum: months(12, 'secondary') };
    case 'serious':
      return { minimum: months(12, 'secondary'), maximum: months(36, 'secondary') };
  }
}

/** Food, drugs, special equipment, work safety, fire. */
export function isSafety({ field }: CreditRecord): boolean {
  return field !== 'general';
}

/** Decided on the spot, or nothing but a warning or a criticism. */
function isSlight({ form }: CreditRecord): boolean {
  return form === 'simpleProcedure' || form === 'warningOnly' || form === 'criticismOnly';
}

/** What each set of rules says of a record; the table of the law reference, row by row. */
export const termsOf: Readonly<Record<RegimeId, (record: CreditRecord, on: string) => PublicityTerms>> = {
  O58: (record) => {
    const counted = { countedFrom: 'disclosure', countedFromMark: 'unconfirmed' } as const;
    if (record.form === 'warningOnly' || record.form === 'criticismOnly' || record.form === 'simpleProcedure') {
      const terms = { minimum: none('unconfirmed'), maximum: none('unconfirmed') };
      return { shown: 'notShown', shownMark: 'unconfirmed', ...terms, ...counted };
    }
    const listed = record.class === 'serious';
    return {
      shown: 'shown',
      shownMark: 'unconfirmed',
      minimum: listed ? none('unconfirmed') : months(isSafety(record) ? 12 : 3, 'unconfirmed'),
      maximum: listed ? none('unconfirmed') : months(36, 'unconfirmed'),
      ...counted,
    };
  },
  D22: (record) => ({
    shown: record.class === 'minor' ? 'inPrincipleNot' : 'shown',
    shownMark: 'secondary',
    ...byClass(record.class),
    countedFrom: 'finding',
    countedFromMark: 'unconfirmed',
  }),
  O36: (record) => ({
    shown: record.class === 'minor' ? 'inPrincipleNot' : 'shown',
    shownMark: 'secondary',
    ...byClass(record.class),
    countedFrom: 'finding',
    countedFromMark: 'secondary',
  }),
  S2021: (record) => {
    const criticised = record.form === 'criticismOnly' || record.class === 'minor';
    return {
      shown: 'shown',
      shownMark: 'confirmed',
      minimum: record.class === 'general' ? months(6, 'secondary') : none('secondary'),
      maximum: months(criticised ? 3 : 36, 'confirmed'),
      countedFrom: 'disclosure',
      countedFromMark: 'unconfirmed',
    };
  },
  S107: (record) => ({
    shown: record.form === 'warningOnly' ? 'notShown' : 'shown',
    shownMark: 'secondary',
    ...(record.form === 'warningOnly'
      ? { minimum: none('secondary'), maximum: none('secondary') }
      : byClass(record.class)),
    countedFrom: 'finding',
    countedFromMark: 'unconfirmed',
  }),
  /** Third amendment, to 2025-12-31; of the fourth the text was not read, so its numbers decide nothing. */
  SHB67: (record, on) => {
    const mark: Mark = on <= '2025-12-31' ? 'confirmed' : 'unconfirmed';
    const slight = isSlight(record);
    return {
      shown: slight ? 'notShown' : 'shown',
      shownMark: mark,
      minimum: slight ? none(mark) : months(isSafety(record) ? 12 : 3, mark),
      maximum: none(mark),
      countedFrom: 'finding',
      countedFromMark: 'unconfirmed',
    };
  },
};
