/** What is known about the law, in the log: one stream a subject, its versions as events (design of 2026, Deadlines). */
export interface ReferenceSubject {
  readonly stream: string;
  readonly type:
    | 'CalendarPublished'
    | 'LprPublished'
    | 'LawPackPublished'
    | 'EscalationPolicyPublished'
    | 'GroundsPublished'
    | 'WarningRulesPublished';
  /** The field of the event's data that holds the document. */
  readonly field: 'calendar' | 'series' | 'pack' | 'policy' | 'rules' | 'warnings';
  /** The schema version of the event as it is written today. */
  readonly schema: number;
}

export const calendarSubject: ReferenceSubject = {
  stream: 'calendar-CN',
  type: 'CalendarPublished',
  field: 'calendar',
  schema: 1,
};

export const lprSubject: ReferenceSubject = { stream: 'lpr-CN', type: 'LprPublished', field: 'series', schema: 1 };

export const lawPackSubject = (id: string): ReferenceSubject => ({
  stream: `lawPack-${id}`,
  type: 'LawPackPublished',
  field: 'pack',
  schema: 1,
});

export const policySubject = (id: string): ReferenceSubject => ({
  stream: `policy-${id}`,
  type: 'EscalationPolicyPublished',
  field: 'policy',
  schema: 1,
});

export const referenceCategories = ['calendar', 'lawPack', 'policy'] as const;

/** What the operator sets for a kind of case where no law says it. */
export const operatorRulesSubject = (caseKind: string): ReferenceSubject => ({
  stream: `grounds-${caseKind}`,
  type: 'GroundsPublished',
  field: 'rules',
  // 2: the days for an objection to a dispatch and for a supplement stand beside the grounds.
  schema: 2,
});

/** By what the operator is warned of debtors. */
export const warningRulesSubject = (id: string): ReferenceSubject => ({
  stream: `warnings-${id}`,
  type: 'WarningRulesPublished',
  field: 'warnings',
  schema: 1,
});
