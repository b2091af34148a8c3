import { Body, Controller, HttpCode, Inject, Param, Post, Res, UseInterceptors } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { applyDecorators } from '@nestjs/common';
import type { Response } from 'express';
import type { Account } from '@redress/access/account.js';
import { actorOf } from '@redress/access/account.js';
import {
  OverduePaymentCommand,
  type SentBody,
  type SentCommand,
} from '@redress/casework/overdue-payment/application-command.js';
import type { CommandName } from '@redress/cases/overdue-payment/commands.js';
import { caseId } from '@redress/event-store/identity.js';
import { ProblemException } from '../problems/problem.js';
import { CurrentAccount } from '../session/session.guard.js';
import { CASE_LOCATOR, type CaseLocator } from './case-locator.js';
import { answerOf, CommandAnswer } from './answer.js';
import { Envelope, EnvelopeFaults, refuseFaulty, type CommandEnvelope } from './command-envelope.js';
import * as dto from './dto.js';
import { LodgingFaults } from './lodging-faults.js';

/** One route a command; its name in the path, its words in the body. */
const CommandRoute = (path: string, summary: string) =>
  applyDecorators(
    Post(`:case/${path}`),
    HttpCode(200),
    ApiOperation({ summary }),
    ApiParam({ name: 'case', type: String, description: 'Case id or case number' }),
    ApiHeader({
      name: 'If-Match',
      required: false,
      description: 'Revision decided on, in quotes; 412 when the case has moved',
    }),
    ApiOkResponse({ type: CommandAnswer }),
  );

interface Sender {
  readonly account: Account;
  readonly envelope: CommandEnvelope;
  readonly response: Response;
}

