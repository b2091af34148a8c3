import { systemCommands } from '../shared/procedure/commands.js';
import { testMachine } from '../testing/machine-tests.js';
import { machine } from '../testing/overdue-payment.js';
import { allowedCommands, commandNames, moves } from './commands.js';
import { closed, statuses } from './state.js';

testMachine(machine, 'overdue-payment', process.env.UPDATE_DOCS === '1');

test('the actions of a status are the table read the other way, without those of the system', () => {
  for (const status of statuses) {
    const allowed = commandNames.filter((name) => !systemCommands.has(name) && moves[name].includes(status));
    expect(allowedCommands(status)).toEqual(allowed);
  }
});

test('a case that ended without an outcome fires no rung and is not taken up again', () => {
  for (const status of ['withdrawn', 'handedOver', 'merged'] as const) {
    expect(closed).toContain(status);
    expect(allowedCommands(status)).not.toContain('reopen');
    expect(moves.fireRung).not.toContain(status);
  }
});
