import { Body, Param } from '@nestjs/common';
import type { OwnCommandName } from '@redress/cases/ip-fast-track/commands.js';
import { CaseCommands } from '../commands/case-commands.js';
import { CommandRoute, CommandRoutes } from '../commands/command-routes.js';
import { collectionPaths } from '../commands/paths.js';
import { Sender, type Sending } from '../commands/sender.js';
import {
  IpDamagesDto,
  IpDeclineComplaintDto,
  IpFeedBackDto,
  IpIssueResultDto,
  IpNumberedDto,
  IpPassToPoliceDto,
  IpPoliceAnswerDto,
  IpReferDto,
  IpStayComplaintDto,
} from './routes.dto.js';
import { IpReasonDto } from './adjudication.dto.js';

@CommandRoutes('IP fast-track cases', collectionPaths.ipFastTrack)
export class IpComplaintController {
  constructor(private readonly commands: CaseCommands) {}

  @CommandRoute('accept-complaint', 'Accept the complaint (受理投诉)')
  acceptComplaint(@Param('case') of: string, @Body() body: IpNumberedDto, @Sender() sending: Sending) {
    return this.act(of, 'acceptComplaint', body, sending);
  }

  @CommandRoute('decline-complaint', 'Decline the complaint (不予受理)')
  declineComplaint(@Param('case') of: string, @Body() body: IpDeclineComplaintDto, @Sender() sending: Sending) {
    return this.act(of, 'declineComplaint', body, sending);
  }

  @CommandRoute('refer-to-body', 'Refer to the competent body (移送有权机关)')
  referToBody(@Param('case') of: string, @Body() body: IpReferDto, @Sender() sending: Sending) {
    return this.act(of, 'referToBody', body, sending);
  }

  @CommandRoute('stay-complaint', 'Stay the complaint (中止处理), Trademark Law Art. 76')
  stayComplaint(@Param('case') of: string, @Body() body: IpStayComplaintDto, @Sender() sending: Sending) {
    return this.act(of, 'stayComplaint', body, sending);
  }

  @CommandRoute('end-complaint-stay', 'Resume the complaint (恢复处理)')
  endComplaintStay(@Param('case') of: string, @Body() body: IpReasonDto, @Sender() sending: Sending) {
    return this.act(of, 'endComplaintStay', body, sending);
  }

  @CommandRoute('pass-to-police', 'Pass a suspected crime to the police (移送公安机关), Art. 75')
  passToPolice(@Param('case') of: string, @Body() body: IpPassToPoliceDto, @Sender() sending: Sending) {
    return this.act(of, 'passToPolice', body, sending);
  }

  @CommandRoute('record-police-answer', 'Record the answer of the police: filed, or back (公安机关答复)')
  recordPoliceAnswer(@Param('case') of: string, @Body() body: IpPoliceAnswerDto, @Sender() sending: Sending) {
    return this.act(of, 'recordPoliceAnswer', body, sending);
  }

  @CommandRoute('issue-result', 'Issue the result of the complaint (处理结果), Art. 74')
  issueResult(@Param('case') of: string, @Body() body: IpIssueResultDto, @Sender() sending: Sending) {
    return this.act(of, 'issueResult', body, sending);
  }

  @CommandRoute('feed-back', 'Feed the result back and conclude (反馈)')
  feedBack(@Param('case') of: string, @Body() body: IpFeedBackDto, @Sender() sending: Sending) {
    return this.act(of, 'feedBack', body, sending);
  }

  @CommandRoute('mediate-damages', 'Record the mediation of damages (调解赔偿)')
  mediateDamages(@Param('case') of: string, @Body() body: IpDamagesDto, @Sender() sending: Sending) {
    return this.act(of, 'mediateDamages', body, sending);
  }

  private act(of: string, name: OwnCommandName, body: object, sending: Sending) {
    return this.commands.act('ipFastTrack', of, name, body, sending);
  }
}
