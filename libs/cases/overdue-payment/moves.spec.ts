import { readFileSync, writeFileSync } from 'node:fs';
import { after, at, applied, command, told, wayTo } from '../testing/overdue-payment.js';
import { allowedCommands, commandNames, moves, type Command, type CommandName } from './commands.js';
import { decide } from './decide.js';
import { closed, statuses, type State, type Status } from './state.js';

const everyStatus: readonly ('none' | Status)[] = ['none', ...statuses];

/** Bodies by which a command that is allowed is also taken, where the status has more than one way on. */
const variants: Partial<Record<CommandName, readonly Command[]>> = {
  feedBack: [command('feedBack'), command('feedBack', { to: 'acceptingAuthority' })],
  issueResult: [command('issueResult', { outcome: 'notSettled' }), command('issueResult', { outcome: 'settled' })],
  assignMediator: [command('assignMediator', { mediator: { id: 'officer-wu', name: '吴刚' } })],
};

function statesOf(status: 'none' | Status): readonly State[] {
  const state = after(wayTo[status]);
  return status === 'resultIssued' ? [state, after([command('feedBack')], state)] : [state];
}

/** The statuses a command leads to from this one; empty where it is refused. */
function nextOf(status: 'none' | Status, name: CommandName): readonly Status[] {
  const next = new Set<Status>();
  for (const state of statesOf(status)) {
    for (const one of variants[name] ?? [command(name)]) {
      const decision = decide(one, state, at());
      if (decision.outcome === 'refused') continue;
      const after = applied(state, decision.events);
      if (after.status !== 'none') next.add(after.status);
    }
  }
  return [...next];
}

test.each(everyStatus)('the way to %s leads there', (status) => {
  expect(statesOf(status).map((state) => state.status)).toEqual(statesOf(status).map(() => status));
});

describe.each(everyStatus)('in status %s', (status) => {
  test.each(commandNames)('%s is taken or refused as the table says', (name) => {
    const [state] = statesOf(status);
    const decision = decide(command(name), state!, at());
    if (moves[name].includes(status)) {
      expect(told(decision)).not.toContain('notAllowedInStatus');
      expect(nextOf(status, name)).not.toEqual([]);
    } else {
      expect(decision).toEqual({
        outcome: 'refused',
        refusals: [{ code: 'notAllowedInStatus', params: { command: name, status } }],
      });
    }
  });
});

test('the actions of a status are the table read the other way, without those of the system', () => {
  for (const status of statuses) {
    const allowed = commandNames.filter((name) => name !== 'fireRung' && moves[name].includes(status));
    expect(allowedCommands(status)).toEqual(allowed);
  }
});

test('a closed case takes nothing but a late payment, and fires no rung', () => {
  for (const status of closed) {
    expect(commandNames.filter((name) => moves[name].includes(status))).toEqual(
      status === 'concluded' ? ['recordPayment'] : [],
    );
  }
});

test('every status can be reached, and every open one left', () => {
  const ways = everyStatus.flatMap((from) =>
    commandNames.flatMap((name) => nextOf(from, name).map((to) => [from, to])),
  );
  const reached = new Set(ways.map(([, to]) => to));
  const left = new Set(ways.filter(([from, to]) => from !== to).map(([from]) => from));
  expect(statuses.filter((status) => !reached.has(status))).toEqual([]);
  expect(statuses.filter((status) => !closed.has(status) && !left.has(status))).toEqual([]);
});

const page = new URL('../../../docs/cases/overdue-payment.md', import.meta.url);

/** The drawn machine and the table, between their marks in the page. */
function drawn(): string {
  const edges = everyStatus.flatMap((from) => {
    const byTarget = new Map<Status, CommandName[]>();
    for (const name of commandNames) {
      for (const to of nextOf(from, name)) if (to !== from) byTarget.set(to, [...(byTarget.get(to) ?? []), name]);
    }
    return [...byTarget].map(([to, names]) => `  ${from === 'none' ? '[*]' : from} --> ${to}: ${names.join(', ')}`);
  });
  const ends = [...closed].map((status) => `  ${status} --> [*]`);
  const rows = commandNames.map((name) => {
    const leads = [...new Set(moves[name].flatMap((from) => nextOf(from, name).filter((to) => to !== from)))];
    const [from] = moves[name];
    const decision = decide(variants[name]?.[0] ?? command(name), statesOf(from!)[0]!, at());
    return `| \`${name}\` | ${moves[name].join(', ')} | ${leads.join(', ') || '–'} | \`${told(decision).join('`, `')}\` |`;
  });
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...edges,
    ...ends,
    '```',
    '',
    '| command | may be given in | moves the case to | event |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

test('docs/cases/overdue-payment.md shows the machine as it is (UPDATE_DOCS=1 redraws it)', () => {
  const marks = /(<!-- drawn from libs\/cases\/overdue-payment -->\n)[^]*?(<!-- end -->)/;
  const text = readFileSync(page, 'utf8');
  const current = text.replace(marks, (_, start: string, end: string) => `${start}\n${drawn()}\n\n${end}`);
  if (process.env.UPDATE_DOCS === '1') writeFileSync(page, current);
  expect(readFileSync(page, 'utf8')).toBe(current);
  expect(text).toMatch(marks);
});
