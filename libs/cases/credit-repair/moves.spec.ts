import { machine } from '../testing/credit-repair.js';
import { testMachine } from '../testing/machine-tests.js';
import { allowedCommands, commandNames, moves } from './commands.js';
import { statuses } from './state.js';

testMachine(machine, 'credit-repair', process.env.UPDATE_DOCS === '1');

test('the actions of a status are the table read the other way, without those of the system', () => {
  for (const status of statuses) {
    const allowed = commandNames.filter((name) => moves[name].includes(status));
    expect(allowedCommands(status)).toEqual(allowed.filter((name) => name !== 'fireRung' && name !== 'takeMergedCase'));
  }
});
