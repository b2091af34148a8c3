import type { Confidentiality, LinkRelation, Party, ServiceMethod } from '@redress/cases/shared/procedure/events.js';
import type { EvidenceKind } from '@redress/cases/shared/reference.js';
import { OfficersAct } from '../commands/when.dto.js';
import { Day, Identifier, ListOf, OneOf, Text, Uuid, WholeNumber } from '../problems/fields.js';
import { long } from './lengths.js';

const evidenceKinds = [
  'licence',
  'contract',
  'delivery',
  'workAcceptance',
  'statement',
  'invoice',
  'reminder',
  'correspondence',
  'other',
] as const satisfies readonly EvidenceKind[];

export class EvidenceDto {
  @OneOf(evidenceKinds) kind!: EvidenceKind;
  @Text(300) title!: string;
  @Text(300) reference!: string;
}

export class AddNoteDto extends OfficersAct {
  @Text(long) text!: string;
  @OneOf(['officials', 'parties']) visibleTo!: 'officials' | 'parties';
}

export class AddEvidenceDto extends OfficersAct {
  @ListOf(() => EvidenceDto, 1, 100) evidence!: EvidenceDto[];
}

export class IssueDocumentDto extends OfficersAct {
  @Identifier() documentKind!: string;
  @Text(300) title!: string;
  @Text(100, { nullable: true }) number!: string | null;
  @OneOf(['complainant', 'respondent', 'office']) to!: Party | 'office';
  @Text(50_000) text!: string;
}

const methods = ['inPerson', 'post', 'electronic', 'left', 'publicNotice'] as const satisfies readonly ServiceMethod[];

export class ServeDocumentDto extends OfficersAct {
  @WholeNumber(1, 10_000) document!: number;
  @OneOf(methods) method!: ServiceMethod;
  @Text(500) address!: string;
  @Text(500) proof!: string;
}

export class DefectDto {
  @Text(200) item!: string;
  @Text(1000) what!: string;
}

export class RequestSupplementDto extends OfficersAct {
  @ListOf(() => DefectDto, 1, 50) defects!: DefectDto[];
  @Day({ optional: true, nullable: true }) dueOn?: string | null;
  @Text(long, {
    optional: true,
    nullable: true,
    description: 'Of a further request: the re-submitted papers in which its defects lie',
  })
  arisenFrom?: string | null;
}

export class PauseHandlingDto extends OfficersAct {
  @Identifier() ground!: string;
  @Text(long) reason!: string;
}

export class CorrectFactDto extends OfficersAct {
  @Uuid() event!: string;
  @Text(200, { description: '`occurredAt` for the day, else the path of a text in the event' }) field!: string;
  @Text(long) is!: string;
  @Text(long) reason!: string;
}

const relations = [
  'related',
  'duplicate',
  'cluster',
  'civilTrack',
  'administrativeTrack',
  'criminalTrack',
] as const satisfies readonly LinkRelation[];

export class LinkCaseDto extends OfficersAct {
  @Text(100, { description: 'Case id or case number' }) case!: string;
  @OneOf(relations) relation!: LinkRelation;
  @Text(long) note!: string;
}

export class UnlinkCaseDto extends OfficersAct {
  @Text(100, { description: 'Case id or case number' }) case!: string;
  @Text(long) reason!: string;
}

export class MergeCaseDto extends OfficersAct {
  @Text(100, { description: 'Id or number of the case which goes on for both' }) case!: string;
  @Text(long) ground!: string;
}

const marks = ['stateSecret', 'tradeSecret', 'personalInformation'] as const satisfies readonly Confidentiality[];

export class MarkConfidentialDto extends OfficersAct {
  @OneOf(marks) mark!: Confidentiality;
  @Text(long) what!: string;
  /** The entry of the file that is marked; null: the whole file. */
  @Uuid({ optional: true, nullable: true }) event?: string | null;
}

export class LiftConfidentialityDto extends OfficersAct {
  /** Of the mark. */
  @Uuid() event!: string;
  @Text(long) reason!: string;
}
