import { Body, Param } from '@nestjs/common';
import type { OwnCommandName } from '@redress/cases/overdue-payment/commands.js';
import { CaseCommands } from '../commands/case-commands.js';
import { CommandRoute, CommandRoutes } from '../commands/command-routes.js';
import { collectionPaths } from '../commands/paths.js';
import { Sender, type Sending } from '../commands/sender.js';
import * as dto from './money.dto.js';
import * as sheet from './sheet.dto.js';

/** What is paid, offered and agreed. */
@CommandRoutes('Overdue-payment claims', collectionPaths.overduePayment)
export class MoneyController {
  constructor(private readonly commands: CaseCommands) {}

  @CommandRoute('hold-mediation', 'Mediate (调解)')
  holdMediation(@Param('case') of: string, @Body() body: dto.HoldMediationDto, @Sender() sending: Sending) {
    return this.act(of, 'holdMediation', body, sending);
  }

  @CommandRoute('offer-instalments', 'The respondent offers instalments (分期付款方案)')
  offerInstalments(@Param('case') of: string, @Body() body: dto.OfferInstalmentsDto, @Sender() sending: Sending) {
    return this.act(of, 'offerInstalments', body, sending);
  }

  @CommandRoute('decline-instalments', 'Decline an offer of instalments')
  declineInstalments(@Param('case') of: string, @Body() body: dto.DeclineInstalmentsDto, @Sender() sending: Sending) {
    return this.act(of, 'declineInstalments', body, sending);
  }

  @CommandRoute('agree-settlement', 'Record the settlement with its instalments (和解)')
  agreeSettlement(@Param('case') of: string, @Body() body: dto.AgreeSettlementDto, @Sender() sending: Sending) {
    return this.act(of, 'agreeSettlement', body, sending);
  }

  @CommandRoute('record-missed-instalment', 'Record that an instalment was missed: the case is handled again')
  recordMissedInstalment(
    @Param('case') of: string,
    @Body() body: dto.RecordMissedInstalmentDto,
    @Sender() sending: Sending,
  ) {
    return this.act(of, 'recordMissedInstalment', body, sending);
  }

  @CommandRoute('prove-payment', 'The respondent proves a payment (提交付款凭证)')
  provePayment(@Param('case') of: string, @Body() body: dto.ProvePaymentDto, @Sender() sending: Sending) {
    return this.act(of, 'provePayment', body, sending);
  }

  @CommandRoute('reject-payment-proof', 'Reject a proof of payment')
  rejectPaymentProof(@Param('case') of: string, @Body() body: dto.RejectPaymentProofDto, @Sender() sending: Sending) {
    return this.act(of, 'rejectPaymentProof', body, sending);
  }

  @CommandRoute('record-payment', 'Record a payment and what it pays (付款)')
  recordPayment(@Param('case') of: string, @Body() body: dto.RecordPaymentDto, @Sender() sending: Sending) {
    return this.act(of, 'recordPayment', body, sending);
  }

  @CommandRoute('offer-non-cash', 'The respondent offers payment by bill or certificate (Art. 11)')
  offerNonCash(@Param('case') of: string, @Body() body: dto.OfferNonCashDto, @Sender() sending: Sending) {
    return this.act(of, 'offerNonCash', body, sending);
  }

  @CommandRoute('answer-non-cash', 'Accept or refuse payment by bill or certificate: it is never forced')
  answerNonCash(@Param('case') of: string, @Body() body: dto.AnswerNonCashDto, @Sender() sending: Sending) {
    return this.act(of, 'answerNonCash', body, sending);
  }

  @CommandRoute('attach-sheet', 'Compute interest and attach the sheet with its inputs (利息计算表)')
  attachSheet(@Param('case') of: string, @Body() body: sheet.AttachSheetDto, @Sender() sending: Sending) {
    return this.act(of, 'attachSheet', body, sending);
  }

  private act(of: string, name: OwnCommandName, body: object, sending: Sending) {
    return this.commands.act('overduePayment', of, name, body, sending);
  }
}
