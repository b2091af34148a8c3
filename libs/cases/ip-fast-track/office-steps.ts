/** Reviews at the national office, by what is reviewed: the names the clocks know (`tm.refusal.review`). */
export const reviewSubjects = ['tm.refusal', 'tm.denial', 'tm.officeInvalidation', 'tm.cancelled'] as const;
type ReviewSubject = (typeof reviewSubjects)[number];

/**
 * Which law governs an opposition that is pending on 2027-01-01 is not in the revised Trademark Law (Art. 87): an input,
 * and while it is `unsettled` both terms run side by side.
 */
export const governingLaws = ['law2019', 'law2026', 'unsettled'] as const;
type GoverningLaw = (typeof governingLaws)[number];

/** What a step at the national office says beside its day, number and outcome; each step has some of these. */
export interface StepFields {
  kind: 'patent' | 'trademark';
  of: ReviewSubject;
  by: 'office' | 'request';
  grounds: 'absolute' | 'relative' | 'genericName' | 'threeYearsWithoutUse';
  outcome: 'granted' | 'refused' | 'partly';
  governedBy: GoverningLaw;
  months: number;
  publishedOn: string;
  publicationEndedOn: string;
  registeredOn: string;
  expiresOn: string;
}

export type StepField = keyof StepFields;

/** Patent Law Art. 41 and 46; Trademark Law as revised 2026-06-26, Art. 32 to 58. */
export const officeSteps = {
  RejectionNotified: { needs: ['kind'], after: null },
  ReExaminationRequested: { needs: [], after: 'RejectionNotified' },
  ReExaminationDecided: { needs: ['outcome'], after: 'ReExaminationRequested' },
  InvalidationRequested: { needs: ['kind', 'grounds'], after: null },
  InvalidationDecided: { needs: ['kind', 'by', 'outcome'], after: null },
  ApplicationReceived: { needs: [], after: null },
  ApplicationExamined: { needs: ['outcome'], after: 'ApplicationReceived' },
  PreliminaryApproved: { needs: ['publishedOn', 'governedBy'], after: null },
  OppositionFiled: { needs: ['publicationEndedOn'], after: 'PreliminaryApproved' },
  OppositionDecided: { needs: ['outcome'], after: 'OppositionFiled' },
  RegistrationDenied: { needs: [], after: 'OppositionDecided' },
  ReviewRequested: { needs: ['of'], after: null },
  ReviewDecided: { needs: ['of', 'outcome'], after: 'ReviewRequested' },
  MarkRegistered: { needs: ['registeredOn'], after: null },
  RegistrationExpiring: { needs: ['expiresOn'], after: null },
  RenewalRequested: { needs: [], after: 'RegistrationExpiring' },
  CancellationRequested: { needs: ['grounds'], after: null },
  CancellationDecided: { needs: ['outcome'], after: 'CancellationRequested' },
} as const satisfies Record<string, { readonly needs: readonly StepField[]; readonly after: string | null }>;

export type OfficeStep = keyof typeof officeSteps;
export const officeStepNames = Object.keys(officeSteps) as readonly OfficeStep[];

/** A step of the proceedings at the national office, as it is recorded on the case which depends on it. */
export type OfficeStepShapes = {
  [S in OfficeStep]: { number: string } & { [F in (typeof officeSteps)[S]['needs'][number]]: StepFields[F] };
};
