import { Body, Param } from '@nestjs/common';
import type { TrackCommandName } from '@redress/cases/complaint/tracks.js';
import { CaseCommands } from '../commands/case-commands.js';
import { CommandRoute, CommandRoutes } from '../commands/command-routes.js';
import { collectionPaths } from '../commands/paths.js';
import { Sender, type Sending } from '../commands/sender.js';
import {
  AgreeComplaintSettlementDto,
  AnswerHelpDto,
  CheckLeadDto,
  ComplaintReasonDto,
  ComplaintToldDto,
  DecideCaseFilingDto,
  DecideCompetenceDto,
  DecidePenaltyDto,
  DecidePetitionReviewDto,
  FilePenaltyCaseDto,
  FinishPetitionDto,
  HoldComplaintMediationDto,
  ObjectToPetitionDto,
  ReceiveLeadDto,
  ReferCompetenceDto,
  RegisterPetitionDto,
  RequestHelpDto,
  RequestPetitionReviewDto,
  SortPetitionDto,
} from './tracks.dto.js';

/** What the rules of the market regulators, of petitions and of penalties add to a complaint. */
@CommandRoutes('Complaints', collectionPaths.complaint)
export class ComplaintTracksController {
  constructor(private readonly commands: CaseCommands) {}

  @CommandRoute('receive-lead', 'Receive a lead (接收违法线索)')
  receiveLead(@Param('case') of: string, @Body() body: ReceiveLeadDto, @Sender() sending: Sending) {
    return this.act(of, 'receiveLead', body, sending);
  }

  @CommandRoute('extend-lead-check', 'Extend the check of a lead by 15 working days (延长核查)')
  extendLeadCheck(@Param('case') of: string, @Body() body: ComplaintReasonDto, @Sender() sending: Sending) {
    return this.act(of, 'extendLeadCheck', body, sending);
  }

  @CommandRoute('check-lead', 'Check a lead (核查线索)')
  checkLead(@Param('case') of: string, @Body() body: CheckLeadDto, @Sender() sending: Sending) {
    return this.act(of, 'checkLead', body, sending);
  }

  @CommandRoute('decide-case-filing', 'Decide whether to file a case (是否立案)')
  decideCaseFiling(@Param('case') of: string, @Body() body: DecideCaseFilingDto, @Sender() sending: Sending) {
    return this.act(of, 'decideCaseFiling', body, sending);
  }

  @CommandRoute('tell-reporter', 'Tell a named reporter (告知实名举报人)')
  tellReporter(@Param('case') of: string, @Body() body: ComplaintToldDto, @Sender() sending: Sending) {
    return this.act(of, 'tellReporter', body, sending);
  }

  @CommandRoute('refer-competence', 'Refer a conflict of competence (报请指定管辖)')
  referCompetence(@Param('case') of: string, @Body() body: ReferCompetenceDto, @Sender() sending: Sending) {
    return this.act(of, 'referCompetence', body, sending);
  }

  @CommandRoute('decide-competence', 'Decide on competence (指定管辖)')
  decideCompetence(@Param('case') of: string, @Body() body: DecideCompetenceDto, @Sender() sending: Sending) {
    return this.act(of, 'decideCompetence', body, sending);
  }

  @CommandRoute('hold-mediation', 'Record a mediation held (调解)')
  holdMediation(@Param('case') of: string, @Body() body: HoldComplaintMediationDto, @Sender() sending: Sending) {
    return this.act(of, 'holdMediation', body, sending);
  }

  @CommandRoute('end-mediation', 'End the mediation (终止调解)')
  endMediation(@Param('case') of: string, @Body() body: ComplaintReasonDto, @Sender() sending: Sending) {
    return this.act(of, 'endMediation', body, sending);
  }

  @CommandRoute('agree-settlement', 'Record a settlement (和解)')
  agreeSettlement(@Param('case') of: string, @Body() body: AgreeComplaintSettlementDto, @Sender() sending: Sending) {
    return this.act(of, 'agreeSettlement', body, sending);
  }

