/** What may be brought to the platform, and over which pages its form is laid: each names the body's fields it shows. */
export interface Matter {
  readonly path: string;
  /** Who brings it: the field of the body. */
  readonly party: 'complainant' | 'applicant';
  readonly steps: readonly Step[];
}

export interface Step {
  readonly name: StepName;
  readonly fields: readonly string[];
}

export type StepName =
  'lodging' | 'us' | 'them' | 'record' | 'correction' | 'contract' | 'matter' | 'facts' | 'evidence' | 'promises';

/** How a case came in is for those to say who take it in for another. */
const lodging: Step = { name: 'lodging', fields: ['lodging', 'takenBy'] };
const us: Step = { name: 'us', fields: ['complainant'] };

const ip = (route: string): Matter => ({
  path: `/api/ip-fast-track-cases/${route}`,
  party: 'complainant',
  steps: [
    lodging,
    us,
    { name: 'them', fields: ['respondent'] },
    { name: 'matter', fields: ['matter'] },
    { name: 'facts', fields: ['claim', 'facts', 'office'] },
    { name: 'evidence', fields: ['evidence'] },
    { name: 'promises', fields: ['promises'] },
  ],
});

export const matters = {
  claim: {
    path: '/api/overdue-payment-claims',
    party: 'complainant',
    steps: [
      lodging,
      us,
      { name: 'them', fields: ['respondent', 'privateOrganisation'] },
      { name: 'contract', fields: ['contract', 'lines'] },
      { name: 'facts', fields: ['request', 'facts'] },
      { name: 'evidence', fields: ['evidence'] },
      { name: 'promises', fields: ['promises'] },
    ],
  },
  complaint: {
    path: '/api/complaints',
    party: 'complainant',
    steps: [
      lodging,
      us,
      { name: 'them', fields: ['respondent'] },
      { name: 'matter', fields: ['category', 'title', 'facts', 'request', 'policy', 'charges'] },
      { name: 'evidence', fields: ['evidence'] },
      { name: 'promises', fields: ['promises'] },
    ],
  },
  'credit-repair': {
    path: '/api/credit-repair-requests',
    party: 'applicant',
    steps: [
      lodging,
      { name: 'us', fields: ['applicant'] },
      { name: 'record', fields: ['record'] },
      { name: 'correction', fields: ['corrections', 'materials', 'notice', 'ruling'] },
      { name: 'promises', fields: ['promise'] },
    ],
  },
  adjudication: ip('adjudication'),
  mediation: ip('mediation'),
  'priority-examination': ip('priority-examination'),
  trademark: ip('trademark'),
  copyright: ip('copyright'),
  'trade-secret': ip('trade-secret'),
} as const satisfies Readonly<Record<string, Matter>>;

export type MatterName = keyof typeof matters;

export function isMatter(name: string): name is MatterName {
  return name in matters;
}
