/** `request`, or `instalments[].instalment`: the field which names a subject, in an event's data or in each of a list. */
export interface SubjectPath {
  /** Null where the data itself has the field. */
  readonly list: string | null;
  readonly field: string;
}

/** Null for a text of another form. */
export function subjectPath(text: string): SubjectPath | null {
  const [, list, field] = /^(?:(\w+)\[\]\.)?(\w+)$/.exec(text) ?? [];
  return field === undefined ? null : { list: list ?? null, field };
}
