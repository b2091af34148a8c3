import { ApiProperty, ApiExtraModels } from '@nestjs/swagger';
import { statuses, type Status } from '@redress/cases/overdue-payment/state.js';
import { ComplainantDto, RespondentDto } from '../commands/party.dto.js';
import { LineDto, ContractDto, PromisesDto } from '../overdue-payment/dto.js';
import { EvidenceDto } from '../procedure/papers.dto.js';
import { NameResponse } from '../session/session.dto.js';
import { TwoTimes } from './two-times.dto.js';
import { HolderResponse, OfficeNameResponse, PersonResponse, RowClockResponse, units } from './list.responses.js';

export class FiledLine extends LineDto {
  @ApiProperty({ type: 'integer' }) line!: number;
}

export class FiledClaim {
  @ApiProperty() complainant!: ComplainantDto;
  @ApiProperty() respondent!: RespondentDto;
  @ApiProperty() contract!: ContractDto;
  @ApiProperty({ type: [FiledLine] }) lines!: readonly FiledLine[];
  @ApiProperty() request!: string;
  @ApiProperty() facts!: string;
  @ApiProperty({ type: [EvidenceDto] }) evidence!: readonly EvidenceDto[];
  @ApiProperty() promises!: PromisesDto;
}

export class OfficeRefResponse extends OfficeNameResponse {
  @ApiProperty({ type: String, nullable: true }) district!: string | null;
}

export class ReplyResponse {
  @ApiProperty({ format: 'date' }) on!: string;
  @ApiProperty() statement!: string;
  @ApiProperty() admitted!: string;
}

export class MediationResponse {
  @ApiProperty({ format: 'date' }) on!: string;
  @ApiProperty() place!: string;
  @ApiProperty({ type: [String] }) attendees!: readonly string[];
  @ApiProperty() minutes!: string;
  @ApiProperty({ enum: ['agreed', 'adjourned', 'failed'] }) outcome!: string;
}

export class InstalmentResponse {
  @ApiProperty({ type: 'integer' }) instalment!: number;
  @ApiProperty({ format: 'date' }) dueOn!: string;
  @ApiProperty() amount!: string;
  @ApiProperty() paid!: string;
  @ApiProperty({ enum: ['open', 'paid', 'partly', 'overdue'] }) status!: 'open' | 'paid' | 'partly' | 'overdue';
}

export class SettlementResponse {
  @ApiProperty({ format: 'date' }) on!: string;
  @ApiProperty() total!: string;
  @ApiProperty() terms!: string;
  @ApiProperty({ type: [InstalmentResponse] }) instalments!: readonly InstalmentResponse[];
}

export class PaymentResponse {
  @ApiProperty({ type: 'integer' }) payment!: number;
  @ApiProperty({ format: 'date' }) paidOn!: string;
  @ApiProperty() amount!: string;
  @ApiProperty({ type: 'integer', nullable: true }) instalment!: number | null;
  @ApiProperty() method!: string;
  @ApiProperty() reference!: string;
}

export class ExtensionResponse {
  @ApiProperty({ format: 'date' }) on!: string;
  @ApiProperty({ type: 'integer' }) totalDays!: number;
  @ApiProperty() reason!: string;
  @ApiProperty() approvedBy!: PersonResponse;
}

export class ResultResponse {
  @ApiProperty({ format: 'date' }) on!: string;
  @ApiProperty() outcome!: string;
  @ApiProperty() summary!: string;
}

export class ExplainedEventResponse {
  @ApiProperty() event!: string;
  @ApiProperty() type!: string;
  @ApiProperty({ format: 'date' }) on!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) recordedOn!: string | null;
}

export class ExplainedDayResponse {
  @ApiProperty({ format: 'date' }) date!: string;
  @ApiProperty() why!: NameResponse;
  @ApiProperty({ type: String, nullable: true, description: 'The notice which made the day so' }) source!:
    string | null;
}

export class ExplainedLawResponse {
  @ApiProperty() pack!: string;
  @ApiProperty({ type: 'integer' }) packVersion!: number;
  @ApiProperty() instrument!: NameResponse;
  @ApiProperty() article!: string;
  @ApiProperty() citation!: NameResponse;
  @ApiProperty() text!: NameResponse;
  @ApiProperty({ format: 'date' }) validFrom!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) validTo!: string | null;
  @ApiProperty({ enum: ['confirmed', 'secondary', 'unconfirmed'] }) mark!: 'confirmed' | 'secondary' | 'unconfirmed';
  @ApiProperty({ enum: ['statutory', 'serviceNorm', 'reminder'] }) effect!: 'statutory' | 'serviceNorm' | 'reminder';
}

export class LengthResponse {
  @ApiProperty({ type: 'integer', nullable: true }) base!: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) total!: number | null;
}

