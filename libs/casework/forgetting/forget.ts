import type { Pool } from 'pg';
import { actorOf, type Account } from '@redress/access/account.js';
import { mayForgetPerson, mayRedactText } from '@redress/access/policies/forgetting.js';
import type { Denial } from '@redress/access/policies/rules.js';
import type { EventStore, Position } from '@redress/event-store/port.js';
import { waitForErasure } from '@redress/privacy/forgetting/erase-forgotten.js';
import { recordForgetting, type Subject } from '@redress/privacy/forgetting/forgotten.js';
import type { PrivacyRegister } from '@redress/privacy/register.js';
import { recordingTime, type ServerClock } from '../kernel/time.js';
import { caseOfStream } from './case-of-stream.js';

interface Parts {
  readonly pool: Pool;
  readonly store: EventStore;
  readonly clock: ServerClock;
  readonly privacy: { readonly register: PrivacyRegister };
}

/** A forgetting as its sender orders it. */
export interface OrderToForget extends Subject {
  readonly commandId: string;
  readonly reason: string;
}

export type ForgettingOutcome =
  | {
      readonly outcome: 'recorded';
      readonly position: Position;
      readonly recordedAt: string;
      /** It had been forgotten before; this command has changed nothing. */
      readonly before: boolean;
      /** The key is destroyed. False while the worker has not come to it: it will. */
      readonly erased: boolean;
    }
  | { readonly outcome: 'denied'; readonly denial: Denial }
  | { readonly outcome: 'notFound' }
  | { readonly outcome: 'commandIdReused' };

const patienceMs = 5_000;

/**
 * Has a person or one text forgotten: the order is an event, and the worker which reads it destroys the key. The answer
 * waits for that a while, so that whoever lodges afterwards is somebody new.
 *
 * @param inCase the case the text must stand in, where the sender named one
 */
export async function forget(
  parts: Parts,
  account: Account,
  { commandId, reason, of, id }: OrderToForget,
  inCase: string | null,
): Promise<ForgettingOutcome> {
  const refused =
    of === 'person' ? await personRefused(parts, account, id) : await textRefused(parts, account, id, inCase);
  if (refused) return refused;
  const command = { commandId, actor: actorOf(account), now: await recordingTime(parts.clock) };
  const recorded = await recordForgetting(parts.store, { of, id }, { reason, authority: account.role }, command);
  if (recorded.outcome !== 'recorded') return recorded;
  return { ...recorded, erased: await waitForErasure(parts.pool, id, patienceMs) };
}

type Refused = Extract<ForgettingOutcome, { outcome: 'denied' | 'notFound' }>;

async function personRefused({ privacy }: Parts, account: Account, id: string): Promise<Refused | null> {
  const may = mayForgetPerson(account);
  if (may !== true) return { outcome: 'denied', denial: may };
  return (await privacy.register.keyState(id))?.of === 'person' ? null : { outcome: 'notFound' };
}

async function textRefused(
  { privacy, store }: Parts,
  account: Account,
  id: string,
  inCase: string | null,
): Promise<Refused | null> {
  const state = await privacy.register.keyState(id);
  const found = state?.of === 'text' ? await caseOfStream(store, state.stream!) : null;
  const isThere = found !== null && (inCase === null || inCase === found.caseId);
  const may = isThere ? mayRedactText(account, found.access) : null;
  // Who may not redact anywhere is told so, and not whether there is such a text.
  if (may === null)
    return account.role === 'operator' || account.role === 'supervisor' ? { outcome: 'notFound' } : wrongRole;
  return may === true ? null : { outcome: 'denied', denial: may };
}

const wrongRole: Refused = { outcome: 'denied', denial: { code: 'wrongRole' } };
