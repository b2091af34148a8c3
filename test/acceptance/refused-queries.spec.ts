import { startApplication, type TestApplication } from '../application.js';
import { Caller } from './refusals.js';

let application: TestApplication;
let supervisor: Caller;

beforeAll(async () => {
  application = await startApplication({ escalation: false });
  supervisor = await Caller.of(application, 'supervisor');
});

afterAll(() => application.close());

const get = (path: string) => ({ method: 'GET', path });

test.each([
  ['worklist?colour=red&q=x', 'colour: unknownField'],
  ['worklist?__proto__=1', '__proto__: unknownField'],
  ['worklist?constructor=1', 'constructor: unknownField'],
  ['worklist?q[a]=1', 'q[a]: unknownField'],
  ['worklist?q=%00', 'q: controlCharacters'],
  ['worklist?q=', 'q: required'],
  [`worklist?q=${'x'.repeat(101)}`, 'q: tooLong'],
  ['worklist?q=a&q=b', 'q: text'],
  ['worklist?limit=0', 'limit: wholeNumber'],
  ['worklist?limit=201', 'limit: wholeNumber'],
  ['worklist?limit=1e2', 'limit: wholeNumber'],
  ['worklist?limit=1&limit=2', 'limit: wholeNumber'],
  ['worklist?status=open', 'status: oneOf'],
  ['worklist?queue=yours', 'queue: oneOf'],
  ['worklist?atLeast=-1', 'atLeast: position'],
  ['worklist?atLeast=99999999999999999999', 'atLeast: position'],
  ['worklist?after=nonsense', 'after: cursor'],
  [`worklist?after=${Buffer.from('["a","b"]').toString('base64url')}`, 'after: cursor'],
  [`worklist?after=${Buffer.from('{"__proto__":1}').toString('base64url')}`, 'after: cursor'],
  ['escalations?after=nonsense', 'after: cursor'],
  ['escalations?state=shut', 'state: oneOf'],
  ['sla-board/cases?after=nonsense', 'after: cursor'],
  ['sla-board?clock=%27', 'clock: identifier'],
  ['offices?function=court', 'function: oneOf'],
  ['officers?role=judge&office=%00', 'role: oneOf', 'office: identifier'],
  ['cases/OP-2026-0000-0000-00000?as=pdf', 'as: unknownField'],
])('%s', (path, ...errors) => supervisor.isRefused(get(`/api/${path}`), { status: 400, code: 'invalid', errors }));

test('several faults of one query are named at once', () =>
  supervisor.isRefused(get('/api/worklist?limit=x&status=x&colour=x&atLeast=x'), {
    status: 400,
    code: 'invalid',
    errors: ['limit: wholeNumber', 'status: oneOf', 'colour: unknownField', 'atLeast: position'],
  }));

test.each(['/api', '/api/nothing', '/api/overdue-payment-claims', '/api/cases', '/nothing', '/api/cases/x/y/z'])(
  'nothing is at %s',
  (path) => supervisor.isRefused(get(path), { status: 404, code: 'notFound' }),
);

test.each(['PUT', 'PATCH', 'DELETE'])('%s is no way to change a case', (method) =>
  supervisor.isRefused({ method, path: '/api/overdue-payment-claims', headers: {} }, { status: 404, code: 'notFound' }),
);

test('an address that cannot be decoded is told as such', () =>
  supervisor.isRefused(get('/api/cases/%E0%A4%A'), { status: 400, code: 'badAddress' }));

test('a position the log has not reached is waited for, and then told', async () => {
  const answer = await supervisor.send(get('/api/worklist?atLeast=999999999'));
  expect(answer).toMatchObject({ status: 503, body: { code: 'viewLags' } });
  expect(answer.headers.get('Retry-After')).toBe('1');
}, 15_000);

test.each([
  ['en-GB, en;q=0.9', 'en'],
  ['zh-TW', 'zh-CN'],
  ['zh-Hans-CN, en;q=0.5', 'zh-CN'],
  ['fr, de;q=0.9', 'zh-CN'],
  ['*', 'zh-CN'],
  [';;;,,,q=', 'zh-CN'],
])('to a caller who reads "%s" it is said in %s', async (languages, language) => {
  const answer = await supervisor.send(get('/api/nothing'), languages);
  expect(answer.headers.get('Content-Language')).toBe(language);
  expect(answer.headers.get('Vary') ?? '').toMatch(/Accept-Language/i);
});