@ApiTags('Overdue-payment claims')
@ApiBearerAuth()
@ApiHeader({ name: 'Idempotency-Key', required: true, description: 'The command id, a UUID chosen by the sender' })
@UseInterceptors(EnvelopeFaults)
@Controller('api/overdue-payment-claims')
export class OverduePaymentController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CASE_LOCATOR) private readonly cases: CaseLocator,
  ) {}

  @Post()
  @UseInterceptors(LodgingFaults)
  @ApiOperation({ summary: 'Lodge a claim (投诉)' })
  @ApiCreatedResponse({ type: CommandAnswer })
  lodge(
    @Body() body: dto.LodgeDto,
    @CurrentAccount() account: Account,
    @Envelope() envelope: CommandEnvelope,
    @Res({ passthrough: true }) response: Response,
  ) {
    const id = caseId(actorOf(account).id, envelope.commandId);
    return this.issue(id, 'lodge', body, { account, envelope, response });
  }

  @CommandRoute('request-supplement', 'Return the claim for supplement, all defects at once (补正, 一次告知)')
  requestSupplement(
    @Param('case') of: string,
    @Body() body: dto.RequestSupplementDto,
    @CurrentAccount() account: Account,
    @Envelope() envelope: CommandEnvelope,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.act(of, 'requestSupplement', body, { account, envelope, response });
  }

  @CommandRoute('supply-materials', 'Supply what was asked for and submit again (补正后重新提交)')
  supplyMaterials(
    @Param('case') of: string,
    @Body() body: dto.SupplyMaterialsDto,
    @CurrentAccount() account: Account,
    @Envelope() envelope: CommandEnvelope,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.act(of, 'supplyMaterials', body, { account, envelope, response });
  }

  @CommandRoute('accept', 'Accept formally (正式受理): the clock of Order 802 Art. 25¶1 starts')
  accept(
    @Param('case') of: string,
    @Body() body: dto.AcceptDto,
    @CurrentAccount() account: Account,
    @Envelope() envelope: CommandEnvelope,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.act(of, 'accept', body, { account, envelope, response });
  }

  @CommandRoute('decline', 'Decline with a ground (不予受理)')
  decline(
    @Param('case') of: string,
    @Body() body: dto.DeclineDto,
    @CurrentAccount() account: Account,
    @Envelope() envelope: CommandEnvelope,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.act(of, 'decline', body, { account, envelope, response });
  }

  @CommandRoute('transfer', 'Transfer to the handling authority (转办)')
  transfer(
    @Param('case') of: string,
    @Body() body: dto.TransferDto,
    @CurrentAccount() account: Account,
    @Envelope() envelope: CommandEnvelope,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.act(of, 'transfer', body, { account, envelope, response });
  }

  @CommandRoute(
    'receive-materials',
    'The handling authority receives the materials (收到投诉材料): the clock of Art. 25¶2 starts',
  )
  receiveMaterials(
    @Param('case') of: string,
    @Body() body: dto.ReceiveMaterialsDto,
    @CurrentAccount() account: Account,
    @Envelope() envelope: CommandEnvelope,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.act(of, 'receiveMaterials', body, { account, envelope, response });
  }

  @CommandRoute('assign-mediator', 'Assign a mediator (指派调解员)')
  assignMediator(
    @Param('case') of: string,
    @Body() body: dto.AssignMediatorDto,
    @CurrentAccount() account: Account,
    @Envelope() envelope: CommandEnvelope,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.act(of, 'assignMediator', body, { account, envelope, response });
  }

  @CommandRoute('record-reply', 'Record the reply of the respondent (被投诉人答复)')
  recordReply(
    @Param('case') of: string,
    @Body() body: dto.RecordReplyDto,
    @CurrentAccount() account: Account,
    @Envelope() envelope: CommandEnvelope,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.act(of, 'recordReply', body, { account, envelope, response });
  }

  @CommandRoute('hold-mediation', 'Record a mediation held (调解)')
  holdMediation(
    @Param('case') of: string,
    @Body() body: dto.HoldMediationDto,
    @CurrentAccount() account: Account,
    @Envelope() envelope: CommandEnvelope,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.act(of, 'holdMediation', body, { account, envelope, response });
  }

  @CommandRoute('agree-settlement', 'Record a settlement with its instalments (和解)')
  agreeSettlement(
    @Param('case') of: string,
    @Body() body: dto.AgreeSettlementDto,
    @CurrentAccount() account: Account,
    @Envelope() envelope: CommandEnvelope,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.act(of, 'agreeSettlement', body, { account, envelope, response });
  }

  @CommandRoute('record-payment', 'Record a payment (付款)')
  recordPayment(
    @Param('case') of: string,
    @Body() body: dto.RecordPaymentDto,
    @CurrentAccount() account: Account,
    @Envelope() envelope: CommandEnvelope,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.act(of, 'recordPayment', body, { account, envelope, response });
  }

  @CommandRoute('extend-handling', 'Approve a longer handling, at most 90 days in all (延长, Art. 25¶2)')
  extendHandling(
    @Param('case') of: string,
    @Body() body: dto.ExtendHandlingDto,
    @CurrentAccount() account: Account,
    @Envelope() envelope: CommandEnvelope,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.act(of, 'extendHandling', body, { account, envelope, response });
  }

  @CommandRoute('issue-result', 'Issue the result (处理结果)')
  issueResult(
    @Param('case') of: string,
    @Body() body: dto.IssueResultDto,
    @CurrentAccount() account: Account,
    @Envelope() envelope: CommandEnvelope,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.act(of, 'issueResult', body, { account, envelope, response });
  }

  @CommandRoute('feed-back', 'Feed the result back in writing (反馈)')
  feedBack(
    @Param('case') of: string,
    @Body() body: dto.FeedBackDto,
    @CurrentAccount() account: Account,
    @Envelope() envelope: CommandEnvelope,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.act(of, 'feedBack', body, { account, envelope, response });
  }

  @CommandRoute('withdraw', 'Withdraw the claim (撤回)')
  withdraw(
    @Param('case') of: string,
    @Body() body: dto.WithdrawDto,
    @CurrentAccount() account: Account,
    @Envelope() envelope: CommandEnvelope,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.act(of, 'withdraw', body, { account, envelope, response });
  }

  @CommandRoute('terminate', 'Terminate the handling with a ground (终止办理)')
  terminate(
    @Param('case') of: string,
    @Body() body: dto.TerminateDto,
    @CurrentAccount() account: Account,
    @Envelope() envelope: CommandEnvelope,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.act(of, 'terminate', body, { account, envelope, response });
  }

  private async act(
    of: string,
    name: Exclude<CommandName, 'lodge' | 'fireRung'>,
    body: object,
    sender: Sender,
  ): Promise<CommandAnswer> {
    refuseFaulty(sender.envelope);
    const id = await this.cases.find(of);
    if (id === null) throw new ProblemException(404, 'notFound');
    return this.issue(id, name, body, sender);
  }

  private async issue(
    id: string,
    name: CommandName,
    body: object,
    { account, envelope, response }: Sender,
  ): Promise<CommandAnswer> {
    refuseFaulty(envelope);
    const { occurredOn, occurredOnReason, ...words } = plain(body) as dto.OfficersAct;
    const { commandId, ifMatch } = envelope;
    const request = { commandId, ifMatch, actor: actorOf(account), occurredOn, occurredOnReason };
    const sent = { name, body: words as SentBody<CommandName> } as SentCommand;
    const outcome = await this.commands.execute(new OverduePaymentCommand(id, request, sent, account));
    const answer = answerOf(outcome);
    response.set('ETag', `"${answer.revision}"`);
    return answer;
  }
}

/** Class instances of the door become the plain command of the decider. */
function plain(body: object): object {
  return JSON.parse(JSON.stringify(body)) as object;
}
