/** What is known about the law, in the log: one stream a subject, its versions as events (design of 2026, Deadlines). */
export interface ReferenceSubject {
  readonly stream: string;
  readonly type: 'CalendarPublished' | 'LprPublished' | 'LawPackPublished' | 'EscalationPolicyPublished';
  /** The field of the event's data that holds the document. */
  readonly field: 'calendar' | 'series' | 'pack' | 'policy';
}

export const calendarSubject: ReferenceSubject = {
  stream: 'calendar-CN',
  type: 'CalendarPublished',
  field: 'calendar',
};

export const lprSubject: ReferenceSubject = { stream: 'lpr-CN', type: 'LprPublished', field: 'series' };

export const lawPackSubject = (id: string): ReferenceSubject => ({
  stream: `lawPack-${id}`,
  type: 'LawPackPublished',
  field: 'pack',
});

export const policySubject = (id: string): ReferenceSubject => ({
  stream: `policy-${id}`,
  type: 'EscalationPolicyPublished',
  field: 'policy',
});

export const referenceCategories = ['calendar', 'lawPack', 'policy'] as const;
