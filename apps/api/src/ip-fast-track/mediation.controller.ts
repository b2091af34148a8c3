import { Body, Param } from '@nestjs/common';
import type { OwnCommandName } from '@redress/cases/ip-fast-track/commands.js';
import { CaseCommands } from '../commands/case-commands.js';
import { CommandRoute, CommandRoutes } from '../commands/command-routes.js';
import { collectionPaths } from '../commands/paths.js';
import { Sender, type Sending } from '../commands/sender.js';
import {
  IpAgreeMediationDto,
  IpHoldMediationDto,
  IpNotariseDto,
  IpNumberedDto,
  IpRecordOpinionDto,
  IpRefuseMediationDto,
} from './routes.dto.js';
import { IpReasonDto, IpServiceDto } from './adjudication.dto.js';

@CommandRoutes('IP fast-track cases', collectionPaths.ipFastTrack)
export class IpMediationController {
  constructor(private readonly commands: CaseCommands) {}

  @CommandRoute('serve-mediation-request', 'Serve the request for mediation (送达调解请求), CNIPA 81 Art. 65')
  serveMediationRequest(@Param('case') of: string, @Body() body: IpServiceDto, @Sender() sending: Sending) {
    return this.act(of, 'serveMediationRequest', body, sending);
  }

  @CommandRoute('record-opinion', 'Receive the opinion of the other side (调解意见)')
  recordOpinion(@Param('case') of: string, @Body() body: IpRecordOpinionDto, @Sender() sending: Sending) {
    return this.act(of, 'recordOpinion', body, sending);
  }

  @CommandRoute('file-mediation', 'File the mediation (调解立案), Art. 66')
  fileMediation(@Param('case') of: string, @Body() body: IpNumberedDto, @Sender() sending: Sending) {
    return this.act(of, 'fileMediation', body, sending);
  }

  @CommandRoute('refuse-mediation', 'Do not file the mediation (不予立案)')
  refuseMediation(@Param('case') of: string, @Body() body: IpRefuseMediationDto, @Sender() sending: Sending) {
    return this.act(of, 'refuseMediation', body, sending);
  }

  @CommandRoute('tell-mediation-refusal', 'Tell the requester that it is not filed')
  tellMediationRefusal(@Param('case') of: string, @Body() body: IpServiceDto, @Sender() sending: Sending) {
    return this.act(of, 'tellMediationRefusal', body, sending);
  }

  @CommandRoute('hold-mediation', 'Record a mediation held (调解)')
  holdMediation(@Param('case') of: string, @Body() body: IpHoldMediationDto, @Sender() sending: Sending) {
    return this.act(of, 'holdMediation', body, sending);
  }

  @CommandRoute('agree-mediation', 'Record the agreement (达成调解协议)')
  agreeMediation(@Param('case') of: string, @Body() body: IpAgreeMediationDto, @Sender() sending: Sending) {
    return this.act(of, 'agreeMediation', body, sending);
  }

  @CommandRoute('end-mediation', 'End the mediation without agreement (终止调解)')
  endMediation(@Param('case') of: string, @Body() body: IpReasonDto, @Sender() sending: Sending) {
    return this.act(of, 'endMediation', body, sending);
  }

  @CommandRoute('notarise-agreement', 'Record that the agreement was notarised (公证), Art. 69')
  notariseAgreement(@Param('case') of: string, @Body() body: IpNotariseDto, @Sender() sending: Sending) {
    return this.act(of, 'notariseAgreement', body, sending);
  }

  private act(of: string, name: OwnCommandName, body: object, sending: Sending) {
    return this.commands.act('ipFastTrack', of, name, body, sending);
  }
}
