import { Body, Param } from '@nestjs/common';
import type { OwnCommandName } from '@redress/cases/complaint/commands.js';
import { CaseCommands } from '../commands/case-commands.js';
import { CommandRoute, CommandRoutes, LodgeRoute } from '../commands/command-routes.js';
import { collectionPaths } from '../commands/paths.js';
import { Sender, type Sending } from '../commands/sender.js';
import { OfficersAct } from '../commands/when.dto.js';
import {
  DeclineComplaintDto,
  ExtendComplaintDto,
  FeedBackComplaintDto,
  GradeComplaintDto,
  IssueComplaintResultDto,
  LodgeComplaintDto,
  SupplyComplaintMaterialsDto,
  TransferComplaintDto,
  WithdrawComplaintDto,
} from './dto.js';

@CommandRoutes('Complaints', collectionPaths.complaint)
export class ComplaintController {
  constructor(private readonly commands: CaseCommands) {}

  @LodgeRoute('Lodge a complaint (投诉)')
  lodge(@Body() body: LodgeComplaintDto, @Sender() sending: Sending) {
    return this.commands.lodge('complaint', body, sending);
  }

  @CommandRoute('supply-materials', 'Supply what was asked for and submit again (补正后重新提交)')
  supplyMaterials(@Param('case') of: string, @Body() body: SupplyComplaintMaterialsDto, @Sender() sending: Sending) {
    return this.act(of, 'supplyMaterials', body, sending);
  }

  @CommandRoute('accept', 'Accept (受理)')
  accept(@Param('case') of: string, @Body() body: OfficersAct, @Sender() sending: Sending) {
    return this.act(of, 'accept', body, sending);
  }

  @CommandRoute('decline', 'Decline with a ground and the way that is open (不予受理)')
  decline(@Param('case') of: string, @Body() body: DeclineComplaintDto, @Sender() sending: Sending) {
    return this.act(of, 'decline', body, sending);
  }

  @CommandRoute('grade', 'Grade: general or hard (定级), SHB Art. 49')
  grade(@Param('case') of: string, @Body() body: GradeComplaintDto, @Sender() sending: Sending) {
    return this.act(of, 'grade', body, sending);
  }

  @CommandRoute('regrade', 'The head of the department reviews the grading (复核定级)')
  regrade(@Param('case') of: string, @Body() body: GradeComplaintDto, @Sender() sending: Sending) {
    return this.act(of, 'regrade', body, sending);
  }

  @CommandRoute('transfer', 'Transfer to the body competent (转办)')
  transfer(@Param('case') of: string, @Body() body: TransferComplaintDto, @Sender() sending: Sending) {
    return this.act(of, 'transfer', body, sending);
  }

  @CommandRoute('begin-handling', 'Begin the handling (开始办理)')
  beginHandling(@Param('case') of: string, @Body() body: OfficersAct, @Sender() sending: Sending) {
    return this.act(of, 'beginHandling', body, sending);
  }

  @CommandRoute('extend-handling', 'Extend a petition by up to 30 days (延长)')
  extendHandling(@Param('case') of: string, @Body() body: ExtendComplaintDto, @Sender() sending: Sending) {
    return this.act(of, 'extendHandling', body, sending);
  }

  @CommandRoute('issue-result', 'Answer, or explain why it cannot be done (处理结果)')
  issueResult(@Param('case') of: string, @Body() body: IssueComplaintResultDto, @Sender() sending: Sending) {
    return this.act(of, 'issueResult', body, sending);
  }

  @CommandRoute('feed-back', 'Feed the result back (反馈)')
  feedBack(@Param('case') of: string, @Body() body: FeedBackComplaintDto, @Sender() sending: Sending) {
    return this.act(of, 'feedBack', body, sending);
  }

  @CommandRoute('conclude', 'Conclude (办结)')
  conclude(@Param('case') of: string, @Body() body: OfficersAct, @Sender() sending: Sending) {
    return this.act(of, 'conclude', body, sending);
  }

  @CommandRoute('withdraw', 'Withdraw the complaint (撤回)')
  withdraw(@Param('case') of: string, @Body() body: WithdrawComplaintDto, @Sender() sending: Sending) {
    return this.act(of, 'withdraw', body, sending);
  }

  private act(of: string, name: OwnCommandName, body: object, sending: Sending) {
    return this.commands.act('complaint', of, name, body, sending);
  }
}
