import { Body, Param } from '@nestjs/common';
import type { OwnCommandName } from '@redress/cases/credit-repair/commands.js';
import { CaseCommands } from '../commands/case-commands.js';
import { CommandRoute, CommandRoutes, LodgeRoute } from '../commands/command-routes.js';
import { collectionPaths } from '../commands/paths.js';
import { Sender, type Sending } from '../commands/sender.js';
import { OfficersAct } from '../commands/when.dto.js';
import {
  DecideRepairDto,
  DeclineRepairDto,
  EndPublicityDto,
  ExtendRepairDto,
  FindFalsePromiseDto,
  LiftSanctionsDto,
  LodgeRepairDto,
  PassToDepartmentDto,
  ReachMaximumDto,
  RecordRepairNoticeDto,
  ReviewConditionsDto,
  ShareResultDto,
  SupplyRepairMaterialsDto,
  TellResultDto,
  WithdrawRepairDto,
} from './dto.js';

@CommandRoutes('Credit-repair requests', collectionPaths.creditRepair)
export class CreditRepairController {
  constructor(private readonly commands: CaseCommands) {}

  @LodgeRoute('Request credit repair (申请信用修复)')
  lodge(@Body() body: LodgeRepairDto, @Sender() sending: Sending) {
    return this.commands.lodge('creditRepair', body, sending);
  }

  @CommandRoute('supply-materials', 'Supply what was asked for and submit again (补正后重新提交)')
  supplyMaterials(@Param('case') of: string, @Body() body: SupplyRepairMaterialsDto, @Sender() sending: Sending) {
    return this.act(of, 'supplyMaterials', body, sending);
  }

  @CommandRoute('pass-to-department', 'Pass to the department that made the record (转主管部门)')
  passToDepartment(@Param('case') of: string, @Body() body: PassToDepartmentDto, @Sender() sending: Sending) {
    return this.act(of, 'passToDepartment', body, sending);
  }

  @CommandRoute('accept', 'Accept (受理)')
  accept(@Param('case') of: string, @Body() body: OfficersAct, @Sender() sending: Sending) {
    return this.act(of, 'accept', body, sending);
  }

  @CommandRoute('decline', 'Decline with a ground (不予受理)')
  decline(@Param('case') of: string, @Body() body: DeclineRepairDto, @Sender() sending: Sending) {
    return this.act(of, 'decline', body, sending);
  }

  @CommandRoute('review-conditions', 'Find the four conditions proved or not (审查条件)')
  reviewConditions(@Param('case') of: string, @Body() body: ReviewConditionsDto, @Sender() sending: Sending) {
    return this.act(of, 'reviewConditions', body, sending);
  }

  @CommandRoute('extend-handling', 'Extend where complex or to be checked (延长)')
  extendHandling(@Param('case') of: string, @Body() body: ExtendRepairDto, @Sender() sending: Sending) {
    return this.act(of, 'extendHandling', body, sending);
  }

  @CommandRoute('decide-repair', 'Decide on the repair (修复决定)')
  decideRepair(@Param('case') of: string, @Body() body: DecideRepairDto, @Sender() sending: Sending) {
    return this.act(of, 'decideRepair', body, sending);
  }

  @CommandRoute('end-publicity', 'End the publicity (终止公示)')
  endPublicity(@Param('case') of: string, @Body() body: EndPublicityDto, @Sender() sending: Sending) {
    return this.act(of, 'endPublicity', body, sending);
  }

  @CommandRoute('share-result', 'Share the conclusion (共享修复结论)')
  shareResult(@Param('case') of: string, @Body() body: ShareResultDto, @Sender() sending: Sending) {
    return this.act(of, 'shareResult', body, sending);
  }

  @CommandRoute('tell-result', 'Tell the applicant the result (告知结果)')
  tellResult(@Param('case') of: string, @Body() body: TellResultDto, @Sender() sending: Sending) {
    return this.act(of, 'tellResult', body, sending);
  }

  @CommandRoute('reach-maximum', 'The maximum publicity period has been reached (最长公示期届满)')
  reachMaximum(@Param('case') of: string, @Body() body: ReachMaximumDto, @Sender() sending: Sending) {
    return this.act(of, 'reachMaximum', body, sending);
  }

  @CommandRoute('record-repair-notice', 'Record the repair notice that came with the penalty (两书同达)')
  recordRepairNotice(@Param('case') of: string, @Body() body: RecordRepairNoticeDto, @Sender() sending: Sending) {
    return this.act(of, 'recordRepairNotice', body, sending);
  }

  @CommandRoute('lift-sanctions', 'Lift sanctions for the time being, in bankruptcy (暂时解除惩戒)')
  liftSanctions(@Param('case') of: string, @Body() body: LiftSanctionsDto, @Sender() sending: Sending) {
    return this.act(of, 'liftSanctions', body, sending);
  }

  @CommandRoute('find-false-promise', 'Find a false promise (虚假承诺)')
  findFalsePromise(@Param('case') of: string, @Body() body: FindFalsePromiseDto, @Sender() sending: Sending) {
    return this.act(of, 'findFalsePromise', body, sending);
  }

  @CommandRoute('withdraw', 'Withdraw the request (撤回)')
  withdraw(@Param('case') of: string, @Body() body: WithdrawRepairDto, @Sender() sending: Sending) {
    return this.act(of, 'withdraw', body, sending);
  }

  private act(of: string, name: OwnCommandName, body: object, sending: Sending) {
    return this.commands.act('creditRepair', of, name, body, sending);
  }
}
