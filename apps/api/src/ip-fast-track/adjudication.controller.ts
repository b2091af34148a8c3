import { Body, Param } from '@nestjs/common';
import type { OwnCommandName } from '@redress/cases/ip-fast-track/commands.js';
import { CaseCommands } from '../commands/case-commands.js';
import { CommandRoute, CommandRoutes } from '../commands/command-routes.js';
import { collectionPaths } from '../commands/paths.js';
import { Sender, type Sending } from '../commands/sender.js';
import {
  IpAddPartyDto,
  IpCancelCaseDto,
  IpChangeClaimDto,
  IpConcludeDto,
  IpDecideJurisdictionDto,
  IpDecideTimeBarDto,
  IpDeclineStayDto,
  IpExtendDefenceDto,
  IpExtensionDto,
  IpHearingNoticeDto,
  IpHoldHearingDto,
  IpIssueRulingDto,
  IpListSeriousDto,
  IpObjectJurisdictionDto,
  IpOrderStayDto,
  IpPublishRulingDto,
  IpReasonDto,
  IpRecordDefenceDto,
  IpRequestEnforcementDto,
  IpScheduleHearingDto,
  IpServeRespondentDto,
  IpServeRulingDto,
  IpServiceDto,
  IpWithdrawDto,
} from './adjudication.dto.js';

@CommandRoutes('IP fast-track cases', collectionPaths.ipFastTrack)
export class IpAdjudicationController {
  constructor(private readonly commands: CaseCommands) {}

  @CommandRoute('serve-respondent', 'Serve the respondent (送达被请求人), Art. 22')
  serveRespondent(@Param('case') of: string, @Body() body: IpServeRespondentDto, @Sender() sending: Sending) {
    return this.act(of, 'serveRespondent', body, sending);
  }

  @CommandRoute('record-defence', 'Receive the defence (收到答辩书)')
  recordDefence(@Param('case') of: string, @Body() body: IpRecordDefenceDto, @Sender() sending: Sending) {
    return this.act(of, 'recordDefence', body, sending);
  }

  @CommandRoute('extend-defence', 'The panel extends the defence (延长答辩期)')
  extendDefence(@Param('case') of: string, @Body() body: IpExtendDefenceDto, @Sender() sending: Sending) {
    return this.act(of, 'extendDefence', body, sending);
  }

  @CommandRoute('pass-defence-on', 'Pass the defence on (转送答辩书)')
  passDefenceOn(@Param('case') of: string, @Body() body: IpServiceDto, @Sender() sending: Sending) {
    return this.act(of, 'passDefenceOn', body, sending);
  }

  @CommandRoute('object-jurisdiction', 'Object to the jurisdiction (管辖异议), Art. 9')
  objectJurisdiction(@Param('case') of: string, @Body() body: IpObjectJurisdictionDto, @Sender() sending: Sending) {
    return this.act(of, 'objectJurisdiction', body, sending);
  }

  @CommandRoute('decide-jurisdiction', 'Decide the objection to the jurisdiction')
  decideJurisdiction(@Param('case') of: string, @Body() body: IpDecideJurisdictionDto, @Sender() sending: Sending) {
    return this.act(of, 'decideJurisdiction', body, sending);
  }

  @CommandRoute('decide-time-bar', 'Decide the time-bar defence (时效抗辩), Art. 19')
  decideTimeBar(@Param('case') of: string, @Body() body: IpDecideTimeBarDto, @Sender() sending: Sending) {
    return this.act(of, 'decideTimeBar', body, sending);
  }

  @CommandRoute('schedule-hearing', 'Set the day of the oral hearing (确定口头审理)')
  scheduleHearing(@Param('case') of: string, @Body() body: IpScheduleHearingDto, @Sender() sending: Sending) {
    return this.act(of, 'scheduleHearing', body, sending);
  }

  @CommandRoute(
    'serve-hearing-notice',
    'Serve the notice of the hearing, three working days before at least (口头审理通知), Art. 26',
  )
  serveHearingNotice(@Param('case') of: string, @Body() body: IpHearingNoticeDto, @Sender() sending: Sending) {
    return this.act(of, 'serveHearingNotice', body, sending);
  }

  @CommandRoute('hold-hearing', 'Record the oral hearing and who was absent (口头审理)')
  holdHearing(@Param('case') of: string, @Body() body: IpHoldHearingDto, @Sender() sending: Sending) {
    return this.act(of, 'holdHearing', body, sending);
  }

