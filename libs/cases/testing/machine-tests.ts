import { readFileSync, writeFileSync } from 'node:fs';
import { after, circumstances, commandNamesOf, nextOf, statusOf, told, triedIn, type Machine } from './machine.js';
import { drawn, redrawn } from './machine-page.js';

interface AnyCommand {
  readonly name: string;
  readonly body: object;
}
interface AnyEvent {
  readonly type: string;
  readonly data: object;
}

/**
 * Tests every cell of a kind's table, state × command, and that the page shows it.
 *
 * @param folder of the kind below `libs/cases`, and name of its page below `docs/cases`
 * @param redraw whether the page is drawn anew: `process.env.UPDATE_DOCS === '1'`
 */
export function testMachine<S, C extends AnyCommand, E extends AnyEvent>(
  machine: Machine<S, C, E>,
  folder: string,
  redraw: boolean,
): void {
  const { kind, statuses, closed } = machine;
  const names = commandNamesOf(machine);
  const everyStatus = ['none', ...statuses];

  test('the table names no status that there is not', () => {
    expect(names.flatMap((name) => kind.moves[name]).filter((status) => !everyStatus.includes(status))).toEqual([]);
  });

  test.each(everyStatus)('the way to %s leads there', (status) => {
    expect(statusOf(machine, after(kind, machine.wayTo[status]!, machine.on))).toBe(status);
  });

  describe.each(everyStatus)('in status %s', (status) => {
    test.each(names)('%s is taken or refused as the table says', (name) => {
      if (kind.moves[name].includes(status)) {
        const trials = triedIn(machine, status, name);
        expect(trials.flatMap((trial) => trial.told)).not.toContain('notAllowedInStatus');
        expect(trials.filter(({ accepted }) => accepted)).not.toEqual([]);
        return;
      }
      const { state } = after(kind, machine.wayTo[status]!, machine.on);
      const decision = kind.decide(machine.command(name), state, circumstances(machine.on));
      expect(decision).toEqual({
        outcome: 'refused',
        refusals: [{ code: 'notAllowedInStatus', params: { command: name, status } }],
      });
      expect(told(decision)).toEqual(['notAllowedInStatus']);
    });
  });

  test('every status can be reached, and every open one left', () => {
    const ways = everyStatus.flatMap((from) =>
      names.flatMap((name) => nextOf(machine, from, name).map((to) => [from, to])),
    );
    const reached = new Set(ways.map(([, to]) => to));
    const left = new Set(ways.filter(([from, to]) => from !== to).map(([from]) => from));
    expect(statuses.filter((status) => !reached.has(status))).toEqual([]);
    expect(statuses.filter((status) => !closed.has(status) && !left.has(status))).toEqual([]);
  });

  test('the summary says of each status whether it is closed', () => {
    for (const status of statuses) {
      const summary = kind.summaryOf(after(kind, machine.wayTo[status]!, machine.on).state);
      expect([status, summary?.closed]).toEqual([status, closed.has(status)]);
    }
  });

  test(`docs/cases/${folder}.md shows the machine as it is (UPDATE_DOCS=1 redraws it)`, () => {
    const page = new URL(`../../../docs/cases/${folder}.md`, import.meta.url);
    const current = redrawn(readFileSync(page, 'utf8'), `libs/cases/${folder}`, drawn(machine));
    if (redraw) writeFileSync(page, current);
    expect(readFileSync(page, 'utf8')).toBe(current);
  });
}