export class CountedResponse {
  @ApiProperty({ format: 'date' }) from!: string;
  @ApiProperty({ format: 'date' }) to!: string;
  @ApiProperty({ type: 'integer' }) days!: number;
}

export class ExplainedPauseResponse {
  @ApiProperty() from!: ExplainedEventResponse;
  @ApiProperty({ type: ExplainedEventResponse, nullable: true }) to!: ExplainedEventResponse | null;
  @ApiProperty({ type: 'integer', nullable: true }) days!: number | null;
  @ApiProperty() article!: string;
  @ApiProperty() citation!: NameResponse;
}

export class ExplainedExtensionResponse {
  @ApiProperty() approval!: ExplainedEventResponse;
  @ApiProperty() counts!: boolean;
  @ApiProperty() why!: NameResponse;
  @ApiProperty() approver!: NameResponse;
  @ApiProperty() article!: string;
  @ApiProperty() citation!: NameResponse;
  @ApiProperty({ type: String, format: 'date', nullable: true }) dueBefore!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) dueAfter!: string | null;
}

export class ExplainedRollResponse {
  @ApiProperty({ format: 'date' }) raw!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) makeUpCounts!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) makeUpOff!: string | null;
  @ApiProperty() provisional!: boolean;
  @ApiProperty() note!: NameResponse;
}

/** Why the date is what it is (instrument, article, days counted and skipped, extensions, roll). */
export class ExplanationResponse {
  @ApiProperty() summary!: NameResponse;
  @ApiProperty() law!: ExplainedLawResponse;
  @ApiProperty() start!: ExplainedEventResponse;
  @ApiProperty({ enum: units }) unit!: (typeof units)[number];
  @ApiProperty() length!: LengthResponse;
  @ApiProperty({ type: CountedResponse, nullable: true }) counted!: CountedResponse | null;
  @ApiProperty({ type: [ExplainedDayResponse] }) skipped!: readonly ExplainedDayResponse[];
  @ApiProperty({ type: [ExplainedDayResponse] }) madeUp!: readonly ExplainedDayResponse[];
  @ApiProperty({ type: [ExplainedPauseResponse] }) pauses!: readonly ExplainedPauseResponse[];
  @ApiProperty({ type: [ExplainedExtensionResponse] }) extensions!: readonly ExplainedExtensionResponse[];
  @ApiProperty({ type: ExplainedRollResponse, nullable: true }) roll!: ExplainedRollResponse | null;
  @ApiProperty({ type: ExplainedEventResponse, nullable: true }) stop!: ExplainedEventResponse | null;
  @ApiProperty({ type: ExplainedEventResponse, nullable: true }) ended!: ExplainedEventResponse | null;
  @ApiProperty({ type: [String], example: ['2026.1'] }) calendar!: readonly string[];
  @ApiProperty({ type: NameResponse, nullable: true }) provisional!: NameResponse | null;
  @ApiProperty({ type: NameResponse, nullable: true }) cannotTell!: NameResponse | null;
  @ApiProperty({ type: [NameResponse] }) designChoices!: readonly NameResponse[];
}

export class ClockResponse extends RowClockResponse {
  @ApiProperty() subject!: string;
  @ApiProperty({ description: 'Id of the event which opened this run' }) run!: string;
  @ApiProperty({ format: 'date' }) startedOn!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) stoppedOn!: string | null;
  @ApiProperty({ enum: ['statutory', 'serviceNorm', 'reminder'] }) effect!: 'statutory' | 'serviceNorm' | 'reminder';
  @ApiProperty({ enum: ['confirmed', 'secondary', 'unconfirmed'] }) mark!: 'confirmed' | 'secondary' | 'unconfirmed';
  @ApiProperty() explanation!: ExplanationResponse;
}

export class FiredRungResponse {
  @ApiProperty() clock!: string;
  @ApiProperty() rung!: string;
  @ApiProperty() title!: NameResponse;
  @ApiProperty({ format: 'date' }) firedOn!: string;
  @ApiProperty({ type: [String] }) tells!: readonly string[];
  @ApiProperty() act!: string;
  @ApiProperty() late!: boolean;
}

export class ActorResponse {
  @ApiProperty() id!: string;
  @ApiProperty() name!: string;
  @ApiProperty() role!: string;
  @ApiProperty({ type: String, nullable: true }) organisation!: string | null;
}

export class TimelineEntryResponse {
  @ApiProperty({ format: 'uuid', description: 'By which a correction or a mark names the entry' }) id!: string;
  @ApiProperty() revision!: string;
  @ApiProperty() type!: string;
  @ApiProperty({ format: 'date-time' }) occurredAt!: string;
  @ApiProperty({ format: 'date-time' }) recordedAt!: string;
  @ApiProperty({ type: String, nullable: true }) occurredAtReason!: string | null;
  @ApiProperty() actor!: ActorResponse;
  @ApiProperty({ type: 'object', additionalProperties: true }) data!: Readonly<Record<string, unknown>>;
}

