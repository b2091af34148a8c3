import { Body, Param } from '@nestjs/common';
import type { OwnCommandName } from '@redress/cases/ip-fast-track/commands.js';
import { CaseCommands } from '../commands/case-commands.js';
import { CommandRoute, CommandRoutes } from '../commands/command-routes.js';
import { collectionPaths } from '../commands/paths.js';
import { Sender, type Sending } from '../commands/sender.js';
import {
  IpCureDefectsDto,
  IpFileCaseDto,
  IpReasonDto,
  IpRefuseFilingDto,
  IpRefuseReportDto,
  IpRequireReportDto,
  IpSuppliedDto,
  IpSupplyReportDto,
  IpTellDefectsDto,
} from './adjudication.dto.js';

@CommandRoutes('IP fast-track cases', collectionPaths.ipFastTrack)
export class IpFilingController {
  constructor(private readonly commands: CaseCommands) {}

  @CommandRoute('supply-materials', 'Supply what was asked for and submit again (补正后重新提交)')
  supplyMaterials(@Param('case') of: string, @Body() body: IpSuppliedDto, @Sender() sending: Sending) {
    return this.act(of, 'supplyMaterials', body, sending);
  }

  @CommandRoute(
    'require-report',
    'Require the evaluation report of a utility model or design (要求提交评价报告), CNIPA 81 Art. 14',
  )
  requireReport(@Param('case') of: string, @Body() body: IpRequireReportDto, @Sender() sending: Sending) {
    return this.act(of, 'requireReport', body, sending);
  }

  @CommandRoute('supply-report', 'Supply the evaluation report (提交评价报告)')
  supplyReport(@Param('case') of: string, @Body() body: IpSupplyReportDto, @Sender() sending: Sending) {
    return this.act(of, 'supplyReport', body, sending);
  }

  @CommandRoute('refuse-report', 'Do not supply the evaluation report, with or without a reason')
  refuseReport(@Param('case') of: string, @Body() body: IpRefuseReportDto, @Sender() sending: Sending) {
    return this.act(of, 'refuseReport', body, sending);
  }

  @CommandRoute(
    'tell-defects',
    'Tell all defects once, in writing, with the period the office sets (告知补正), Art. 16',
  )
  tellDefects(@Param('case') of: string, @Body() body: IpTellDefectsDto, @Sender() sending: Sending) {
    return this.act(of, 'tellDefects', body, sending);
  }

  @CommandRoute('cure-defects', 'Cure the defects (补正)')
  cureDefects(@Param('case') of: string, @Body() body: IpCureDefectsDto, @Sender() sending: Sending) {
    return this.act(of, 'cureDefects', body, sending);
  }

  @CommandRoute('extend-filing', 'Approve five working days more for the filing (延长立案期限), Art. 20')
  extendFiling(@Param('case') of: string, @Body() body: IpReasonDto, @Sender() sending: Sending) {
    return this.act(of, 'extendFiling', body, sending);
  }

  @CommandRoute('file-case', 'File the case with its panel (立案), Art. 12 and 20')
  fileCase(@Param('case') of: string, @Body() body: IpFileCaseDto, @Sender() sending: Sending) {
    return this.act(of, 'fileCase', body, sending);
  }

  @CommandRoute('refuse-filing', 'Refuse the filing with reasons (不予立案)')
  refuseFiling(@Param('case') of: string, @Body() body: IpRefuseFilingDto, @Sender() sending: Sending) {
    return this.act(of, 'refuseFiling', body, sending);
  }

  private act(of: string, name: OwnCommandName, body: object, sending: Sending) {
    return this.commands.act('ipFastTrack', of, name, body, sending);
  }
}
