import type { FoldedEvent } from '@redress/cases/shared/case-kind.js';
import type { ToldOfRung } from '@redress/cases/shared/procedure/events.js';
import type { OfficeRef } from '@redress/cases/shared/reference.js';
import type { OfficerRole } from '@redress/organisation/office.js';
import type { Audience } from './audience.js';
import type { Facts, Topic } from './topics.js';

/** One thing to be told of an event: what, and to whom. */
export interface Told {
  readonly topic: Topic;
  readonly to: readonly Audience[];
  readonly facts: Facts;
}

type Data = FoldedEvent['data'];
type Route = (data: Data) => readonly Told[];

const one = (topic: Topic, to: readonly Audience[], ...fields: readonly string[]): Route => {
  return (data) => [{ topic, to, facts: pick(data, fields) }];
};

function pick(data: Data, fields: readonly string[]): Facts {
  return Object.fromEntries(fields.flatMap((field) => (data[field] === undefined ? [] : [[field, data[field]]])));
}

const lodged: Route = () => [
  { topic: 'lodged', to: ['complainant'], facts: {} },
  { topic: 'arrived', to: ['acceptingDesk'], facts: {} },
];
const accepted = one('accepted', ['complainant']);
const declined = one('declined', ['complainant'], 'reason');

/** The case now lies with another office: its people hear of it, and the complainant learns who has it. */
const sentOn: Route = ({ to }) => {
  const office = to === null ? {} : { office: (to as { name: unknown }).name };
  return [
    { topic: 'transferred', to: ['complainant'], facts: office },
    { topic: 'received', to: ['handlingDesk'], facts: {} },
  ];
};

/** What came of it, by whichever name the kind calls its words. */
const result: Route = ({ summary, answer, reason }) => [
  {
    topic: 'result',
    to: ['complainant', 'respondent', 'firstContact'],
    facts: { summary: summary ?? answer ?? reason },
  },
];

const supplement = one('supplementRequested', ['complainant'], 'defects', 'dueOn');
const resubmitted = one('resubmitted', ['holder', 'firstContact']);

/** Whom a rung told, as the event has it: a person, or those who watch over the cases of an office. */
const rung: Route = ({ title, clockDueOn, told }) => {
  const to = (told as readonly ToldOfRung[]).map(({ receiver, office, person }): Audience => {
    if (person !== null) return { officer: person.id };
    return { office: office.id, roles: receiver === 'holder' ? workers : overseers };
  });
  return [{ topic: 'rung', to, facts: { title, dueOn: clockDueOn } }];
};
const workers: readonly OfficerRole[] = ['intakeOfficer', 'handlingOfficer'];
const overseers: readonly OfficerRole[] = ['departmentHead', 'supervisor'];

const raised: Route = ({ to }) => [
  {
    topic: 'raised',
    to: [{ office: (to as OfficeRef).id, roles: overseers }],
    facts: { office: (to as OfficeRef).name },
  },
];

/** By event type, whatever the kind of case. A type that is not here is told to nobody: the file shows it. */
const routes: Readonly<Record<string, Route>> = {
  ClaimLodged: lodged,
  ComplaintLodged: lodged,
  RepairRequested: lodged,
  IpComplaintLodged: lodged,
  RequestFiled: lodged,
  MediationRequested: lodged,
  PriorityRequested: lodged,
  SupplementRequested: supplement,
  DefectsTold: supplement,
  Resubmitted: resubmitted,
  DefectsCured: resubmitted,
  FormallyAccepted: accepted,
  ComplaintAccepted: accepted,
  DepartmentAccepted: accepted,
  IpComplaintAccepted: accepted,
  CaseFiled: accepted,
  MediationFiled: accepted,
  PriorityGranted: accepted,
  ClaimDeclined: declined,
  ComplaintDeclined: declined,
  DepartmentDeclined: declined,
  IpComplaintDeclined: declined,
  FilingRefused: declined,
  MediationRefused: declined,
  PriorityRefused: declined,
  Transferred: sentOn,
  HandedOn: sentOn,
  PassedToDepartment: sentOn,
  DispatchObjectionDecided: (data) => (data.upheld === true ? sentOn(data) : []),
  MediatorAssigned: ({ mediator }) => assigned(mediator),
  OfficerAssigned: ({ officer }) => assigned(officer),
  FirstContactNamed: ({ officer }) => assigned(officer),
  RespondentAnswerDemanded: one('answerDemanded', ['respondent'], 'dueOn'),
  SupervisoryOrderIssued: one('answerDemanded', ['respondent'], 'dueOn'),
  DefenceReceived: one('replied', ['complainant', 'holder']),
  RespondentReplied: one('replied', ['complainant', 'holder']),
  DocumentServed: (data) =>
    data.to === 'office'
      ? []
      : [{ topic: 'documentServed', to: [data.to as 'complainant'], facts: pick(data, ['documentKind']) }],
  HearingScheduled: one('hearing', ['complainant', 'respondent'], 'hearingOn', 'place'),
  InstalmentsOffered: one('instalmentsOffered', ['complainant', 'holder'], 'total'),
  SettlementAgreed: one('settled', ['complainant', 'respondent', 'firstContact'], 'total'),
  PaymentClaimed: one('paymentClaimed', ['holder'], 'amount', 'paidOn'),
  PaymentRecorded: one('paymentRecorded', ['complainant', 'respondent'], 'amount'),
  InstalmentMissed: one('instalmentMissed', ['complainant', 'respondent', 'holder'], 'dueOn', 'open'),
  ResultIssued: result,
  // Nobody is complained of: the one who entered the record is not told what was decided of it.
  RepairDecided: ({ reason }) => [{ topic: 'result', to: ['complainant', 'firstContact'], facts: { summary: reason } }],
  RulingIssued: result,
  HandlingTerminated: one('terminated', ['complainant', 'respondent', 'firstContact'], 'reason'),
  CaseMerged: one('merged', ['complainant', 'firstContact'], 'into'),
  RungFired: rung,
  EscalatedByHand: raised,
};

function assigned(officer: unknown): readonly Told[] {
  return [{ topic: 'assigned', to: [{ officer: (officer as { id: string }).id }], facts: {} }];
}

/** Event types of which anybody is told. */
export const toldTypes: readonly string[] = Object.keys(routes);

/** @param event in today's shape */
export function toldOf({ type, data }: Pick<FoldedEvent, 'type' | 'data'>): readonly Told[] {
  return Object.hasOwn(routes, type) ? routes[type]!(data) : [];
}
