import { commandNamesOf, nextOf, triedIn, type Machine } from './machine.js';

interface AnyCommand {
  readonly name: string;
  readonly body: object;
}
interface AnyEvent {
  readonly type: string;
  readonly data: object;
}

/** The drawn machine and its table, as they stand between the marks of `docs/cases/<kind>.md`. */
export function drawn<S, C extends AnyCommand, E extends AnyEvent>(machine: Machine<S, C, E>): string {
  return [diagram(machine), '', table(machine)].join('\n');
}

function diagram<S, C extends AnyCommand, E extends AnyEvent>(machine: Machine<S, C, E>): string {
  const names = commandNamesOf(machine);
  const edges = ['none', ...machine.statuses].flatMap((from) => {
    const byTarget = new Map<string, string[]>();
    for (const name of names) {
      for (const to of nextOf(machine, from, name)) {
        if (to !== from) byTarget.set(to, [...(byTarget.get(to) ?? []), name]);
      }
    }
    return [...byTarget].map(([to, by]) => `  ${from === 'none' ? '[*]' : from} --> ${to}: ${by.join(', ')}`);
  });
  const ends = [...machine.closed].map((status) => `  ${status} --> [*]`);
  return ['```mermaid', 'stateDiagram-v2', ...edges, ...ends, '```'].join('\n');
}

/** A row a command: `•` where it may be given and moves nothing, `→` where it moves the case. */
function table<S, C extends AnyCommand, E extends AnyEvent>(machine: Machine<S, C, E>): string {
  const columns = ['none', ...machine.statuses];
  const rows = commandNamesOf(machine).map((name) => {
    const cells = columns.map((status) => {
      if (!machine.kind.moves[name].includes(status)) return '';
      return nextOf(machine, status, name)
        .map((to) => (to === status ? '•' : `→ ${to}`))
        .join(', ');
    });
    return `| \`${name}\` | ${[eventsOf(machine, name), ...cells].join(' | ')} |`;
  });
  return [
    `| command | events | ${columns.join(' | ')} |`,
    `| --- | --- |${columns.map(() => ' --- |').join('')}`,
    ...rows,
  ].join('\n');
}

function eventsOf<S, C extends AnyCommand, E extends AnyEvent>(machine: Machine<S, C, E>, name: C['name']): string {
  const events = machine.kind.moves[name].flatMap((status) =>
    triedIn(machine, status, name).flatMap((one) => (one.accepted ? one.told : [])),
  );
  return [...new Set(events)].map((type) => `\`${type}\``).join(', ');
}

const marks = (of: string) => new RegExp(`(<!-- drawn from ${of} -->\\n)[^]*?(<!-- end -->)`);

/** The page with the machine drawn anew. @throws Error where the page has no place for it */
export function redrawn(page: string, of: string, drawing: string): string {
  if (!marks(of).test(page)) throw new Error(`the page has no place for what is drawn from ${of}`);
  return page.replace(marks(of), (_, start: string, end: string) => `${start}\n${drawing}\n\n${end}`);
}
