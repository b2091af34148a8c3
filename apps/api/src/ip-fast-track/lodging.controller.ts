import { Body } from '@nestjs/common';
import type { Route } from '@redress/cases/ip-fast-track/matter.js';
import { CaseCommands } from '../commands/case-commands.js';
import { CommandRoutes, LodgeRoute } from '../commands/command-routes.js';
import { collectionPaths } from '../commands/paths.js';
import { Sender, type Sending } from '../commands/sender.js';
import {
  IpAdjudicationRequestDto,
  IpComplaintRequestDto,
  IpMediationRequestDto,
  IpPriorityRequestDto,
  type IpRequestDto,
} from './lodging.dto.js';

/** One way in a route: what is asked for decides what must be said. */
@CommandRoutes('IP fast-track cases', collectionPaths.ipFastTrack)
export class IpLodgingController {
  constructor(private readonly commands: CaseCommands) {}

  @LodgeRoute('Request the adjudication of a patent infringement (请求行政裁决), CNIPA 81', 'adjudication')
  adjudication(@Body() body: IpAdjudicationRequestDto, @Sender() sending: Sending) {
    return this.lodge('adjudication', body, sending);
  }

  @LodgeRoute('Request the mediation of a patent dispute (请求调解), CNIPA 81 Art. 65', 'mediation')
  mediation(@Body() body: IpMediationRequestDto, @Sender() sending: Sending) {
    return this.lodge('mediation', body, sending);
  }

  @LodgeRoute('Request priority examination (请求优先审查), CNIPA 85', 'priority-examination')
  priorityExamination(@Body() body: IpPriorityRequestDto, @Sender() sending: Sending) {
    return this.lodge('priorityExamination', body, sending);
  }

  @LodgeRoute('Complain of trademark infringement (商标侵权投诉)', 'trademark')
  trademark(@Body() body: IpComplaintRequestDto, @Sender() sending: Sending) {
    return this.lodge('trademark', body, sending);
  }

  @LodgeRoute('Complain of copyright infringement (著作权侵权投诉)', 'copyright')
  copyright(@Body() body: IpComplaintRequestDto, @Sender() sending: Sending) {
    return this.lodge('copyright', body, sending);
  }

  @LodgeRoute('Complain of trade-secret infringement (侵犯商业秘密投诉)', 'trade-secret')
  tradeSecret(@Body() body: IpComplaintRequestDto, @Sender() sending: Sending) {
    return this.lodge('tradeSecret', body, sending);
  }

  private lodge(route: Route, body: IpRequestDto & { readonly matter: object }, sending: Sending) {
    return this.commands.lodge('ipFastTrack', { ...body, matter: { route, ...body.matter } }, sending);
  }
}
