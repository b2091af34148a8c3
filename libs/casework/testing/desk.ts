import { randomUUID } from 'node:crypto';
import type { Account } from '@redress/access/account.js';
import { actorOf } from '@redress/access/account.js';
import { demonstrationAccounts } from '@redress/access/demonstration-accounts.js';
import { streamOf } from '@redress/cases/overdue-payment/events.js';
import type { CaseKind as KindName } from '@redress/cases/shared/case-number.js';
import { caseId as caseIdOf } from '@redress/event-store/identity.js';
import { MemoryEventStore } from '@redress/event-store/memory/memory-store.js';
import type { EventStore, RecordedEvent } from '@redress/event-store/port.js';
import { demonstrationOrganisation } from '@redress/organisation/demonstration.js';
import { loadOrganisation } from '@redress/organisation/load-organisation.js';
import { OfficeDirectory } from '@redress/organisation/office-directory.js';
import type { CommandOutcome, CommandRequest, Done } from '../kernel/command-outcome.js';
import { MemoryKeys } from '@redress/privacy/testing/memory-keys.js';
import { Vault } from '@redress/privacy/vault.js';
import { loadDemonstrationGrounds } from '../grounds/demonstration-grounds.js';
import { CaseCommandHandler } from '../case-command-handler.js';
import { CaseCommand } from '../kernel/case-command.js';
import { findsById } from '../kernel/other-cases.js';
import { caseKinds } from '../kinds.js';
import { sentBodies } from './sent-bodies.js';
import { LawDirectory } from '../reference/law-directory.js';

type PersonsCommand = keyof typeof sentBodies;

/** The casework over a log in memory, with the demonstration's offices and people; the day is the test's. */
export class Desk {
  now = '2025-09-10T10:00:00+08:00';
  readonly clock = { now: () => Promise.resolve(this.now) };
  readonly memory = new MemoryEventStore(() => Date.parse(this.now));
  readonly keys = new MemoryKeys();
  readonly privacy = { vault: new Vault(this.keys) };
  private readonly accounts = demonstrationAccounts().map((account) => ({ ...account, id: randomUUID() }));
  private readonly offices = new OfficeDirectory(this.memory);
  readonly law = new LawDirectory(this.memory);

  static async open(): Promise<Desk> {
    const desk = new Desk();
    await loadOrganisation(desk.memory, demonstrationOrganisation());
    await loadDemonstrationGrounds(desk.memory);
    return desk;
  }

  /** From now on it is ten o'clock in Shanghai on this day. */
  on(day: string): this {
    this.now = `${day}T10:00:00+08:00`;
    return this;
  }

  account(name: string): Account {
    return this.accounts.find((account) => account.name === name)!;
  }

  /** @param by account name of the demonstration */
  command(
    caseId: string,
    by: string,
    name: PersonsCommand,
    changes: object = {},
    request: Partial<CommandRequest> = {},
    store: EventStore = this.memory,
  ): Promise<CommandOutcome> {
    const body = { ...sentBodies[name], ...changes };
    return this.commandOf('overduePayment', caseId, by, name, body, request, store);
  }

  /** A command on a case of any kind, as its sender writes it. */
  commandOf(
    kind: KindName,
    caseId: string,
    by: string,
    name: string,
    body: object,
    request: Partial<CommandRequest> = {},
    store: EventStore = this.memory,
  ): Promise<CommandOutcome> {
    const account = this.account(by);
    const full = { commandId: randomUUID(), actor: actorOf(account), ...request };
    const finder = findsById(store, caseKinds);
    const handler = new CaseCommandHandler(store, this.clock, this.offices, finder, this.privacy, this.law);
    return handler.execute(new CaseCommand(kind, caseId, full, { name, body }, account));
  }

  async lodge(commandId: string = randomUUID(), changes: object = {}): Promise<string> {
    const caseId = this.caseIdOf(commandId);
    done(await this.command(caseId, 'sme', 'lodge', changes, { commandId }));
    return caseId;
  }

  caseIdOf(commandId: string, by = 'sme'): string {
    return caseIdOf(actorOf(this.account(by)).id, commandId);
  }

  /** A claim that the handling authority of 浦东新区 has received, with its mediator. */
  async inHandling(changes: object = {}): Promise<string> {
    const caseId = await this.lodge(randomUUID(), changes);
    done(await this.command(caseId, 'intake', 'accept'));
    done(await this.command(caseId, 'intake', 'transfer'));
    done(await this.command(caseId, 'handler', 'receiveMaterials'));
    done(await this.command(caseId, 'handler', 'assignMediator'));
    return caseId;
  }

  history(caseId: string): Promise<readonly RecordedEvent[]> {
    return this.memory.readStream(streamOf(caseId));
  }

  /** As who may read the case reads it. */
  async openHistory(caseId: string): Promise<readonly RecordedEvent[]> {
    return this.privacy.vault.opened(streamOf(caseId), await this.history(caseId));
  }

  async types(caseId: string): Promise<readonly string[]> {
    return (await this.history(caseId)).map(({ type }) => type);
  }
}

/** @throws Error for every outcome but `done` */
export function done(outcome: CommandOutcome): Done {
  if (outcome.outcome !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome;
}

/** `field: code` of every ground of a refusal, or the outcome's name. */
export function grounds(outcome: CommandOutcome): readonly string[] {
  if (outcome.outcome !== 'refused') return [outcome.outcome];
  return outcome.refusals.map(({ field, code }) => (field ? `${field}: ${code}` : code));
}
