import type { CaseKind, Circumstances, FoldedEvent } from '../shared/case-kind.js';
import type { Decision } from '../shared/decision.js';

interface AnyCommand {
  readonly name: string;
  readonly body: object;
}
interface AnyEvent {
  readonly type: string;
  readonly data: object;
  readonly on?: string;
}

/** A command to try in a status, with what must have happened there first; the day is that of the way unless it says. */
export interface Trial<Command> {
  readonly command: Command;
  /** Given right after the lodging, where they leave the status as it is. */
  readonly early?: readonly Command[];
  /** Ways of its own to statuses where the machine's lack something. */
  readonly ways?: Readonly<Record<string, readonly Command[]>>;
  /** Given in the status itself, before the command. */
  readonly first?: readonly Command[];
  readonly on?: string;
}

/** A kind of case as its table is tested and drawn. */
export interface Machine<State, Command extends AnyCommand, Event extends AnyEvent> {
  readonly kind: CaseKind<State, Command, Event>;
  /** Every status but `none`, in the order of the page. */
  readonly statuses: readonly string[];
  readonly closed: ReadonlySet<string>;
  /** A way to each status by commands alone, on this day. */
  readonly wayTo: Readonly<Record<string, readonly Command[]>>;
  readonly on: string;
  /** What each command says unless a trial says otherwise. */
  readonly command: (name: Command['name']) => Command;
  /** Where a status has more than one way on by one command, or the command needs something on the file. */
  readonly trials: Readonly<Partial<Record<Command['name'], readonly Trial<Command>[]>>>;
}

export const actor = { id: 'officer-zhao', name: '赵军' };
export const testedCase = '0192a000-0000-8000-8000-000000000001';

export function circumstances(on: string, today: string = on): Circumstances {
  return { caseId: testedCase, today, on, actor };
}

/** A case in a test: its state, and how many events it has, for their ids are `e0`, `e1`, … */
export interface Standing<State> {
  readonly state: State;
  readonly events: number;
}

export function standing<S, C extends AnyCommand, E extends AnyEvent>(kind: CaseKind<S, C, E>): Standing<S> {
  return { state: kind.initial, events: 0 };
}

export function applied<S, C extends AnyCommand, E extends AnyEvent>(
  kind: CaseKind<S, C, E>,
  from: Standing<S>,
  events: readonly E[],
  on: string,
): Standing<S> {
  return events.reduce<Standing<S>>(({ state, events: count }, { type, data, on: itsDay = on }) => {
    const schema = kind.schemas[type as E['type']];
    const event = { id: `e${count}`, revision: String(count), type, schema, data, on: itsDay } as FoldedEvent;
    return { state: kind.evolve(state, event), events: count + 1 };
  }, from);
}

/** The case after these commands, all on one day. @throws Error where one is refused */
export function after<S, C extends AnyCommand, E extends AnyEvent>(
  kind: CaseKind<S, C, E>,
  commands: readonly C[],
  on: string,
  from: Standing<S> = standing(kind),
): Standing<S> {
  return commands.reduce<Standing<S>>((at, command) => {
    const decision = kind.decide(command, at.state, circumstances(on));
    if (decision.outcome === 'refused') throw new Error(`${command.name}: ${told(decision).join(', ')}`);
    return applied(kind, at, decision.events, on);
  }, from);
}

/** `field: code` of every refusal, or the types of the events. */
export function told(decision: Decision<AnyEvent>): readonly string[] {
  if (decision.outcome === 'accepted') return decision.events.map(({ type }) => type);
  return decision.refusals.map(({ field, code }) => (field ? `${field}: ${code}` : code));
}

export function statusOf<S, C extends AnyCommand, E extends AnyEvent>(
  { kind }: Machine<S, C, E>,
  { state }: Standing<S>,
): string {
  return kind.summaryOf(state)?.status ?? 'none';
}

/** A command tried in a status: what came of it, and the status after it. */
export interface Tried {
  readonly told: readonly string[];
  readonly accepted: boolean;
  readonly leadsTo: string;
}

export function tried<S, C extends AnyCommand, E extends AnyEvent>(
  machine: Machine<S, C, E>,
  status: string,
  { command, early = [], ways = {}, first = [], on = machine.on }: Trial<C>,
): Tried {
  const { kind } = machine;
  const [lodging, ...further] = ways[status] ?? machine.wayTo[status]!;
  const way = lodging ? [lodging, ...early, ...further] : [];
  const there = after(kind, first, on, after(kind, way, machine.on));
  if (statusOf(machine, there) !== status) throw new Error(`the trial of ${command.name} leaves ${status} beforehand`);
  const decision = kind.decide(command, there.state, circumstances(on));
  const events = decision.outcome === 'accepted' ? decision.events : [];
  const next = applied(kind, there, events, on);
  return { told: told(decision), accepted: decision.outcome === 'accepted', leadsTo: statusOf(machine, next) };
}

/** Every trial of a command in a status which its table allows. */
export function triedIn<S, C extends AnyCommand, E extends AnyEvent>(
  machine: Machine<S, C, E>,
  status: string,
  name: C['name'],
): readonly Tried[] {
  const trials = machine.trials[name] ?? [{ command: machine.command(name) }];
  return trials.map((trial) => tried(machine, status, trial));
}

/** The statuses a command leads to from this one. */
export function nextOf<S, C extends AnyCommand, E extends AnyEvent>(
  machine: Machine<S, C, E>,
  status: string,
  name: C['name'],
): readonly string[] {
  if (!machine.kind.moves[name].includes(status)) return [];
  return [...new Set(triedIn(machine, status, name).flatMap((one) => (one.accepted ? [one.leadsTo] : [])))];
}

export function commandNamesOf<S, C extends AnyCommand, E extends AnyEvent>({
  kind,
}: Machine<S, C, E>): readonly C['name'][] {
  return Object.keys(kind.moves);
}
