import type { Circumstances } from '../shared/case-kind.js';
import type { Decision } from '../shared/decision.js';
import type { OwnBody, OwnCommandName } from './commands.js';
import type { IpEvent } from './events.js';
import type { Existing } from './state.js';

export type Outcome = Decision<IpEvent>;

/** The first day on which an act can have taken effect, and what comes of it. */
export interface Rule<C extends OwnCommandName> {
  readonly earliest: (state: Existing) => string;
  readonly decide: (body: OwnBody<C>, state: Existing, at: Circumstances) => Outcome;
}

export type Rules<C extends OwnCommandName> = { readonly [N in C]: Rule<N> };

/** A step follows the one before it. */
export const asStep = ({ since }: Existing): string => since;
/** What stands beside the steps may be dated back past the last of them. */
export const beside = ({ lodgedOn }: Existing): string => lodgedOn;
/** What happens in the adjudication after the filing, beside its steps. */
export const afterFiling = ({ adjudication, since }: Existing): string => adjudication.filed?.on ?? since;
/** What answers the service on the respondent. */
export const afterService = ({ adjudication, since }: Existing): string => adjudication.served?.on ?? since;
