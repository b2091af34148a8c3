import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Account } from '@redress/access/account.js';
import type { Command } from '@redress/cases/overdue-payment/commands.js';
import type { OfficeRef } from '@redress/cases/overdue-payment/events.js';
import type { State } from '@redress/cases/overdue-payment/state.js';
import type { EventStore } from '@redress/event-store/port.js';
import type { Office } from '@redress/organisation/office.js';
import type { OfficeDirectory } from '@redress/organisation/office-directory.js';
import type { CommandOutcome } from '../kernel/command-outcome.js';
import { handleCommand, type ServerClock } from '../kernel/handle-command.js';
import { EVENT_STORE, OFFICES, SERVER_CLOCK } from '../kernel/tokens.js';
import { OverduePaymentCommand, type SentCommand } from './application-command.js';
import { overduePayment } from './case-kind.js';

/** Gives every command on an overdue-payment claim to the decider, with the offices and officers it names. */
@CommandHandler(OverduePaymentCommand)
export class OverduePaymentHandler implements ICommandHandler<OverduePaymentCommand> {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(SERVER_CLOCK) private readonly clock: ServerClock,
    @Inject(OFFICES) private readonly offices: OfficeDirectory,
  ) {}

  async execute({ caseId, request, sent, account }: OverduePaymentCommand): Promise<CommandOutcome> {
    if (sent.name === 'lodge' || sent.name === 'transfer' || sent.name === 'assignMediator')
      await this.offices.refresh();
    const parts = { store: this.store, clock: this.clock, kind: overduePayment };
    return handleCommand(parts, caseId, request, sent, (state) => this.complete(sent, state, account), account);
  }

  private complete(sent: SentCommand, state: State, account: Account | null): Command | CommandOutcome {
    switch (sent.name) {
      case 'lodge': {
        const [accepting] = this.offices.offices({ function: 'acceptingAuthority' });
        if (!accepting) return { outcome: 'refused', refusals: [{ code: 'noAcceptingOffice' }] };
        if (account?.role === 'sme' && sent.body.complainant.name !== account.company.name) {
          const { name } = account.company;
          return {
            outcome: 'refused',
            refusals: [{ code: 'notYourCompany', field: 'complainant.name', params: { name } }],
          };
        }
        const lines = sent.body.lines.map((line, i) => ({ line: i + 1, ...line }));
        return { name: 'lodge', body: { claim: { ...sent.body, lines }, acceptingOffice: ref(accepting) } };
      }
      case 'transfer': {
        const office = this.offices.office(sent.body.office);
        const to = office?.functions.includes('handlingAuthority') ? ref(office) : null;
        return { name: 'transfer', body: { to, ground: sent.body.ground } };
      }
      case 'assignMediator': {
        const officer = this.offices.officer(sent.body.mediator);
        const ours = state.status !== 'none' && officer?.office === state.handlingOffice?.id;
        const mediator = officer?.role === 'mediator' && ours ? { id: officer.id, name: officer.name.zh } : null;
        return { name: 'assignMediator', body: { mediator } };
      }
      default:
        return sent;
    }
  }
}

function ref({ id, name, district }: Office): OfficeRef {
  return { id, name, district };
}
