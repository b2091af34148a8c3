import { Body, Param } from '@nestjs/common';
import { CaseCommands } from '../commands/case-commands.js';
import { CommandRoute, CommandRoutes } from '../commands/command-routes.js';
import { casesPath } from '../commands/paths.js';
import { Sender, type Sending } from '../commands/sender.js';
import * as dto from './custody.dto.js';

/** Who answers for the file and who has it in hand, in every kind of case. */
@CommandRoutes('Any case: custody', casesPath)
export class CustodyController {
  constructor(private readonly commands: CaseCommands) {}

  @CommandRoute('name-first-contact', 'Name who answers to the complainant until the conclusion (首接负责)')
  nameFirstContact(@Param('case') of: string, @Body() body: dto.NameFirstContactDto, @Sender() sending: Sending) {
    return this.commands.act(null, of, 'nameFirstContact', body, sending);
  }

  @CommandRoute('record-first-contact', 'Record the first contact with the complainant (首次联系)')
  recordFirstContact(@Param('case') of: string, @Body() body: dto.RecordFirstContactDto, @Sender() sending: Sending) {
    return this.commands.act(null, of, 'recordFirstContact', body, sending);
  }

  @CommandRoute('assign-officer', 'Assign or reassign the officer who has it in hand (指派承办人)')
  assignOfficer(@Param('case') of: string, @Body() body: dto.AssignOfficerDto, @Sender() sending: Sending) {
    return this.commands.act(null, of, 'assignOfficer', body, sending);
  }

  @CommandRoute('take-over', 'Take the file into one’s own hands (接手)')
  takeOver(@Param('case') of: string, @Body() body: dto.TakeOverDto, @Sender() sending: Sending) {
    return this.commands.act(null, of, 'takeOver', body, sending);
  }

  @CommandRoute('hand-up', 'Hand up to an office of a higher level (上报)')
  handUp(@Param('case') of: string, @Body() body: dto.HandOnDto, @Sender() sending: Sending) {
    return this.commands.act(null, of, 'handUp', body, sending);
  }

  @CommandRoute('hand-down', 'Hand down to an office of a lower level (下派)')
  handDown(@Param('case') of: string, @Body() body: dto.HandOnDto, @Sender() sending: Sending) {
    return this.commands.act(null, of, 'handDown', body, sending);
  }

  @CommandRoute('arrange-joint-handling', 'Several offices act together, the handling office leads (联席会议)')
  arrangeJointHandling(
    @Param('case') of: string,
    @Body() body: dto.ArrangeJointHandlingDto,
    @Sender() sending: Sending,
  ) {
    return this.commands.act(null, of, 'arrangeJointHandling', body, sending);
  }

  @CommandRoute('record-co-handler-report', 'A co-handler reports to the lead (协办反馈)')
  recordCoHandlerReport(
    @Param('case') of: string,
    @Body() body: dto.RecordCoHandlerReportDto,
    @Sender() sending: Sending,
  ) {
    return this.commands.act(null, of, 'recordCoHandlerReport', body, sending);
  }

  @CommandRoute('end-joint-handling', 'End the joint handling')
  endJointHandling(@Param('case') of: string, @Body() body: dto.EndJointHandlingDto, @Sender() sending: Sending) {
    return this.commands.act(null, of, 'endJointHandling', body, sending);
  }

  @CommandRoute('object-to-dispatch', 'Object to the dispatch (派单异议)')
  objectToDispatch(@Param('case') of: string, @Body() body: dto.ObjectToDispatchDto, @Sender() sending: Sending) {
    return this.commands.act(null, of, 'objectToDispatch', body, sending);
  }

  @CommandRoute(
    'decide-dispatch-objection',
    'Decide the objection to the dispatch, once: another office, or null for the accepting authority',
  )
  decideDispatchObjection(
    @Param('case') of: string,
    @Body() body: dto.DecideDispatchObjectionDto,
    @Sender() sending: Sending,
  ) {
    return this.commands.act(null, of, 'decideDispatchObjection', body, sending);
  }

  @CommandRoute('hand-to-platform', 'Hand over to a platform outside, such as the national one (移交其他平台)')
  handToPlatform(@Param('case') of: string, @Body() body: dto.HandToPlatformDto, @Sender() sending: Sending) {
    return this.commands.act(null, of, 'handToPlatform', body, sending);
  }

  @CommandRoute('appoint-agent', 'Give an agent authority to act for the complainant (委托代理)')
  appointAgent(@Param('case') of: string, @Body() body: dto.AppointAgentDto, @Sender() sending: Sending) {
    return this.commands.act(null, of, 'appointAgent', body, sending);
  }

  @CommandRoute('revoke-agent', 'Take the agent’s authority back: it neither acts nor reads any more (撤销代理)')
  revokeAgent(@Param('case') of: string, @Body() body: dto.RevokeAgentDto, @Sender() sending: Sending) {
    return this.commands.act(null, of, 'revokeAgent', body, sending);
  }
}
