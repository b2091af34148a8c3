/** What notices are about, in the order in which a person chooses among them. */
export const topics = [
  'lodged',
  'arrived',
  'supplementRequested',
  'resubmitted',
  'accepted',
  'declined',
  'transferred',
  'received',
  'assigned',
  'answerDemanded',
  'replied',
  'documentServed',
  'hearing',
  'instalmentsOffered',
  'settled',
  'paymentClaimed',
  'paymentRecorded',
  'instalmentMissed',
  'result',
  'terminated',
  'merged',
  'rung',
  'raised',
  'approaching',
  'erasure',
] as const;

export type Topic = (typeof topics)[number];

/** What a notice says, by the places in its text; values are text, both languages of a name, sealed, or lists of such. */
export type Facts = Readonly<Record<string, unknown>>;
