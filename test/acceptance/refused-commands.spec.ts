import { randomUUID } from 'node:crypto';
import { startApplication, type TestApplication } from '../application.js';
import { ApiUser } from './client.js';
import { Caller } from './refusals.js';
import { specimenClaim } from './specimen-claim.js';

interface Done {
  caseId: string;
  caseNumber: string;
  revision: string;
  position: string;
  events: { id: string }[];
}

const claims = '/api/overdue-payment-claims';
let application: TestApplication;
let sme: ApiUser, intake: ApiUser, handler: ApiUser;
const callers: Record<string, Caller> = {};
let lodged: Done, handled: Done;

beforeAll(async () => {
  application = await startApplication({ escalation: false });
  const user = (account: string) => ApiUser.of(application, account);
  [sme, intake, handler] = await Promise.all([user('sme'), user('intake'), user('handler')]);
  for (const account of [
    'sme',
    'sme-xuhui',
    'intake',
    'handler',
    'mediator',
    'mediator-xuhui',
    'head',
    'supervisor',
    'operator',
  ])
    callers[account] = await Caller.of(application, account);
  lodged = (await sme.command<Done>(claims, specimenClaim())).body;
  handled = (await sme.command<Done>(claims, specimenClaim())).body;
  await act(intake, 'accept');
  await act(intake, 'transfer', { office: '310115-handling', ground: '属地管理' });
  await act(handler, 'receive-materials');
  handled = await act(handler, 'assign-mediator', { mediator: '310115-mediator-1' });
});

afterAll(() => application.close());

async function act(user: ApiUser, path: string, body: object = {}): Promise<Done> {
  const answer = await user.command<Done>(`${claims}/${handled.caseId}/${path}`, body);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body;
}

const on = (of: { caseId: string }, path: string, body: object = {}, headers: Record<string, string | null> = {}) => ({
  path: `${path === 'terminate' ? '/api/cases' : claims}/${of.caseId}/${path}`,
  body,
  headers,
});
const payment = { amount: '1.00', instalment: null, method: 'cash', reference: '收据' };

describe('who asks', () => {
  const signInNeeded = { status: 401, code: 'signInNeeded' };

  test.each([
    ['no token', null],
    ['an empty one', 'Bearer '],
    ['a made-up one', 'Bearer 0123456789abcdef'],
    ['a password', 'Basic c21lOnJlZHJlc3MtZGVtbw=='],
    ['one with a NUL', 'Bearer a%00b'],
  ])('%s is no session', (_, token) =>
    callers.sme!.isRefused(on(lodged, 'withdraw', { reason: 'x' }, { Authorization: token }), signInNeeded),
  );

  test('an expired session is none', async () => {
    const expired = await Caller.of(application, 'sme');
    await application.parts.pool.query(
      `UPDATE access.sessions SET expires = now() - interval '1 second'
       WHERE token_hash = (SELECT token_hash FROM access.sessions ORDER BY expires DESC LIMIT 1)`,
    );
    await expired.isRefused(on(lodged, 'withdraw', { reason: 'x' }), signInNeeded);
  });

  test('every route asks for one, the lists and the files too', async () => {
    const nobody = new Caller(application, null);
    const paths = [
      'worklist',
      'sla-board',
      'sla-board/cases',
      'escalations',
      'offices',
      'officers',
      'sessions/current',
    ];
    const ofCase = ['', '/actions', '/history'].map((path) => `cases/${lodged.caseId}${path}`);
    for (const path of [...paths, ...ofCase])
      await nobody.isRefused({ method: 'GET', path: `/api/${path}` }, signInNeeded);
    await nobody.isRefused({ path: claims, body: specimenClaim() }, signInNeeded);
  });

  test('a wrong password and an unknown account are told alike', async () => {
    const nobody = new Caller(application, null);
    const wrong = { status: 401, code: 'signInFailed' };
    const signIn = (account: string, password: string) => ({ path: '/api/sessions', body: { account, password } });
    const one = await nobody.isRefused(signIn('intake', 'wrong'), wrong);
    expect(await nobody.isRefused(signIn('nobody', 'wrong'), wrong)).toEqual(one);
    await nobody.isRefused(
      { path: '/api/sessions', body: { account: 'a\u0000', password: '\ud800', role: 'operator' } },
      {
        status: 400,
        code: 'invalid',
        errors: ['account: controlCharacters', 'password: brokenCharacter', 'role: unknownField'],
      },
    );
  });
});

