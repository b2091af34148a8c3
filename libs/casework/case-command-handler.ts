import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { EventStore } from '@redress/event-store/port.js';
import type { OfficeDirectory } from '@redress/organisation/office-directory.js';
import type { Privacy } from '@redress/privacy/privacy.js';
import { groundsIn } from './grounds/grounds.js';
import { CaseCommand } from './kernel/case-command.js';
import type { CommandOutcome } from './kernel/command-outcome.js';
import type { Complete } from './kernel/decide-command.js';
import { handleCommand } from './kernel/handle-command.js';
import { streamOf, type CommandOfAnyKind } from './kernel/case-stream.js';
import { otherCases, type CaseFinder } from './kernel/other-cases.js';
import type { ServerClock } from './kernel/time.js';
import { CASE_FINDER, EVENT_STORE, LAW, OFFICES, PRIVACY, SERVER_CLOCK } from './kernel/tokens.js';
import type { LawDirectory } from './reference/law-directory.js';
import { lprInLog } from './reference/law-in-log.js';
import { caseKinds, caseworkKind } from './kinds.js';
import { procedureCompletions } from './procedure/completions.js';

/** Gives every command on a case to the decider of its kind, with the offices, officers and cases it names. */
@CommandHandler(CaseCommand)
export class CaseCommandHandler implements ICommandHandler<CaseCommand> {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(SERVER_CLOCK) private readonly clock: ServerClock,
    @Inject(OFFICES) private readonly offices: OfficeDirectory,
    @Inject(CASE_FINDER) private readonly finder: CaseFinder,
    @Inject(PRIVACY) private readonly privacy: Pick<Privacy, 'vault'>,
    @Inject(LAW) private readonly law: LawDirectory,
  ) {}

  async execute({ kind: name, caseId, request, sent, account }: CaseCommand): Promise<CommandOutcome> {
    const { domain, completions, accessOfNew } = caseworkKind(name);
    const completion = completions[sent.name] ?? procedureCompletions[sent.name];
    if (completion) await Promise.all([this.offices.refresh(), this.law.refresh()]);
    const stream = streamOf(domain, caseId);
    const named = {
      offices: this.offices,
      law: this.law,
      lpr: () => lprInLog(this.store),
      grounds: groundsIn(this.store, name),
      cases: otherCases(this.store, this.finder, caseKinds),
      opened: <T>(value: T) => this.privacy.vault.opened(stream, value),
    };
    const complete: Complete<unknown, CommandOfAnyKind> = async (loaded, on, today) => {
      if (!completion) return { command: sent };
      const at = { ...loaded, ...named, caseId, on, today, account };
      const completed = await completion(sent.body as never, at);
      if ('body' in completed) return { command: { name: sent.name, body: completed.body } };
      // The status is told before an office or officer that does not fit is.
      const status = loaded.summary?.status ?? 'none';
      const inStatus = domain.moves[sent.name]?.includes(status);
      const notInStatus = { code: 'notAllowedInStatus', params: { command: sent.name, status } } as const;
      return { outcome: 'refused', refusals: inStatus ? completed.refusals : [notInStatus] };
    };
    const lodging = sent.name === 'lodge' ? accessOfNew(sent.body) : null;
    const issued = { caseId, request, sent, account, accessOfNew: lodging };
    return handleCommand({ store: this.store, clock: this.clock, privacy: this.privacy }, domain, issued, complete);
  }
}
