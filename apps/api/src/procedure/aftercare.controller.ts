import { Body, Param } from '@nestjs/common';
import { CaseCommands } from '../commands/case-commands.js';
import { CommandRoute, CommandRoutes } from '../commands/command-routes.js';
import { casesPath } from '../commands/paths.js';
import { Sender, type Sending } from '../commands/sender.js';
import * as dto from './aftercare.dto.js';

/** Satisfaction, objections, reopening, protection, rungs and termination, in every kind of case. */
@CommandRoutes('Any case: aftercare', casesPath)
export class AftercareController {
  constructor(private readonly commands: CaseCommands) {}

  @CommandRoute('rate-satisfaction', 'Rate how the case was handled, 1 to 5 (满意度评价)')
  rateSatisfaction(@Param('case') of: string, @Body() body: dto.RateSatisfactionDto, @Sender() sending: Sending) {
    return this.commands.act(null, of, 'rateSatisfaction', body, sending);
  }

  @CommandRoute('check-bad-review', 'Look into a bad review (差评核查)')
  checkBadReview(@Param('case') of: string, @Body() body: dto.CheckBadReviewDto, @Sender() sending: Sending) {
    return this.commands.act(null, of, 'checkBadReview', body, sending);
  }

  @CommandRoute('record-follow-up-call', 'Record the follow-up call (回访)')
  recordFollowUpCall(@Param('case') of: string, @Body() body: dto.RecordFollowUpCallDto, @Sender() sending: Sending) {
    return this.commands.act(null, of, 'recordFollowUpCall', body, sending);
  }

  @CommandRoute('object-to-outcome', 'Object to the outcome (对处理结果提出异议)')
  objectToOutcome(@Param('case') of: string, @Body() body: dto.ObjectToOutcomeDto, @Sender() sending: Sending) {
    return this.commands.act(null, of, 'objectToOutcome', body, sending);
  }

  @CommandRoute('decide-outcome-objection', 'Decide an objection to the outcome (异议复核)')
  decideOutcomeObjection(
    @Param('case') of: string,
    @Body() body: dto.DecideOutcomeObjectionDto,
    @Sender() sending: Sending,
  ) {
    return this.commands.act(null, of, 'decideOutcomeObjection', body, sending);
  }

  @CommandRoute('reopen', 'Take the case up again (重新办理)')
  reopen(@Param('case') of: string, @Body() body: dto.ReopenDto, @Sender() sending: Sending) {
    return this.commands.act(null, of, 'reopen', body, sending);
  }

  @CommandRoute('report-retaliation', 'Report retaliation (打击报复)')
  reportRetaliation(@Param('case') of: string, @Body() body: dto.ReportRetaliationDto, @Sender() sending: Sending) {
    return this.commands.act(null, of, 'reportRetaliation', body, sending);
  }

  @CommandRoute('mark-protection', 'Mark the complainant as protected (保护措施)')
  markProtection(@Param('case') of: string, @Body() body: dto.MarkProtectionDto, @Sender() sending: Sending) {
    return this.commands.act(null, of, 'markProtection', body, sending);
  }

  @CommandRoute('acknowledge-rung', 'Acknowledge a fired rung (签收提醒)')
  acknowledgeRung(@Param('case') of: string, @Body() body: dto.AcknowledgeRungDto, @Sender() sending: Sending) {
    return this.commands.act(null, of, 'acknowledgeRung', body, sending);
  }

  @CommandRoute('override-rung', 'Override a rung before it fires (免除提醒)')
  overrideRung(@Param('case') of: string, @Body() body: dto.OverrideRungDto, @Sender() sending: Sending) {
    return this.commands.act(null, of, 'overrideRung', body, sending);
  }

  @CommandRoute('give-rung-reason', 'Give the reason which a fired rung asks for (说明逾期原因)')
  giveRungReason(@Param('case') of: string, @Body() body: dto.GiveRungReasonDto, @Sender() sending: Sending) {
    return this.commands.act(null, of, 'giveRungReason', body, sending);
  }

  @CommandRoute(
    'decide-proposal',
    'Take up a supervisory act which a rung proposed, or not (督办书、约谈、通报、责令整改建议)',
  )
  decideProposal(@Param('case') of: string, @Body() body: dto.DecideProposalDto, @Sender() sending: Sending) {
    return this.commands.act(null, of, 'decideProposal', body, sending);
  }

  @CommandRoute('escalate', 'Escalate by hand, without waiting for the ladder (人工升级)')
  escalate(@Param('case') of: string, @Body() body: dto.EscalateDto, @Sender() sending: Sending) {
    return this.commands.act(null, of, 'escalate', body, sending);
  }

  @CommandRoute('terminate', 'Terminate the handling on a ground of the operator (终止办理)')
  terminate(@Param('case') of: string, @Body() body: dto.TerminateDto, @Sender() sending: Sending) {
    return this.commands.act(null, of, 'terminate', body, sending);
  }
}
