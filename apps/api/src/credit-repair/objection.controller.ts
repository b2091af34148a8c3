import { Body, Param } from '@nestjs/common';
import type { OwnCommandName } from '@redress/cases/credit-repair/commands.js';
import { CaseCommands } from '../commands/case-commands.js';
import { CommandRoute, CommandRoutes } from '../commands/command-routes.js';
import { collectionPaths } from '../commands/paths.js';
import { Sender, type Sending } from '../commands/sender.js';
import { OfficersAct } from '../commands/when.dto.js';
import { DecideObjectionDto, ForwardObjectionDto, RaiseObjectionDto } from './record.dto.js';

/** Objections to a record: 上海市社会信用条例 Art. 36. */
@CommandRoutes('Credit-repair requests', collectionPaths.creditRepair)
export class CreditObjectionController {
  constructor(private readonly commands: CaseCommands) {}

  @CommandRoute('raise-objection', 'Raise an objection (提出异议)')
  raiseObjection(@Param('case') of: string, @Body() body: RaiseObjectionDto, @Sender() sending: Sending) {
    return this.act(of, 'raiseObjection', body, sending);
  }

  @CommandRoute('mark-objection', 'Mark the objection (异议标注)')
  markObjection(@Param('case') of: string, @Body() body: OfficersAct, @Sender() sending: Sending) {
    return this.act(of, 'markObjection', body, sending);
  }

  @CommandRoute('forward-objection', 'Forward the objection to the source (转交异议)')
  forwardObjection(@Param('case') of: string, @Body() body: ForwardObjectionDto, @Sender() sending: Sending) {
    return this.act(of, 'forwardObjection', body, sending);
  }

  @CommandRoute('receive-objection', 'Record that the source received it (信息提供单位收到)')
  receiveObjection(@Param('case') of: string, @Body() body: OfficersAct, @Sender() sending: Sending) {
    return this.act(of, 'receiveObjection', body, sending);
  }

  @CommandRoute('decide-objection', 'Decide the objection (异议决定)')
  decideObjection(@Param('case') of: string, @Body() body: DecideObjectionDto, @Sender() sending: Sending) {
    return this.act(of, 'decideObjection', body, sending);
  }

  private act(of: string, name: OwnCommandName, body: object, sending: Sending) {
    return this.commands.act('creditRepair', of, name, body, sending);
  }
}
