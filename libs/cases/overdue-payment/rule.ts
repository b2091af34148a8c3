import type { Circumstances } from '../shared/case-kind.js';
import type { Decision } from '../shared/decision.js';
import type { CommandBody, OwnCommandName } from './commands.js';
import type { OverduePaymentEvent } from './events.js';
import type { Existing } from './state.js';

export type Outcome = Decision<OverduePaymentEvent>;

/** The first day on which an act can have taken effect, and what comes of it. */
export interface Rule<C extends OwnCommandName> {
  readonly earliest: (state: Existing, body: CommandBody<C>) => string;
  readonly decide: (body: CommandBody<C>, state: Existing, at: Circumstances) => Outcome;
}

export type Rules<C extends OwnCommandName> = { readonly [N in C]: Rule<N> };

/** A step follows the one before it. */
export const asStep = ({ since }: Existing): string => since;

/** What is recorded beside the procedure moves no status and may be dated back past its last step, to the lodging. */
export const sinceLodging = ({ lodgedOn }: Existing): string => lodgedOn;

/** What the handling authority does it does with the materials in hand. */
export const sinceReceipt = ({ receivedOn, since }: Existing): string => receivedOn ?? since;

export function later(a: string, b: string): string {
  return a > b ? a : b;
}
