import { Body, Param } from '@nestjs/common';
import type { OwnCommandName } from '@redress/cases/ip-fast-track/commands.js';
import { CaseCommands } from '../commands/case-commands.js';
import { CommandRoute, CommandRoutes } from '../commands/command-routes.js';
import { collectionPaths } from '../commands/paths.js';
import { Sender, type Sending } from '../commands/sender.js';
import {
  IpAnswerActionDto,
  IpEndPriorityDto,
  IpNoticeDto,
  IpNotifyActionDto,
  IpRecommendPriorityDto,
  IpRefusePriorityDto,
} from './routes.dto.js';

@CommandRoutes('IP fast-track cases', collectionPaths.ipFastTrack)
export class IpPriorityController {
  constructor(private readonly commands: CaseCommands) {}

  @CommandRoute('recommend-priority', 'Recommend the request (推荐优先审查), CNIPA 85 Art. 13')
  recommendPriority(@Param('case') of: string, @Body() body: IpRecommendPriorityDto, @Sender() sending: Sending) {
    return this.act(of, 'recommendPriority', body, sending);
  }

  @CommandRoute('grant-priority', 'Record the notice of priority, from which the periods count (优先审查通知), Art. 15')
  grantPriority(@Param('case') of: string, @Body() body: IpNoticeDto, @Sender() sending: Sending) {
    return this.act(of, 'grantPriority', body, sending);
  }

  @CommandRoute('refuse-priority', 'Refuse priority (不予优先审查), Art. 8')
  refusePriority(@Param('case') of: string, @Body() body: IpRefusePriorityDto, @Sender() sending: Sending) {
    return this.act(of, 'refusePriority', body, sending);
  }

  @CommandRoute('issue-first-action', 'Record the first action on an invention (第一次审查意见)')
  issueFirstAction(@Param('case') of: string, @Body() body: IpNoticeDto, @Sender() sending: Sending) {
    return this.act(of, 'issueFirstAction', body, sending);
  }

  @CommandRoute('notify-action', 'Record an office action to answer (审查意见通知), Art. 16')
  notifyAction(@Param('case') of: string, @Body() body: IpNotifyActionDto, @Sender() sending: Sending) {
    return this.act(of, 'notifyAction', body, sending);
  }

  @CommandRoute('answer-action', 'Answer the office action (答复审查意见)')
  answerAction(@Param('case') of: string, @Body() body: IpAnswerActionDto, @Sender() sending: Sending) {
    return this.act(of, 'answerAction', body, sending);
  }

  @CommandRoute('end-priority', 'End the priority: closed, a hard case, or back to the ordinary order (结束优先审查)')
  endPriority(@Param('case') of: string, @Body() body: IpEndPriorityDto, @Sender() sending: Sending) {
    return this.act(of, 'endPriority', body, sending);
  }

  private act(of: string, name: OwnCommandName, body: object, sending: Sending) {
    return this.commands.act('ipFastTrack', of, name, body, sending);
  }
}