  @CommandRoute('add-party', 'Add a party (追加当事人)')
  addParty(@Param('case') of: string, @Body() body: IpAddPartyDto, @Sender() sending: Sending) {
    return this.act(of, 'addParty', body, sending);
  }

  @CommandRoute('change-claim', 'Change the claim (变更请求)')
  changeClaim(@Param('case') of: string, @Body() body: IpChangeClaimDto, @Sender() sending: Sending) {
    return this.act(of, 'changeClaim', body, sending);
  }

  @CommandRoute('order-stay', 'Stay the case (中止), Art. 28')
  orderStay(@Param('case') of: string, @Body() body: IpOrderStayDto, @Sender() sending: Sending) {
    return this.act(of, 'orderStay', body, sending);
  }

  @CommandRoute('decline-stay', 'Go on in spite of an invalidation request (不中止), Art. 29')
  declineStay(@Param('case') of: string, @Body() body: IpDeclineStayDto, @Sender() sending: Sending) {
    return this.act(of, 'declineStay', body, sending);
  }

  @CommandRoute('end-stay', 'Resume the case (恢复审理)')
  endStay(@Param('case') of: string, @Body() body: IpReasonDto, @Sender() sending: Sending) {
    return this.act(of, 'endStay', body, sending);
  }

  @CommandRoute('extend-handling', 'The head approves up to one month more (延长一个月), Art. 37')
  extendHandling(@Param('case') of: string, @Body() body: IpExtensionDto, @Sender() sending: Sending) {
    return this.act(of, 'extendHandling', body, sending);
  }

  @CommandRoute('extend-further', 'The next higher department approves up to two months more (再延长), Art. 37')
  extendFurther(@Param('case') of: string, @Body() body: IpExtensionDto, @Sender() sending: Sending) {
    return this.act(of, 'extendFurther', body, sending);
  }

  @CommandRoute('issue-ruling', 'Issue the ruling, directly on repeat infringement (裁决), Art. 34')
  issueRuling(@Param('case') of: string, @Body() body: IpIssueRulingDto, @Sender() sending: Sending) {
    return this.act(of, 'issueRuling', body, sending);
  }

  @CommandRoute('serve-ruling', 'Serve the ruling on a party (送达裁决书): its 15 days to sue start')
  serveRuling(@Param('case') of: string, @Body() body: IpServeRulingDto, @Sender() sending: Sending) {
    return this.act(of, 'serveRuling', body, sending);
  }

  @CommandRoute('publish-ruling', 'Publish the ruling (公开裁决), Art. 83')
  publishRuling(@Param('case') of: string, @Body() body: IpPublishRulingDto, @Sender() sending: Sending) {
    return this.act(of, 'publishRuling', body, sending);
  }

  @CommandRoute('request-enforcement', 'Request enforcement by the court (申请强制执行), Patent Law Art. 65')
  requestEnforcement(@Param('case') of: string, @Body() body: IpRequestEnforcementDto, @Sender() sending: Sending) {
    return this.act(of, 'requestEnforcement', body, sending);
  }

  @CommandRoute('list-serious', 'Enter in the serious list (列入严重违法失信名单), Art. 34')
  listSerious(@Param('case') of: string, @Body() body: IpListSeriousDto, @Sender() sending: Sending) {
    return this.act(of, 'listSerious', body, sending);
  }

  @CommandRoute('conclude', 'Conclude the adjudication (办结)')
  conclude(@Param('case') of: string, @Body() body: IpConcludeDto, @Sender() sending: Sending) {
    return this.act(of, 'conclude', body, sending);
  }

  @CommandRoute('withdraw', 'Withdraw the request (撤回)')
  withdraw(@Param('case') of: string, @Body() body: IpWithdrawDto, @Sender() sending: Sending) {
    return this.act(of, 'withdraw', body, sending);
  }

  @CommandRoute('cancel-case', 'Cancel the case (撤销案件), Art. 36')
  cancelCase(@Param('case') of: string, @Body() body: IpCancelCaseDto, @Sender() sending: Sending) {
    return this.act(of, 'cancelCase', body, sending);
  }

  private act(of: string, name: OwnCommandName, body: object, sending: Sending) {
    return this.commands.act('ipFastTrack', of, name, body, sending);
  }
}
