import { Command as CqrsCommand } from '@nestjs/cqrs';
import type { Account } from '@redress/access/account.js';
import type { CommandBody, CommandName } from '@redress/cases/overdue-payment/commands.js';
import type { Claim } from '@redress/cases/overdue-payment/events.js';
import type { CommandOutcome, CommandRequest } from '../kernel/command-outcome.js';

/** As their senders write them: offices and officers by their ids, lines without numbers. */
interface SentBodies extends Pick<
  { [C in CommandName]: CommandBody<C> },
  Exclude<CommandName, 'lodge' | 'transfer' | 'assignMediator'>
> {
  lodge: Omit<Claim, 'lines'> & { readonly lines: readonly Omit<Claim['lines'][number], 'line'>[] };
  transfer: { readonly office: string; readonly ground: string };
  assignMediator: { readonly mediator: string };
}

export type SentCommand = { [C in CommandName]: { readonly name: C; readonly body: SentBodies[C] } }[CommandName];
export type SentBody<C extends CommandName> = SentBodies[C];

/** A command on an overdue-payment claim, for the CommandBus. */
export class OverduePaymentCommand extends CqrsCommand<CommandOutcome> {
  constructor(
    readonly caseId: string,
    readonly request: CommandRequest,
    readonly sent: SentCommand,
    /** Null for the system's own. */
    readonly account: Account | null,
  ) {
    super();
  }
}
