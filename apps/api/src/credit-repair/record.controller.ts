import { Body, Param } from '@nestjs/common';
import type { RecordCommandName } from '@redress/cases/credit-repair/record-track.js';
import { CaseCommands } from '../commands/case-commands.js';
import { CommandRoute, CommandRoutes } from '../commands/command-routes.js';
import { collectionPaths } from '../commands/paths.js';
import { Sender, type Sending } from '../commands/sender.js';
import { RecordDocumentDto, RecordNumberDto, RecordPlaceDto } from './record.dto.js';

/** What becomes of the record itself, beside the request. */
@CommandRoutes('Credit-repair requests', collectionPaths.creditRepair)
export class CreditRecordController {
  constructor(private readonly commands: CaseCommands) {}

  @CommandRoute('record-penalty', 'Record the penalty decision (处罚决定)')
  recordPenalty(@Param('case') of: string, @Body() body: RecordNumberDto, @Sender() sending: Sending) {
    return this.act(of, 'recordPenalty', body, sending);
  }

  @CommandRoute('publish-penalty', 'Record its publication (处罚公示)')
  publishPenalty(@Param('case') of: string, @Body() body: RecordPlaceDto, @Sender() sending: Sending) {
    return this.act(of, 'publishPenalty', body, sending);
  }

  @CommandRoute('annul-penalty', 'Record its annulment (处罚撤销)')
  annulPenalty(@Param('case') of: string, @Body() body: RecordDocumentDto, @Sender() sending: Sending) {
    return this.act(of, 'annulPenalty', body, sending);
  }

  @CommandRoute('withdraw-record', 'Withdraw the record (撤下)')
  withdrawRecord(@Param('case') of: string, @Body() body: RecordPlaceDto, @Sender() sending: Sending) {
    return this.act(of, 'withdrawRecord', body, sending);
  }

  @CommandRoute('notify-revocation', 'Notify that the basis was revoked (依据撤销通知)')
  notifyRevocation(@Param('case') of: string, @Body() body: RecordDocumentDto, @Sender() sending: Sending) {
    return this.act(of, 'notifyRevocation', body, sending);
  }

  @CommandRoute('delete-record', 'Delete the record (删除)')
  deleteRecord(@Param('case') of: string, @Body() body: RecordPlaceDto, @Sender() sending: Sending) {
    return this.act(of, 'deleteRecord', body, sending);
  }

  @CommandRoute('receive-repair-proof', 'Receive the written proof of the repair (修复证明)')
  receiveRepairProof(@Param('case') of: string, @Body() body: RecordDocumentDto, @Sender() sending: Sending) {
    return this.act(of, 'receiveRepairProof', body, sending);
  }

  @CommandRoute('remove-record', 'Remove the record from view (移出查询界面)')
  removeRecord(@Param('case') of: string, @Body() body: RecordPlaceDto, @Sender() sending: Sending) {
    return this.act(of, 'removeRecord', body, sending);
  }

  private act(of: string, name: RecordCommandName, body: object, sending: Sending) {
    return this.commands.act('creditRepair', of, name, body, sending);
  }
}
