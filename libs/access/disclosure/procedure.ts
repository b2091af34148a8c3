import {
  all,
  each,
  nothing,
  toBoth,
  toComplainant,
  toOffices,
  without,
  withheld,
  type Data,
  type Disclosure,
  type Line,
  type Show,
  type Side,
} from './line.js';

/** A note by whom it was meant for. */
const meant: Show = (data) => (data.visibleTo === 'parties' ? data : null);

/** A document by whom it goes to: what goes to an office is the offices', what goes to the respondent is known to both. */
const addressed = (side: Side): Show => {
  const readable = side === 'respondent' ? ['respondent'] : ['complainant', 'respondent'];
  return (data) => (readable.includes(String(data.to)) ? data : null);
};
const document: Line = { complainant: addressed('complainant'), respondent: addressed('respondent') };

/** A case beside this one, where the reader may read that one too; criminal proceedings are nobody's to learn here. */
const linked: Show = (data, { mayReadCase }) =>
  data.relation !== 'criminalTrack' && mayReadCase(idOf(data.to)) ? data : null;
/** Nor does the respondent learn which complaints against it the offices look at together. */
const linkedForRespondent: Show = (data, telling) => (data.relation === 'cluster' ? null : linked(data, telling));

/** That the case goes on in another one both parties are told; which one, who may read that. */
const merged: Show = (data, { mayReadCase }) =>
  mayReadCase(idOf(data.into)) ? data : { ...data, into: withheld, ground: withheld };

const taken: Show = (data, { mayReadCase }) => (mayReadCase(idOf(data.from)) ? data : null);

/** A mark on what a party brought itself; of the whole file the complainant is told that it is marked. */
const marked = (side: Side): Show => {
  const plain = without('what', 'reason');
  return (data) => {
    const { part } = data as { readonly part?: { readonly by: string } | null };
    if (part) return part.by === side ? data : null;
    return side === 'complainant' ? plain(data, nobody) : null;
  };
};
const nobody = { mayReadCase: () => false };
const mark: Line = { complainant: marked('complainant'), respondent: marked('respondent') };

/** Who is named against whom in an agency is both parties' to know, on what paper and why not the respondent's. */
const agency: Line = {
  complainant: all,
  respondent: (data) => {
    const { agent } = data as { readonly agent: Data };
    return { ...without('reason')(data, nobody), agent: { ...agent, authority: withheld } };
  },
};

function idOf(ref: unknown): string {
  return String((ref as { readonly caseId?: unknown } | undefined)?.caseId);
}

/** What is told of the procedure which every kind shares. */
export const procedureDisclosure: Disclosure = {
  // Why an officer passes it on (leave, a new post) is the office's.
  FirstContactNamed: { complainant: without('reason'), respondent: nothing },
  ...each(toComplainant, 'FirstContactMade', 'FollowUpCallMade'),
  ...each(toBoth, 'OfficerAssigned', 'HandedToPlatform', 'EvidenceAdded', 'HandlingPaused', 'HandlingResumed'),
  HandedOn: { complainant: all, respondent: without('ground') },

  // Between offices: that others act too, and where the case went, and not what they wrote to one another.
  JointHandlingArranged: {
    complainant: (data) => ({ ...data, ground: withheld, coHandlers: officesOnly(data.coHandlers) }),
    respondent: nothing,
  },
  JointHandlingEnded: { complainant: without('reason'), respondent: nothing },
  ...each(toOffices, 'CoHandlerReported', 'DispatchObjectionRaised'),
  DispatchObjectionDecided: {
    complainant: (data, at) => (data.upheld === true ? without('reason')(data, at) : null),
    respondent: (data, at) => (data.upheld === true ? without('reason')(data, at) : null),
  },

  NoteAdded: { complainant: meant, respondent: meant },
  ...each(document, 'DocumentIssued', 'DocumentServed'),
  SupplementRequested: toComplainant,
  // Read with what it corrects (`told.ts`).
  FactCorrected: toBoth,

  CaseLinked: { complainant: linked, respondent: linkedForRespondent },
  CaseUnlinked: { complainant: linked, respondent: nothing },
  CaseMerged: { complainant: merged, respondent: merged },
  MergedCaseTaken: { complainant: taken, respondent: taken },
  ...each(agency, 'AgentAppointed', 'AgentRevoked'),

  ...each(toComplainant, 'SatisfactionRated', 'BadReviewReceived', 'BadReviewChecked'),
  ...each(toBoth, 'OutcomeObjectionRaised', 'OutcomeObjectionDecided', 'CaseReopened', 'HandlingTerminated'),
  // Order 802, Art. 20 and 35.
  ...each(toComplainant, 'RetaliationReported', 'ProtectionMarked'),
  ...each(mark, 'ConfidentialityMarked', 'ConfidentialityLifted'),

  // The offices' own supervision: the complainant sees that it is at work, and nothing of what is weighed in it.
  RungFired: toComplainant,
  ...each(toOffices, 'RungAcknowledged', 'RungOverridden', 'RungReasonGiven', 'ProposalDecided'),
  EscalatedByHand: { complainant: without('reason'), respondent: nothing },
  LevelRaised: toComplainant,
};

function officesOnly(coHandlers: unknown): unknown {
  return Array.isArray(coHandlers) ? coHandlers.map((one: Data) => ({ ...one, task: withheld })) : coHandlers;
}