  @CommandRoute('tell-parties', 'Tell the parties (告知当事人)')
  tellParties(@Param('case') of: string, @Body() body: ComplaintToldDto, @Sender() sending: Sending) {
    return this.act(of, 'tellParties', body, sending);
  }

  @CommandRoute('register-petition', 'Register as a petition (信访登记)')
  registerPetition(@Param('case') of: string, @Body() body: RegisterPetitionDto, @Sender() sending: Sending) {
    return this.act(of, 'registerPetition', body, sending);
  }

  @CommandRoute('sort-petition', 'Sort a petition (信访分办)')
  sortPetition(@Param('case') of: string, @Body() body: SortPetitionDto, @Sender() sending: Sending) {
    return this.act(of, 'sortPetition', body, sending);
  }

  @CommandRoute('object-to-petition', 'Object to the transfer of a petition (转送异议)')
  objectToPetition(@Param('case') of: string, @Body() body: ObjectToPetitionDto, @Sender() sending: Sending) {
    return this.act(of, 'objectToPetition', body, sending);
  }

  @CommandRoute('finish-petition', 'Finish a petition (信访处理意见)')
  finishPetition(@Param('case') of: string, @Body() body: FinishPetitionDto, @Sender() sending: Sending) {
    return this.act(of, 'finishPetition', body, sending);
  }

  @CommandRoute('request-petition-review', 'Ask for review (申请复查)')
  requestPetitionReview(@Param('case') of: string, @Body() body: RequestPetitionReviewDto, @Sender() sending: Sending) {
    return this.act(of, 'requestPetitionReview', body, sending);
  }

  @CommandRoute('decide-petition-review', 'Decide the review (复查意见)')
  decidePetitionReview(@Param('case') of: string, @Body() body: DecidePetitionReviewDto, @Sender() sending: Sending) {
    return this.act(of, 'decidePetitionReview', body, sending);
  }

  @CommandRoute('request-petition-re-review', 'Ask for re-review (申请复核)')
  requestPetitionReReview(
    @Param('case') of: string,
    @Body() body: RequestPetitionReviewDto,
    @Sender() sending: Sending,
  ) {
    return this.act(of, 'requestPetitionReReview', body, sending);
  }

  @CommandRoute('decide-petition-re-review', 'Decide the re-review (复核意见)')
  decidePetitionReReview(@Param('case') of: string, @Body() body: DecidePetitionReviewDto, @Sender() sending: Sending) {
    return this.act(of, 'decidePetitionReReview', body, sending);
  }

  @CommandRoute('file-penalty-case', 'File a penalty case (行政处罚立案)')
  filePenaltyCase(@Param('case') of: string, @Body() body: FilePenaltyCaseDto, @Sender() sending: Sending) {
    return this.act(of, 'filePenaltyCase', body, sending);
  }

  @CommandRoute('decide-penalty', 'Decide on a penalty (行政处罚决定)')
  decidePenalty(@Param('case') of: string, @Body() body: DecidePenaltyDto, @Sender() sending: Sending) {
    return this.act(of, 'decidePenalty', body, sending);
  }

  @CommandRoute('request-help', 'Ask for help on line (在线求助)')
  requestHelp(@Param('case') of: string, @Body() body: RequestHelpDto, @Sender() sending: Sending) {
    return this.act(of, 'requestHelp', body, sending);
  }

  @CommandRoute('answer-help', 'Answer a request for help (答复求助)')
  answerHelp(@Param('case') of: string, @Body() body: AnswerHelpDto, @Sender() sending: Sending) {
    return this.act(of, 'answerHelp', body, sending);
  }

  private act(of: string, name: TrackCommandName, body: object, sending: Sending) {
    return this.commands.act('complaint', of, name, body, sending);
  }
}
