import type { Command, CommandBody, CommandName } from '../overdue-payment/commands.js';
import { decide } from '../overdue-payment/decide.js';
import type { Existing, State, Status } from '../overdue-payment/state.js';
import { told } from './machine.js';
import { after, applied, at, command, lodgedOn, today, wayTo } from './overdue-payment.js';

/** A case in this status, and then these commands too. */
export function given(status: Status, ...further: readonly Command[]): Existing {
  return after(further, after(wayTo[status])) as Existing;
}

export function when<C extends CommandName>(
  state: State,
  name: C,
  changes: Partial<CommandBody<C>> = {},
  on: string = today,
) {
  return decide(lodgedOn(command(name, changes), on), state, at(on));
}

/** The state after one more command. @throws Error where it is refused */
export function then<C extends CommandName>(
  state: State,
  name: C,
  changes: Partial<CommandBody<C>> = {},
  on?: string,
): Existing {
  const decision = when(state, name, changes, on);
  if (decision.outcome === 'refused') throw new Error(told(decision).join());
  return applied(state, decision.events, on) as Existing;
}
