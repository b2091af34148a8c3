import { after, answer, file, when } from '../../testing/procedure-file.js';
import { procedureSummary } from './summary.js';

const agent = { name: '某律所', creditCode: '91310104MADEM002X1', authority: '授权委托书' };
const appointed = after(file, 'appointAgent', { agent }, '2025-09-03');

test('an agent is named after the lodging, and is then the one who acts', () => {
  expect(procedureSummary(file.procedure).agentCode).toBeNull();
  expect(procedureSummary(appointed.procedure).agentCode).toBe(agent.creditCode);
});

test('there is one at a time, another firm, and of a code that is one', () => {
  expect(answer(appointed, 'appointAgent', { agent })).toEqual(['agentStands']);
  const codes = ['91310115MADEM00117', '91310104MADEM002X2'];
  expect(codes.flatMap((creditCode) => answer(file, 'appointAgent', { agent: { ...agent, creditCode } }))).toEqual([
    'agent.creditCode: agentIsComplainant',
    'agent.creditCode: creditCode',
  ]);
});

test('the authority is taken back from a day on, and then nobody has it', () => {
  const body = { from: '2025-09-05', reason: '自行办理' };
  expect(when(appointed, 'revokeAgent', body)).toMatchObject({
    events: [{ type: 'AgentRevoked', data: { agent, from: '2025-09-05' } }],
  });
  const revoked = after(appointed, 'revokeAgent', body);
  expect(procedureSummary(revoked.procedure).agentCode).toBeNull();
  expect(answer(revoked, 'revokeAgent', body)).toEqual(['noAgent']);
  expect(answer(revoked, 'appointAgent', { agent })).toEqual(['AgentAppointed']);
});

test('the end lies neither before the lodging nor after the day on which it is told; unsaid, it is that day', () => {
  const from = (day: string | null) => answer(appointed, 'revokeAgent', { from: day });
  expect([from('2025-08-31'), from('2025-09-01'), from('2025-09-10'), from('2025-09-11')]).toEqual([
    ['from: beforePreviousStep'],
    ['AgentRevoked'],
    ['AgentRevoked'],
    ['from: dateInFuture'],
  ]);
  expect(when(appointed, 'revokeAgent', { from: null })).toMatchObject({ events: [{ data: { from: '2025-09-10' } }] });
});
