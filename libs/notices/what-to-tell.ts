import type { ClientBase } from 'pg';
import { isOfficial, type Account } from '@redress/access/account.js';
import { accountsConcerned } from '@redress/access/concerned-accounts.js';
import { accessOf, mayRead, reachOf } from '@redress/access/scope.js';
import { lineOf } from '@redress/access/disclosure/disclosures.js';
import type { Side } from '@redress/access/disclosure/line.js';
import { sideOf } from '@redress/access/disclosure/told.js';
import type { CaseSummary, FoldedEvent } from '@redress/cases/shared/case-kind.js';
import type { RecordedEvent } from '@redress/event-store/port.js';
import { concernedBy, type Audience } from './audience.js';
import { caseAt, type CaseAt } from './case-at.js';
import { toldOf, type Told } from './routing.js';
import type { Occasion, ToRecord } from './record-notices.js';
import type { Facts, Topic } from './topics.js';

/** An occasion, what is to be told of it, and the case by which it is known whom. */
export interface ToTellOf {
  readonly occasion: Occasion;
  readonly summary: CaseSummary;
  readonly told: readonly Told[];
  /** The event, by which it is known what of it a party is given; null where no event is told of. */
  readonly event: (Pick<FoldedEvent, 'type' | 'data'> & { readonly kind: string }) | null;
  /** Who did it: an officer need not be told of their own act. */
  readonly actor: string | null;
}

/** @param history the event's stream up to the event itself @throws UnknownEventError where this release cannot read it */
export function ofCaseEvent(event: RecordedEvent, history: readonly RecordedEvent[]): ToTellOf | null {
  const found = caseAt(history);
  if (found === null) return null;
  const { kind, summary, last } = found;
  const told = { kind, type: last.type, data: last.data };
  return { ...occasionOf(event, found, [event.id]), summary, told: toldOf(last), event: told };
}

/** A person or a text was forgotten: those who work on each case in which they stood are told that something is gone. */
export function ofErasure(event: RecordedEvent, history: readonly RecordedEvent[]): ToTellOf | null {
  const found = caseAt(history);
  if (found === null) return null;
  const told: readonly Told[] = [{ topic: 'erasure', to: ['holder', 'firstContact'], facts: {} }];
  const { occasion, actor } = occasionOf(event, found, [event.id, found.caseId]);
  return { occasion: { ...occasion, stream: history[0]!.stream }, actor, summary: found.summary, told, event: null };
}

function occasionOf(event: RecordedEvent, { caseId, summary }: CaseAt, names: Occasion['names']) {
  const { stream, position, recordedAt, meta } = event;
  const occasion: Occasion = { names, stream, position, caseId, caseNumber: summary.caseNumber, at: recordedAt };
  return { occasion, actor: meta.actor.id };
}

/**
 * The notices with the accounts which they go to today. A party is given what its file gives it of the event, and hears
 * nothing of one that its file does not tell (invariant 16).
 */
export async function addressed(
  client: ClientBase,
  { summary, told, actor, event }: ToTellOf,
): Promise<readonly ToRecord[]> {
  const addressed: ToRecord[] = [];
  for (const { topic, to, facts } of told) {
    const accounts = await accountsFor(client, to, summary);
    const others = accounts.filter((account) => !isActor(account, actor) && isKeptOpenTo(account, summary));
    for (const side of [null, 'complainant', 'respondent'] as const) {
      const ofSide = others.filter((account) => sideOf(account) === side);
      const shown = side === null || event === null ? facts : factsFor(side, topic, event);
      if (ofSide.length > 0 && shown !== null)
        addressed.push({ topic, accounts: ofSide, facts: { ...namesIn(summary), ...shown } });
    }
  }
  return addressed;
}

function factsFor(side: Side, topic: Topic, { kind, type, data }: NonNullable<ToTellOf['event']>): Facts | null {
  const shown = lineOf(kind, type)[side](data, { mayReadCase: () => false });
  return shown && (toldOf({ type, data: shown }).find((one) => one.topic === topic)?.facts ?? null);
}

export function accountsFor(
  client: ClientBase,
  to: readonly Audience[],
  summary: CaseSummary,
): Promise<readonly Account[]> {
  return accountsConcerned(client, concernedBy(to, summary));
}

/** Of a confidential case nobody is told who may not read it; else a rung may tell an office which the case has not reached. */
function isKeptOpenTo(account: Account, summary: CaseSummary): boolean {
  return summary.confidential.length === 0 || mayRead(account, reachOf(accessOf(summary)));
}

function isActor(account: Account, actor: string | null): boolean {
  return isOfficial(account) && account.officer === actor;
}

/** Names of companies are business facts. */
function namesIn({ complainant, respondent }: CaseSummary): Facts {
  return { complainant: complainant.name, respondent: respondent?.name ?? null };
}
