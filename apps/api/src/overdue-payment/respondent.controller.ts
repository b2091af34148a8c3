import { Body, Param } from '@nestjs/common';
import type { OwnCommandName } from '@redress/cases/overdue-payment/commands.js';
import { CaseCommands } from '../commands/case-commands.js';
import { CommandRoute, CommandRoutes } from '../commands/command-routes.js';
import { collectionPaths } from '../commands/paths.js';
import { Sender, type Sending } from '../commands/sender.js';
import * as dto from './respondent.dto.js';

/** The answer of the respondent, and the ladder where there is none (Order 802, Art. 25¶3). */
@CommandRoutes('Overdue-payment claims', collectionPaths.overduePayment)
export class RespondentController {
  constructor(private readonly commands: CaseCommands) {}

  @CommandRoute('demand-answer', 'Demand the respondent’s answer by a day (催办答复)')
  demandAnswer(@Param('case') of: string, @Body() body: dto.DemandDto, @Sender() sending: Sending) {
    return this.act(of, 'demandAnswer', body, sending);
  }

  @CommandRoute('press-undisputed', 'Press for the undisputed part (无争议部分先行支付, Order 802 Art. 15)')
  pressUndisputed(@Param('case') of: string, @Body() body: dto.DemandDto, @Sender() sending: Sending) {
    return this.act(of, 'pressUndisputed', body, sending);
  }

  @CommandRoute('record-reply', 'Record the reply of the respondent (答复)')
  recordReply(@Param('case') of: string, @Body() body: dto.RecordReplyDto, @Sender() sending: Sending) {
    return this.act(of, 'recordReply', body, sending);
  }

  @CommandRoute('answer', 'The respondent answers itself (被投诉人答复)')
  answer(@Param('case') of: string, @Body() body: dto.ReplyDto, @Sender() sending: Sending) {
    return this.act(of, 'answer', body, sending);
  }

  @CommandRoute('assess-reply', 'Assess whether the answer is a proper one')
  assessReply(@Param('case') of: string, @Body() body: dto.AssessReplyDto, @Sender() sending: Sending) {
    return this.act(of, 'assessReply', body, sending);
  }

  @CommandRoute('dispute-parts', 'Say which parts of which lines are disputed (有争议部分)')
  disputeParts(@Param('case') of: string, @Body() body: dto.DisputePartsDto, @Sender() sending: Sending) {
    return this.act(of, 'disputeParts', body, sending);
  }

  @CommandRoute('issue-supervisory-order', 'Issue the supervisory order (督办书, Art. 25¶3)')
  issueSupervisoryOrder(
    @Param('case') of: string,
    @Body() body: dto.IssueSupervisoryOrderDto,
    @Sender() sending: Sending,
  ) {
    return this.act(of, 'issueSupervisoryOrder', body, sending);
  }

  @CommandRoute('hold-interview', 'Hold the formal interview (约谈)')
  holdInterview(@Param('case') of: string, @Body() body: dto.HoldInterviewDto, @Sender() sending: Sending) {
    return this.act(of, 'holdInterview', body, sending);
  }

  @CommandRoute('issue-circular', 'Issue the public circular (通报)')
  issueCircular(@Param('case') of: string, @Body() body: dto.IssueCircularDto, @Sender() sending: Sending) {
    return this.act(of, 'issueCircular', body, sending);
  }

  @CommandRoute('order-correction', 'Order the correction (责令整改)')
  orderCorrection(@Param('case') of: string, @Body() body: dto.OrderCorrectionDto, @Sender() sending: Sending) {
    return this.act(of, 'orderCorrection', body, sending);
  }

  private act(of: string, name: OwnCommandName, body: object, sending: Sending) {
    return this.commands.act('overduePayment', of, name, body, sending);
  }
}
