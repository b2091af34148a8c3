import type { PersonRef } from '../shared/reference.js';
import { tracksOf, type Tracks, type TrackStep } from '../shared/track.js';
import type { ServiceChannel } from './complaint.js';

/** What other rules than the complaint's own add to a file, each with clocks of its own. */
export interface TrackShapes {
  LeadReceived: { source: string; what: string };
  LeadCheckExtended: { reason: string; approvedBy: PersonRef };
  LeadChecked: { found: boolean; report: string };
  CaseFilingDecided: { filed: boolean; reporterNamed: boolean; reason: string };
  ReporterTold: { how: string };
  CompetenceConflictReferred: { between: readonly string[]; to: string; ground: string };
  CompetenceDecided: { competent: string; reason: string };
  MediationHeld: { place: string; attendees: readonly string[]; minutes: string; outcome: MediationOutcome };
  MediationEnded: { channel: ServiceChannel; reason: string };
  SettlementAgreed: { terms: string };
  PartiesTold: { how: string };
  PetitionRegistered: { number: string };
  PetitionSorted: { accepted: boolean; to: string; reason: string };
  PetitionObjectionRaised: { by: string; ground: string };
  PetitionFinished: { documentNumber: string; opinion: string };
  PetitionReviewRequested: { ground: string };
  PetitionReviewDecided: { documentNumber: string; upheld: boolean; reason: string };
  PetitionReReviewRequested: { ground: string };
  PetitionReReviewDecided: { documentNumber: string; upheld: boolean; reason: string };
  PenaltyCaseFiled: { number: string; suspicion: string };
  PenaltyDecided: { number: string; penalised: boolean; reason: string };
  HelpRequested: { workingHours: boolean; question: string };
  HelpAnswered: { answer: string };
}

export type MediationOutcome = 'agreed' | 'adjourned' | 'failed';

/** What the sender says; the rest of the event is the file's and the actor's. */
export interface TrackBodies {
  receiveLead: TrackShapes['LeadReceived'];
  extendLeadCheck: Omit<TrackShapes['LeadCheckExtended'], 'approvedBy'>;
  checkLead: TrackShapes['LeadChecked'];
  decideCaseFiling: TrackShapes['CaseFilingDecided'];
  tellReporter: TrackShapes['ReporterTold'];
  referCompetence: TrackShapes['CompetenceConflictReferred'];
  decideCompetence: TrackShapes['CompetenceDecided'];
  holdMediation: TrackShapes['MediationHeld'];
  endMediation: Omit<TrackShapes['MediationEnded'], 'channel'>;
  agreeSettlement: TrackShapes['SettlementAgreed'];
  tellParties: TrackShapes['PartiesTold'];
  registerPetition: TrackShapes['PetitionRegistered'];
  sortPetition: TrackShapes['PetitionSorted'];
  objectToPetition: TrackShapes['PetitionObjectionRaised'];
  finishPetition: TrackShapes['PetitionFinished'];
  requestPetitionReview: TrackShapes['PetitionReviewRequested'];
  decidePetitionReview: TrackShapes['PetitionReviewDecided'];
  requestPetitionReReview: TrackShapes['PetitionReReviewRequested'];
  decidePetitionReReview: TrackShapes['PetitionReReviewDecided'];
  filePenaltyCase: TrackShapes['PenaltyCaseFiled'];
  decidePenalty: TrackShapes['PenaltyDecided'];
  requestHelp: TrackShapes['HelpRequested'];
  answerHelp: TrackShapes['HelpAnswered'];
}

export type TrackCommandName = keyof TrackBodies;
export type TrackName = 'lead' | 'competence' | 'mediation' | 'petition' | 'penalty' | 'help';

/** The track machines: 市场监督管理投诉举报处理暂行办法, 信访工作条例, 行政处罚法 Art. 60, 沪府办发〔2022〕21号. */
export const steps = {
  receiveLead: { track: 'lead', event: 'LeadReceived', from: ['none', 'closed'], to: 'received' },
  extendLeadCheck: { track: 'lead', event: 'LeadCheckExtended', from: ['received'], to: 'extended' },
  checkLead: { track: 'lead', event: 'LeadChecked', from: ['received', 'extended'], to: 'checked' },
  decideCaseFiling: { track: 'lead', event: 'CaseFilingDecided', from: ['checked'], to: 'filingDecided' },
  tellReporter: { track: 'lead', event: 'ReporterTold', from: ['filingDecided'], to: 'closed' },
  referCompetence: {
    track: 'competence',
    event: 'CompetenceConflictReferred',
    from: ['none', 'decided'],
    to: 'referred',
  },
  decideCompetence: { track: 'competence', event: 'CompetenceDecided', from: ['referred'], to: 'decided' },
  // A settlement may come to nothing, and a reopened complaint is mediated anew.
  holdMediation: { track: 'mediation', event: 'MediationHeld', from: ['none', 'held', 'settled', 'told'], to: 'held' },
  endMediation: { track: 'mediation', event: 'MediationEnded', from: ['none', 'held'], to: 'ended' },
  agreeSettlement: { track: 'mediation', event: 'SettlementAgreed', from: ['none', 'held'], to: 'settled' },
  tellParties: { track: 'mediation', event: 'PartiesTold', from: ['ended'], to: 'told' },
  registerPetition: { track: 'petition', event: 'PetitionRegistered', from: ['none'], to: 'registered' },
  sortPetition: { track: 'petition', event: 'PetitionSorted', from: ['registered', 'objected'], to: 'sorted' },
  objectToPetition: { track: 'petition', event: 'PetitionObjectionRaised', from: ['sorted'], to: 'objected' },
  finishPetition: { track: 'petition', event: 'PetitionFinished', from: ['sorted'], to: 'finished' },
  requestPetitionReview: {
    track: 'petition',
    event: 'PetitionReviewRequested',
    from: ['finished'],
    to: 'reviewRequested',
  },
  decidePetitionReview: {
    track: 'petition',
    event: 'PetitionReviewDecided',
    from: ['reviewRequested'],
    to: 'reviewed',
  },
  requestPetitionReReview: {
    track: 'petition',
    event: 'PetitionReReviewRequested',
    from: ['reviewed'],
    to: 'reReviewRequested',
  },
  decidePetitionReReview: {
    track: 'petition',
    event: 'PetitionReReviewDecided',
    from: ['reReviewRequested'],
    to: 'closed',
  },
  filePenaltyCase: { track: 'penalty', event: 'PenaltyCaseFiled', from: ['none', 'decided'], to: 'filed' },
  decidePenalty: { track: 'penalty', event: 'PenaltyDecided', from: ['filed'], to: 'decided' },
  requestHelp: { track: 'help', event: 'HelpRequested', from: ['none', 'answered'], to: 'asked' },
  answerHelp: { track: 'help', event: 'HelpAnswered', from: ['asked'], to: 'answered' },
} as const satisfies Readonly<Record<TrackCommandName, TrackStep & { track: TrackName; event: keyof TrackShapes }>>;

export type ComplaintTracks = Tracks<TrackName>;
export const { advanced, inOrder, redated } = tracksOf<TrackCommandName, TrackName>(steps);

export const trackCommands = Object.keys(steps) as readonly TrackCommandName[];

export function isTrackCommand(name: string): name is TrackCommandName {
  return name in steps;
}
