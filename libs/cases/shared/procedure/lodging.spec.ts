import { actor, circumstances } from '../../testing/machine.js';
import { city, street } from '../../testing/procedure.js';
import type { Lodging } from './events.js';
import { faultsOfLodging, firstContactOf } from './lodging.js';

const at = circumstances('2025-09-10');
const complainant = '91310115MADEM00117';
const agent = { name: '某律师事务所', creditCode: '91310104MADEM002X1', authority: '授权委托书' };
const online: Lodging = { by: 'complainant', channel: 'online', receivedOn: '2025-09-10', agent: null };
const faults = (changes: Partial<Lodging>) =>
  faultsOfLodging({ ...online, ...changes }, complainant, at).map(({ field, code }) => `${field}: ${code}`);

test('a complainant lodges online, itself', () => {
  expect(faults({})).toEqual([]);
  expect(faults({ channel: 'counter' })).toEqual(['lodging.channel: channelDoesNotFit']);
  expect(faults({ agent })).toEqual(['lodging.agent: agentNotNamed']);
});

test('an agent is named, with a code that can be', () => {
  expect(faults({ by: 'agent' })).toEqual(['lodging.agent: agentMissing']);
  expect(faults({ by: 'agent', agent })).toEqual([]);
  expect(faults({ by: 'agent', agent: { ...agent, creditCode: '91310115MADEM00118' } })).toEqual([
    'lodging.agent.creditCode: creditCode',
  ]);
});

test('the complainant is not its own agent, whoever lodges', () => {
  const itself = { ...agent, creditCode: complainant };
  const refused = ['lodging.agent.creditCode: agentIsComplainant'];
  expect(faults({ by: 'agent', agent: itself })).toEqual(refused);
  expect(faults({ by: 'officer', channel: 'counter', agent: itself })).toEqual(refused);
});

test('an officer takes in what came another way, for the complainant or its agent', () => {
  for (const channel of ['counter', 'phone', 'letter', 'hotline12345', 'otherOffice'] as const)
    expect(faults({ by: 'officer', channel })).toEqual([]);
  expect(faults({ by: 'officer', channel: 'letter', agent })).toEqual([]);
  expect(faults({ by: 'officer' })).toEqual(['lodging.channel: channelDoesNotFit']);
});

test('the clock counts from the day of receipt, which is that of the act', () =>
  expect(faultsOfLodging({ ...online, receivedOn: '2025-09-09' }, complainant, at)).toEqual([
    { code: 'notTheDayOfReceipt', field: 'lodging.receivedOn', params: { on: '2025-09-10' } },
  ]));

test('the officer who takes it in is the first contact, at the office it was taken in', () => {
  expect(firstContactOf(online, city, at)).toEqual([]);
  expect(firstContactOf({ ...online, by: 'officer' }, city, at)).toEqual([
    { type: 'FirstContactNamed', data: { officer: actor, office: city, previous: null, reason: null } },
  ]);
  expect(firstContactOf({ ...online, by: 'officer', office: street }, city, at)).toMatchObject([
    { data: { office: street } },
  ]);
});
