/** What stands in place of a value which this reader may not see, though others may. */
export const withheld = { withheld: true } as const;

export type Data = Readonly<Record<string, unknown>>;

/** The two parties; an agent reads as the complainant for whom it acts. */
export type Side = 'complainant' | 'respondent';

/** What else the telling rests on: of other cases a reader learns of those alone which it may read. */
export interface Telling {
  readonly mayReadCase: (caseId: string) => boolean;
}

/** What a party is given of an event's data; null where it is not told that there was such an event. */
export type Show = (data: Data, telling: Telling) => Data | null;

/** Of one type of event, what each party reads. Officials read all of it. */
export type Line = Readonly<Record<Side, Show>>;

/** By type of event: a type that does not stand here is shown to no party. */
export type Disclosure = Readonly<Record<string, Line>>;

export const all: Show = (data) => data;
export const nothing: Show = () => null;

/** All but the fields named, in whose place the mark stands. */
export function without(...fields: readonly string[]): Show {
  return (data) =>
    Object.fromEntries(Object.entries(data).map(([name, value]) => [name, fields.includes(name) ? withheld : value]));
}

export const toBoth: Line = { complainant: all, respondent: all };
export const toComplainant: Line = { complainant: all, respondent: nothing };
export const toOffices: Line = { complainant: nothing, respondent: nothing };

/** The same line for each of these types. */
export function each(line: Line, ...types: readonly string[]): Disclosure {
  return Object.fromEntries(types.map((type) => [type, line]));
}
