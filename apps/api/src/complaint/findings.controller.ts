import { Body, Param } from '@nestjs/common';
import type { OwnCommandName } from '@redress/cases/complaint/commands.js';
import { CaseCommands } from '../commands/case-commands.js';
import { CommandRoute, CommandRoutes } from '../commands/command-routes.js';
import { collectionPaths } from '../commands/paths.js';
import { Sender, type Sending } from '../commands/sender.js';
import {
  AnswerReferralDto,
  CheckChargeDto,
  CheckIntermediaryDto,
  CheckPolicyDto,
  FindClusterDto,
  RecordRefundDto,
  ReferCompetitionDto,
  ReviewExemptionDto,
} from './findings.dto.js';

/** What the handling finds, as facts and not as notes. */
@CommandRoutes('Complaints', collectionPaths.complaint)
export class ComplaintFindingsController {
  constructor(private readonly commands: CaseCommands) {}

  @CommandRoute('check-policy', 'Check what a policy promised (核查政策兑现)')
  checkPolicy(@Param('case') of: string, @Body() body: CheckPolicyDto, @Sender() sending: Sending) {
    return this.act(of, 'checkPolicy', body, sending);
  }

  @CommandRoute('check-charge', 'Check a charge against the list (核查收费清单)')
  checkCharge(@Param('case') of: string, @Body() body: CheckChargeDto, @Sender() sending: Sending) {
    return this.act(of, 'checkCharge', body, sending);
  }

  @CommandRoute('record-refund', 'Record a refund (退还)')
  recordRefund(@Param('case') of: string, @Body() body: RecordRefundDto, @Sender() sending: Sending) {
    return this.act(of, 'recordRefund', body, sending);
  }

  @CommandRoute('check-intermediary', 'Check an intermediary service (核查中介服务), SHB Art. 28')
  checkIntermediary(@Param('case') of: string, @Body() body: CheckIntermediaryDto, @Sender() sending: Sending) {
    return this.act(of, 'checkIntermediary', body, sending);
  }

  @CommandRoute('review-exemption', 'Review the exemption from penalty (轻微免罚审查), APL Art. 33')
  reviewExemption(@Param('case') of: string, @Body() body: ReviewExemptionDto, @Sender() sending: Sending) {
    return this.act(of, 'reviewExemption', body, sending);
  }

  @CommandRoute('refer-competition', 'Refer to the market regulator (移送市场监管部门)')
  referCompetition(@Param('case') of: string, @Body() body: ReferCompetitionDto, @Sender() sending: Sending) {
    return this.act(of, 'referCompetition', body, sending);
  }

  @CommandRoute('answer-referral', 'Record the answer to a referral (移送答复)')
  answerReferral(@Param('case') of: string, @Body() body: AnswerReferralDto, @Sender() sending: Sending) {
    return this.act(of, 'answerReferral', body, sending);
  }

  @CommandRoute('find-cluster', 'Find on a cluster of complaints (同类投诉结论)')
  findCluster(@Param('case') of: string, @Body() body: FindClusterDto, @Sender() sending: Sending) {
    return this.act(of, 'findCluster', body, sending);
  }

  private act(of: string, name: OwnCommandName, body: object, sending: Sending) {
    return this.commands.act('complaint', of, name, body, sending);
  }
}
