import type { Lodging } from '../shared/procedure/events.js';
import type { Complainant, Contact } from '../shared/party.js';
import type { EvidenceRef } from '../shared/reference.js';

/** The ways an IP matter may go, each with its own procedure. */
export const routes = [
  'adjudication',
  'mediation',
  'priorityExamination',
  'trademark',
  'copyright',
  'tradeSecret',
] as const;

export type Route = (typeof routes)[number];

/** The complaint routes: handled by the body which enforces the law concerned, or referred to it. */
type ComplaintRoute = Extract<Route, 'trademark' | 'copyright' | 'tradeSecret'>;

export const patentTypes = ['invention', 'utilityModel', 'design'] as const;
export type PatentType = (typeof patentTypes)[number];
export const standings = ['rightHolder', 'interestedParty', 'neither'] as const;

export interface Patent {
  readonly number: string;
  readonly title: string;
  readonly type: PatentType;
  /** PlainDate. */
  readonly grantedOn: string;
  /** The copy of the patent register is with the request (CNIPA 81, Art. 14). */
  readonly registerCopy: boolean;
}

/** A request for administrative adjudication (行政裁决), CNIPA 81, Art. 12, 14 and 19. */
export interface AdjudicationMatter {
  readonly route: 'adjudication';
  readonly patent: Patent;
  readonly standing: (typeof standings)[number];
  /** PlainDate on which the requester came to know the act and who does it; null where it cannot tell. */
  readonly knownOn: string | null;
  readonly actContinues: boolean;
  /** Foreign-related or major across districts: for a department of the city level (Art. 7). */
  readonly foreignRelated: boolean;
  readonly majorCrossDistrict: boolean;
}

export const mediationSubjects = [
  'ownership',
  'inventorship',
  'remuneration',
  'interimFee',
  'damages',
  'other',
] as const;

/** A request for mediation of a patent dispute, CNIPA 81, Art. 65. */
export interface MediationMatter {
  readonly route: 'mediation';
  readonly patent: Patent;
  readonly subject: (typeof mediationSubjects)[number];
}

export const prioritySubjects = [
  'invention',
  'utilityOrDesign',
  'reExamination',
  'invalidation',
  'designInvalidation',
] as const;

/** What is examined with priority; each has its own period (CNIPA 85, Art. 15). */
export type PrioritySubject = (typeof prioritySubjects)[number];

/** A request for priority examination (优先审查), CNIPA 85. */
export interface PriorityMatter {
  readonly route: 'priorityExamination';
  readonly what: PrioritySubject;
  readonly application: { readonly number: string; readonly title: string; readonly filedOn: string };
  /** The cases of Art. 8, in which priority is not given. */
  readonly divisionalOfAccelerated: boolean;
  readonly sameDayFiling: boolean;
  readonly alreadyAccelerated: boolean;
}

/** A complaint of infringement: trademark, copyright, trade secret. */
export interface ComplaintMatter {
  readonly route: ComplaintRoute;
  readonly right: { readonly title: string; readonly number: string | null };
  /** What was done, where and since when, as the complainant tells it. */
  readonly act: string;
}

export type Matter = AdjudicationMatter | MediationMatter | PriorityMatter | ComplaintMatter;

/** Whom the request is against. */
export interface Opponent {
  readonly name: string;
  readonly creditCode: string | null;
  readonly address: string;
  readonly contact: Contact | null;
}

/** The papers of a lodging, whatever its route. */
export interface Request<M extends Matter = Matter> {
  readonly lodging: Lodging;
  readonly complainant: Complainant;
  /** Null where there is none (priority examination), or where it is not known yet. */
  readonly respondent: Opponent | null;
  readonly matter: M;
  readonly claim: string;
  readonly facts: string;
  readonly evidence: readonly EvidenceRef[];
  readonly promises: { readonly truth: true; readonly signatory: string };
}
