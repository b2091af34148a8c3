import { Body, Param } from '@nestjs/common';
import type { OwnCommandName } from '@redress/cases/ip-fast-track/commands.js';
import { CaseCommands } from '../commands/case-commands.js';
import { CommandRoute, CommandRoutes } from '../commands/command-routes.js';
import { collectionPaths } from '../commands/paths.js';
import { Sender, type Sending } from '../commands/sender.js';
import { IpCloseTrackDto, IpOfficeStepDto, IpSuitDto, IpTrackDto } from './beside.dto.js';
import { IpExtensionDto } from './adjudication.dto.js';

@CommandRoutes('IP fast-track cases', collectionPaths.ipFastTrack)
export class IpBesideController {
  constructor(private readonly commands: CaseCommands) {}

  @CommandRoute('open-track', 'Link a civil, administrative or criminal court case (三审合一)')
  openTrack(@Param('case') of: string, @Body() body: IpTrackDto, @Sender() sending: Sending) {
    return this.act(of, 'openTrack', body, sending);
  }

  @CommandRoute('close-track', 'Record that a linked court case ended')
  closeTrack(@Param('case') of: string, @Body() body: IpCloseTrackDto, @Sender() sending: Sending) {
    return this.act(of, 'closeTrack', body, sending);
  }

  @CommandRoute('record-suit', 'Record a suit brought (起诉)')
  recordSuit(@Param('case') of: string, @Body() body: IpSuitDto, @Sender() sending: Sending) {
    return this.act(of, 'recordSuit', body, sending);
  }

  @CommandRoute('record-office-step', 'Record a step of the proceedings at the national office (国家局程序)')
  recordOfficeStep(@Param('case') of: string, @Body() body: IpOfficeStepDto, @Sender() sending: Sending) {
    return this.act(of, 'recordOfficeStep', body, sending);
  }

  @CommandRoute('record-term-extension', 'Record a term of the trademark office lengthened by its head (期限延长)')
  recordTermExtension(@Param('case') of: string, @Body() body: IpExtensionDto, @Sender() sending: Sending) {
    return this.act(of, 'recordTermExtension', body, sending);
  }

  private act(of: string, name: OwnCommandName, body: object, sending: Sending) {
    return this.commands.act('ipFastTrack', of, name, body, sending);
  }
}
