import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { actorOf, isOfficial } from '@redress/access/account.js';
import { mayDate } from '@redress/access/policies/dating.js';
import { CaseCommand } from '@redress/casework/kernel/case-command.js';
import type { CaseFinder } from '@redress/casework/kernel/other-cases.js';
import { CASE_FINDER } from '@redress/casework/kernel/tokens.js';
import type { CaseKind as KindName } from '@redress/cases/shared/case-number.js';
import { caseId } from '@redress/event-store/identity.js';
import { ProblemException } from '../problems/problem.js';
import { isUuid } from '../problems/uuid.js';
import { answerOf, type CommandAnswer } from './answer.js';
import { refuseFaulty } from './command-envelope.js';
import type { Sending } from './sender.js';

/** What a body may say of when the act took effect (invariant 15), beside the command's own words. */
interface When {
  readonly occurredOn?: string;
  readonly occurredOnReason?: string;
}

/** From a request to the CommandBus and back to an answer, the same for the commands of every kind. */
@Injectable()
export class CaseCommands {
  constructor(
    private readonly bus: CommandBus,
    @Inject(CASE_FINDER) private readonly cases: CaseFinder,
  ) {}

  /** A new case, whose id is a function of the command. @throws ProblemException */
  async lodge(kind: KindName, body: object, sending: Sending): Promise<CommandAnswer> {
    const { commandId, ifMatch } = sending.envelope;
    refuseFaulty(sending.envelope);
    // There is no revision yet to match: a sender who names one takes this for another command.
    if (ifMatch !== undefined)
      throw new ProblemException(400, 'invalid', {}, [{ field: 'If-Match', code: 'nothingToMatch' }]);
    return this.issue(
      kind,
      caseId(actorOf(sending.account).id, commandId),
      'lodge',
      isOfficial(sending.account) ? asReceived(body) : body,
      sending,
    );
  }

  /** @param kind the one kind that the command belongs to; null for a command which all have @throws ProblemException */
  async act(
    kind: KindName | null,
    reference: string,
    name: string,
    body: object,
    sending: Sending,
  ): Promise<CommandAnswer> {
    refuseFaulty(sending.envelope);
    // Before the case is looked for: the answer tells a stranger nothing of whether there is one.
    if ((body as When).occurredOn !== undefined && !mayDate(sending.account, name))
      throw new ProblemException(422, 'invalid', {}, [{ field: 'occurredOn', code: 'officesDay' }]);
    // Of a case named by its id the command itself finds out whether there is one of its kind.
    const found =
      kind !== null && isUuid(reference) ? { kind, caseId: reference.toLowerCase() } : await this.cases.find(reference);
    if (found === null || (kind !== null && found.kind !== kind)) throw new ProblemException(404, 'notFound');
    return this.issue(found.kind, found.caseId, name, body, sending);
  }

  private async issue(
    kind: KindName,
    id: string,
    name: string,
    said: object,
    { account, envelope, response }: Sending,
  ): Promise<CommandAnswer> {
    const { commandId, ifMatch } = envelope;
    const { occurredOn, occurredOnReason, ...body } = plain(said) as When;
    const request = { commandId, actor: actorOf(account), occurredOn, occurredOnReason, ifMatch };
    const answer = answerOf(await this.bus.execute(new CaseCommand(kind, id, request, { name, body }, account)));
    response.set('ETag', `"${answer.revision}"`);
    return answer;
  }
}

/** What an officer lodges took effect on the day it was received: the first clock counts from it. */
function asReceived(body: object & { lodging?: { receivedOn: string } }): object {
  if (!body.lodging) return body;
  const occurredOnReason = '按收件日期记录 · as received';
  return { ...body, occurredOn: body.lodging.receivedOn, occurredOnReason };
}

/** Class instances of the door become the plain command of the decider. */
function plain(body: object): object {
  return JSON.parse(JSON.stringify(body)) as object;
}