describe('who may', () => {
  test.each([
    ['sme', 'accept', {}, 'wrongRole'],
    ['supervisor', 'accept', {}, 'wrongRole'],
    ['supervisor', 'withdraw', { reason: 'x' }, 'wrongRole'],
  ])('%s may not %s', (account, path, body, code) =>
    callers[account]!.isRefused(on(lodged, path, body), { status: 403, code }),
  );

  test.each([
    ['handler', 'extend-handling', { totalDays: 60, reason: 'x' }, 'wrongRole'],
    ['mediator', 'assign-mediator', { mediator: '310115-mediator-1' }, 'wrongRole'],
    ['intake', 'terminate', { ground: 'other', reason: 'x' }, 'otherOffice'],
  ])('%s may not %s once the case is in handling', (account, path, body, code) =>
    callers[account]!.isRefused(on(handled, path, body), { status: 403, code }),
  );

  test('nobody lodges for another company', () =>
    callers['sme-xuhui']!.isRefused({ path: claims, body: specimenClaim() }, { status: 403, code: 'otherCompany' }));

  test('another’s case and one that is not there are told alike', async () => {
    const notFound = { status: 404, code: 'notFound' };
    const unknown = { caseId: randomUUID() };
    for (const account of ['sme-xuhui', 'mediator-xuhui', 'operator'])
      for (const one of [handled, unknown]) {
        const problem = await callers[account]!.isRefused(on(one, 'record-payment', payment), notFound);
        expect(Object.keys(problem).sort()).toEqual(['code', 'instance', 'status', 'title', 'type']);
      }
    for (const path of ['', '/actions'])
      await callers['sme-xuhui']!.isRefused(
        { method: 'GET', path: `/api/cases/${handled.caseNumber}${path}` },
        notFound,
      );
    await callers['mediator-xuhui']!.isRefused(
      { method: 'GET', path: `/api/cases/${handled.caseNumber}/history` },
      notFound,
    );
  });

  test.each(['x', 'OP-2026-0000-0000-00000', '%00', '..%2Fsessions', '__proto__', 'a'.repeat(4000)])(
    'no case is called %.30s',
    (name) =>
      callers.intake!.isRefused({ path: `${claims}/${name}/accept`, body: {} }, { status: 404, code: 'notFound' }),
  );
});

describe('what the case allows', () => {
  test('a command its state does not allow is a conflict, told in words', async () => {
    const problem = await callers.intake!.isRefused(
      on(lodged, 'transfer', { office: '310115-handling', ground: 'x' }),
      {
        status: 409,
        code: 'notAllowedInStatus',
      },
    );
    expect(problem.title).toBe('This (transfer) cannot be done while the case is in status "under review".');
  });

  test('a rule that is broken names its field, with the figure', async () => {
    const over = { ...payment, amount: '4554487.76' };
    const refused = { status: 422, code: 'invalid', errors: ['amount: exceedsOutstanding'] };
    const problem = await callers.mediator!.isRefused(on(handled, 'record-payment', over), refused);
    expect(problem.errors![0]!.message).toContain('4554487.75');
    await callers.mediator!.isRefused(on(handled, 'record-payment', { ...over, instalment: 1 }), {
      ...refused,
      errors: ['amount: exceedsOutstanding', 'instalment: noSuchInstalment'],
    });
  });

  test('offices and officers there are not', async () => {
    await callers.handler!.isRefused(on(handled, 'assign-mediator', { mediator: '310104-mediator-1' }), {
      status: 422,
      code: 'invalid',
      errors: ['mediator: notAMediatorHere'],
    });
    await callers.handler!.isRefused(on(handled, 'assign-mediator', { mediator: '李敏' }), {
      status: 400,
      code: 'invalid',
      errors: ['mediator: identifier'],
    });
  });

  test.each([
    [{ occurredOn: '2025-02-30' }, 400, ['occurredOn: day']],
    [{ occurredOn: null }, 400, ['occurredOn: day']],
    [{ occurredOn: '2198-01-01' }, 422, ['occurredOn: dateInFuture']],
    [{ occurredOn: '2020-01-01' }, 422, ['occurredOn: beforePreviousStep', 'occurredOnReason: reasonForDate']],
    [{ occurredOnReason: '补记' }, 422, ['occurredOn: dayForReason']],
    [{ occurredOn: '2020-01-01', occurredOnReason: ' ' }, 400, ['occurredOnReason: required']],
  ])('of a day such as %j', (body, status, errors) =>
    callers.intake!.isRefused(on(lodged, 'accept', body), { status, code: 'invalid', errors }),
  );
});

