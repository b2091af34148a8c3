import { Body, Param, UseInterceptors } from '@nestjs/common';
import type { OwnCommandName } from '@redress/cases/overdue-payment/commands.js';
import { CaseCommands } from '../commands/case-commands.js';
import { CommandRoute, CommandRoutes, LodgeRoute } from '../commands/command-routes.js';
import { collectionPaths } from '../commands/paths.js';
import { Sender, type Sending } from '../commands/sender.js';
import * as dto from './dto.js';
import { LodgingFaults } from './lodging-faults.js';

@CommandRoutes('Overdue-payment claims', collectionPaths.overduePayment)
export class OverduePaymentController {
  constructor(private readonly commands: CaseCommands) {}

  @LodgeRoute('Lodge a claim (投诉)')
  @UseInterceptors(LodgingFaults)
  lodge(@Body() body: dto.LodgeDto, @Sender() sending: Sending) {
    return this.commands.lodge('overduePayment', body, sending);
  }

  @CommandRoute('supply-materials', 'Supply what was asked for and submit again (补正后重新提交)')
  supplyMaterials(@Param('case') of: string, @Body() body: dto.SupplyMaterialsDto, @Sender() sending: Sending) {
    return this.act(of, 'supplyMaterials', body, sending);
  }

  @CommandRoute('accept', 'Accept formally (正式受理): the clock of Order 802 Art. 25¶1 starts')
  accept(@Param('case') of: string, @Body() body: dto.AcceptDto, @Sender() sending: Sending) {
    return this.act(of, 'accept', body, sending);
  }

  @CommandRoute('decline', 'Decline with a ground (不予受理)')
  decline(@Param('case') of: string, @Body() body: dto.DeclineDto, @Sender() sending: Sending) {
    return this.act(of, 'decline', body, sending);
  }

  @CommandRoute('transfer', 'Transfer to the handling authority (转办)')
  transfer(@Param('case') of: string, @Body() body: dto.TransferDto, @Sender() sending: Sending) {
    return this.act(of, 'transfer', body, sending);
  }

  @CommandRoute(
    'receive-materials',
    'The handling authority receives the materials (收到投诉材料): the clock of Art. 25¶2 starts',
  )
  receiveMaterials(@Param('case') of: string, @Body() body: dto.ReceiveMaterialsDto, @Sender() sending: Sending) {
    return this.act(of, 'receiveMaterials', body, sending);
  }

  @CommandRoute('assign-mediator', 'Assign a mediator (指派调解员)')
  assignMediator(@Param('case') of: string, @Body() body: dto.AssignMediatorDto, @Sender() sending: Sending) {
    return this.act(of, 'assignMediator', body, sending);
  }

  @CommandRoute('extend-handling', 'Approve a longer handling, at most 90 days in all (延长, Art. 25¶2)')
  extendHandling(@Param('case') of: string, @Body() body: dto.ExtendHandlingDto, @Sender() sending: Sending) {
    return this.act(of, 'extendHandling', body, sending);
  }

  @CommandRoute('issue-result', 'Issue the result (处理结果)')
  issueResult(@Param('case') of: string, @Body() body: dto.IssueResultDto, @Sender() sending: Sending) {
    return this.act(of, 'issueResult', body, sending);
  }

  @CommandRoute('feed-back', 'Feed the result back in writing (反馈)')
  feedBack(@Param('case') of: string, @Body() body: dto.FeedBackDto, @Sender() sending: Sending) {
    return this.act(of, 'feedBack', body, sending);
  }

  @CommandRoute('withdraw', 'Withdraw the claim (撤回)')
  withdraw(@Param('case') of: string, @Body() body: dto.WithdrawDto, @Sender() sending: Sending) {
    return this.act(of, 'withdraw', body, sending);
  }

  @CommandRoute(
    'examine-scope',
    'Examine whether Order 802 covers the parties (Art. 3), and Art. 67 of the Promotion Law',
  )
  examineScope(@Param('case') of: string, @Body() body: dto.ExamineScopeDto, @Sender() sending: Sending) {
    return this.act(of, 'examineScope', body, sending);
  }

  @CommandRoute('record-proceedings', 'Record that the complainant has sued or gone to arbitration meanwhile')
  recordProceedings(@Param('case') of: string, @Body() body: dto.RecordProceedingsDto, @Sender() sending: Sending) {
    return this.act(of, 'recordProceedings', body, sending);
  }

  private act(of: string, name: OwnCommandName, body: object, sending: Sending) {
    return this.commands.act('overduePayment', of, name, body, sending);
  }
}
