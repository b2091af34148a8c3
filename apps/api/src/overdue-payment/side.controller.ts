import { Body, Param } from '@nestjs/common';
import type { OwnCommandName } from '@redress/cases/overdue-payment/commands.js';
import { CaseCommands } from '../commands/case-commands.js';
import { CommandRoute, CommandRoutes } from '../commands/command-routes.js';
import { collectionPaths } from '../commands/paths.js';
import { Sender, type Sending } from '../commands/sender.js';
import * as dto from './side.dto.js';

/** What stands beside the handling: size, referral, credit, receivables, findings. */
@CommandRoutes('Overdue-payment claims', collectionPaths.overduePayment)
export class SideController {
  constructor(private readonly commands: CaseCommands) {}

  @CommandRoute('raise-size-dispute', 'Dispute a party’s size type (Art. 29)')
  raiseSizeDispute(@Param('case') of: string, @Body() body: dto.RaiseSizeDisputeDto, @Sender() sending: Sending) {
    return this.act(of, 'raiseSizeDispute', body, sending);
  }

  @CommandRoute('decide-size-dispute', 'Record how the size dispute was decided')
  decideSizeDispute(@Param('case') of: string, @Body() body: dto.DecideSizeDisputeDto, @Sender() sending: Sending) {
    return this.act(of, 'decideSizeDispute', body, sending);
  }

  @CommandRoute(
    'refer-to-market-regulation',
    'Refer to market regulation (Anti-Unfair Competition Law 2025, Art. 15, 31)',
  )
  referToMarketRegulation(
    @Param('case') of: string,
    @Body() body: dto.ReferToMarketRegulationDto,
    @Sender() sending: Sending,
  ) {
    return this.act(of, 'referToMarketRegulation', body, sending);
  }

  @CommandRoute('record-referral-answer', 'Record the answer to a referral')
  recordReferralAnswer(
    @Param('case') of: string,
    @Body() body: dto.RecordReferralAnswerDto,
    @Sender() sending: Sending,
  ) {
    return this.act(of, 'recordReferralAnswer', body, sending);
  }

  @CommandRoute('decide-bad-credit', 'Decide to record bad credit (Art. 26)')
  decideBadCredit(@Param('case') of: string, @Body() body: dto.DecideBadCreditDto, @Sender() sending: Sending) {
    return this.act(of, 'decideBadCredit', body, sending);
  }

  @CommandRoute('request-receivable-confirmation', 'Ask the respondent to confirm a receivable (应收账款确权, Art. 16)')
  requestReceivableConfirmation(
    @Param('case') of: string,
    @Body() body: dto.RequestReceivableConfirmationDto,
    @Sender() sending: Sending,
  ) {
    return this.act(of, 'requestReceivableConfirmation', body, sending);
  }

  @CommandRoute('confirm-receivable', 'Confirm a receivable')
  confirmReceivable(@Param('case') of: string, @Body() body: dto.ConfirmReceivableDto, @Sender() sending: Sending) {
    return this.act(of, 'confirmReceivable', body, sending);
  }

  @CommandRoute('refuse-receivable', 'Refuse to confirm a receivable')
  refuseReceivable(@Param('case') of: string, @Body() body: dto.RefuseReceivableDto, @Sender() sending: Sending) {
    return this.act(of, 'refuseReceivable', body, sending);
  }

  @CommandRoute('record-finding', 'Record a coded finding about the respondent’s conduct')
  recordFinding(@Param('case') of: string, @Body() body: dto.RecordFindingDto, @Sender() sending: Sending) {
    return this.act(of, 'recordFinding', body, sending);
  }

  private act(of: string, name: OwnCommandName, body: object, sending: Sending) {
    return this.commands.act('overduePayment', of, name, body, sending);
  }
}