describe('If-Match', () => {
  test('of a case that a person has changed since is told what changed', async () => {
    const before = handled.revision;
    const body = { ...payment, amount: '0.01' };
    const paid = await handler.command<Done>(`${claims}/${handled.caseId}/record-payment`, body);
    const problem = await callers.mediator!.isRefused(
      on(handled, 'record-payment', payment, { 'If-Match': `"${before}"` }),
      {
        status: 412,
        code: 'changed',
      },
    );
    expect(problem.current).toMatchObject({
      revision: paid.body.revision,
      changes: [
        {
          type: 'PaymentRecorded',
          revision: paid.body.revision,
          actor: { role: 'handlingOfficer' },
          data: { amount: '0.01' },
        },
      ],
    });
    const answer = await callers.mediator!.send(on(handled, 'record-payment', payment, { 'If-Match': `"${before}"` }));
    expect(answer.headers.get('ETag')).toBe(`"${paid.body.revision}"`);
  });

  test('ahead of the case is no better', () =>
    callers.mediator!.isRefused(on(handled, 'record-payment', payment, { 'If-Match': '"999"' }), {
      status: 412,
      code: 'changed',
    }));

  test.each(['3', '*', '"03"', '"-1"', '"3", "4"', '"x"', `"${'9'.repeat(19)}"`])('%s is no revision', (value) =>
    callers.mediator!.isRefused(on(handled, 'record-payment', payment, { 'If-Match': value }), {
      status: 400,
      code: 'invalid',
      errors: ['If-Match: revision'],
    }),
  );
});

describe('Idempotency-Key', () => {
  test.each([
    [null, 'required'],
    ['', 'uuid'],
    ['1', 'uuid'],
    [`${randomUUID()}, ${randomUUID()}`, 'uuid'],
    [randomUUID().replaceAll('-', ''), 'uuid'],
  ])('%s is no command id', (value, code) =>
    callers.mediator!.isRefused(on(handled, 'record-payment', payment, { 'Idempotency-Key': value }), {
      status: 400,
      code: 'invalid',
      errors: [`Idempotency-Key: ${code}`],
    }),
  );

  test('sent again, in capitals or not, gives the first answer and appends nothing', async () => {
    const commandId = randomUUID();
    const request = on(handled, 'record-payment', payment, { 'Idempotency-Key': commandId });
    const first = await callers.mediator!.send(request);
    expect(first.status).toBe(200);
    const head = await application.parts.store.head();
    const reordered = Object.fromEntries(Object.entries(payment).reverse());
    for (const again of [
      request,
      on(handled, 'record-payment', reordered, { 'Idempotency-Key': commandId.toUpperCase() }),
    ]) {
      const answer = await callers.mediator!.send(again);
      expect([answer.status, answer.body]).toEqual([200, first.body]);
      expect(answer.headers.get('ETag')).toBe(first.headers.get('ETag'));
    }
    expect(await application.parts.store.head()).toBe(head);

    const reused = { status: 422, code: 'commandIdReused', errors: ['Idempotency-Key: commandIdReused'] };
    const { headers } = request;
    await callers.mediator!.isRefused(on(handled, 'record-payment', { ...payment, amount: '2.00' }, headers), reused);
    await callers.handler!.isRefused(request, reused);
    await callers['sme-xuhui']!.isRefused(request, { status: 404, code: 'notFound' });
  });

  test('of a lodging sent ten times at once is one case', async () => {
    const headers = { 'Idempotency-Key': randomUUID() };
    const head = await application.parts.store.head();
    const request = { path: claims, body: specimenClaim(), headers };
    const answers = await Promise.all(Array.from({ length: 10 }, () => callers.sme!.send(request)));
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
    expect(Number(await application.parts.store.head())).toBe(Number(head) + 1);
    const other = { ...specimenClaim(), request: '另一请求' };
    await callers.sme!.isRefused(
      { path: claims, body: other, headers },
      {
        status: 422,
        code: 'commandIdReused',
        errors: ['Idempotency-Key: commandIdReused'],
      },
    );
  });

  test('of a refused command is free for the same command later', async () => {
    const headers = { 'Idempotency-Key': randomUUID() };
    const result = { outcome: 'settled', summary: '已和解' };
    await callers.mediator!.isRefused(on(handled, 'issue-result', result, headers), {
      status: 422,
      code: 'invalid',
      errors: ['outcome: noSettlement'],
    });
    const { today } = (await handler.get<{ today: string }>('/api/worklist')).body;
    await act(handler, 'agree-settlement', {
      total: '10',
      instalments: [{ dueOn: today, amount: '10' }],
      terms: '一次付清',
    });
    expect((await callers.mediator!.send(on(handled, 'issue-result', result, headers))).status).toBe(200);
  });
});