@ApiExtraModels(ExplanationResponse)
/** What the file of any case shows. */
export class AnyCaseFileResponse extends TwoTimes {
  @ApiProperty({ format: 'uuid' }) caseId!: string;
  @ApiProperty() caseNumber!: string;
  @ApiProperty() revision!: string;
  @ApiProperty() position!: string;
  @ApiProperty() acceptingOffice!: OfficeRefResponse;
  @ApiProperty({ type: OfficeRefResponse, nullable: true }) handlingOffice!: OfficeRefResponse | null;
  @ApiProperty({ type: PersonResponse, nullable: true, description: 'The officer who answers for it (首接负责制)' })
  firstContact!: PersonResponse | null;
  @ApiProperty() holder!: HolderResponse;
  @ApiProperty({ type: [ClockResponse] }) clocks!: readonly ClockResponse[];
  @ApiProperty({ description: 'It goes on after a reopening, and no office’s term has begun since: no text sets one' })
  reopenedWithoutTerm!: boolean;
  @ApiProperty({ type: [FiredRungResponse] }) rungs!: readonly FiredRungResponse[];
  @ApiProperty({ type: [TimelineEntryResponse] }) timeline!: readonly TimelineEntryResponse[];
  @ApiProperty({ format: 'date' }) today!: string;
  @ApiProperty() parked!: boolean;
}

export class OverduePaymentFileResponse extends AnyCaseFileResponse {
  @ApiProperty({ enum: ['overduePayment'] }) kind!: 'overduePayment';
  @ApiProperty({ enum: statuses }) status!: Status;
  @ApiProperty() claim!: FiledClaim;
  @ApiProperty() total!: string;
  @ApiProperty() disputed!: string;
  @ApiProperty() paid!: string;
  @ApiProperty() outstanding!: string;
  @ApiProperty({ type: PersonResponse, nullable: true }) mediator!: PersonResponse | null;
  @ApiProperty({ type: ReplyResponse, nullable: true }) reply!: ReplyResponse | null;
  @ApiProperty({ type: [MediationResponse] }) mediations!: readonly MediationResponse[];
  @ApiProperty({ type: SettlementResponse, nullable: true }) settlement!: SettlementResponse | null;
  @ApiProperty({ type: [PaymentResponse] }) payments!: readonly PaymentResponse[];
  @ApiProperty({ type: ExtensionResponse, nullable: true }) extension!: ExtensionResponse | null;
  @ApiProperty({ type: ResultResponse, nullable: true }) result!: ResultResponse | null;
  @ApiProperty({ enum: ['complainant', 'acceptingAuthority'], isArray: true }) fedBackTo!: readonly (
    'complainant' | 'acceptingAuthority'
  )[];
}

export class PartyNameResponse {
  @ApiProperty() name!: string;
  @ApiProperty({ type: String, nullable: true }) creditCode!: string | null;
}

export class OtherCaseFileResponse extends AnyCaseFileResponse {
  @ApiProperty({ enum: ['complaint', 'creditRepair', 'ipFastTrack'] })
  kind!: 'complaint' | 'creditRepair' | 'ipFastTrack';
  @ApiProperty({ description: 'Of the kind’s own state machine' }) status!: string;
  @ApiProperty({ type: String, nullable: true }) category!: string | null;
  @ApiProperty() complainant!: PartyNameResponse;
  @ApiProperty({ type: PartyNameResponse, nullable: true }) respondent!: PartyNameResponse | null;
  @ApiProperty({ format: 'date' }) lodgedOn!: string;
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'The facts of the case as its kind keeps them: what was lodged, found, decided and served',
  })
  facts!: Readonly<Record<string, unknown>>;
}

export type CaseFileResponse = OverduePaymentFileResponse | OtherCaseFileResponse;

export class HistoryEventResponse extends TimelineEntryResponse {
  @ApiProperty() position!: string;
  @ApiProperty({ type: 'integer' }) schema!: number;
  @ApiProperty({ format: 'uuid' }) commandId!: string;
  @ApiProperty({ description: 'Hex; zeros for the first event' }) previousHash!: string;
  @ApiProperty({ description: 'SHA-256 (hex) of the previous hash and the canonical bytes' }) hash!: string;
}

export class VerifiedResponse {
  @ApiProperty() ok!: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'Revision of the first event that does not fit' })
  firstFault!: string | null;
}

export class HistoryResponse {
  @ApiProperty() caseNumber!: string;
  @ApiProperty({ type: [HistoryEventResponse] }) events!: readonly HistoryEventResponse[];
  @ApiProperty() verified!: VerifiedResponse;
}
