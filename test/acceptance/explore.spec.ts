import { randomUUID } from 'node:crypto';
import { startApplication, type TestApplication } from '../application.js';
import { specimenClaim } from './specimen-claim.js';
let a: TestApplication;
let token: string;
let intake: string;
beforeAll(async () => {
  a = await startApplication();
  token = await a.signIn('sme');
  intake = await a.signIn('intake');
});
afterAll(() => a.close());
const send = async (label: string, path: string, init: RequestInit & { as?: string }) => {
  const h = {
    Authorization: `Bearer ${init.as ?? token}`,
    'Content-Type': 'application/json',
    'Accept-Language': 'en',
    'Idempotency-Key': randomUUID(),
    ...(init.headers as object),
  };
  for (const [k, v] of Object.entries(h)) if (v === '') delete (h as Record<string, string>)[k];
  try {
    const r = await fetch(a.url + path, { method: 'POST', ...init, headers: h });
    const t = await r.text();
    console.log(label, r.status, r.headers.get('content-type'), r.headers.get('content-language'), t.slice(0, 600));
    return JSON.parse(t) as Record<string, string>;
  } catch (e) {
    console.log(label, 'FAILED', String(e), (e as any).cause);
    return {};
  }
};
test('explore', async () => {
  const L = '/api/overdue-payment-claims';
  const c = specimenClaim() as any;
  const J = JSON.stringify;
  await send('unknown nested', L, { body: J({ ...c, x: 1, contract: { ...c.contract, y: 1 } }) });
  await send('5MB', L, { body: J({ ...c, facts: 'x'.repeat(5e6) }) });
  await send('broken', L, { body: '{"a":' });
  await send('array', L, { body: '[]' });
  await send('array1', L, { body: J([c]) });
  await send('null', L, { body: 'null' });
  await send('string', L, { body: '"x"' });
  await send('empty', L, { body: '' });
  await send('text/plain', L, { body: J(c), headers: { 'Content-Type': 'text/plain' } });
  await send('utf16', L, { body: J(c), headers: { 'Content-Type': 'application/json; charset=utf-16' } });
  await send('enc', L, { body: J(c), headers: { 'Content-Encoding': 'foo' } });
  await send('gz', L, { body: J(c), headers: { 'Content-Encoding': 'gzip' } });
  await send('proto', L, { body: J(c).replace('{', '{"__proto__":{"x":1},"constructor":{"prototype":{}},') });
  await send('protonested', L, { body: J(c).replace('"contract":{', '"contract":{"__proto__":{"x":1},') });
  await send('protolist', L, { body: J(c).replace('"lines":[{', '"lines":[{"__proto__":null,"toString":1,') });
  await send('surrogate', L, { body: J({ ...c, facts: 'a\ud800b' }) });
  await send('surrogatekey', L, { body: J({ ...c, '\ud800': 1 }) });
  await send('nul', L, { body: J({ ...c, facts: 'a\u0000b' }) });
  await send('deep', L, {
    body: J(c).replace('"facts":"', `"facts":${'['.repeat(100000)}${']'.repeat(100000)},"z":"`),
  });
  await send('deepobj', L, {
    body: J(c).replace('"facts":"', `"facts":${'{"a":'.repeat(50000)}1${'}'.repeat(50000)},"z":"`),
  });
  await send('deepcontract', L, {
    body: J(c).replace('"contract":{', `"contract":{"title":${'{"a":'.repeat(50000)}1${'}'.repeat(50000)},"z":"",`),
  });
  await send('wrong types', L, {
    body: J({
      ...c,
      complainant: 'x',
      respondent: [],
      lines: { length: 3 },
      evidence: [null, 1, 'x', []],
      contract: null,
    }),
  });
  await send('lines nested list', L, { body: J({ ...c, lines: [[c.lines[0]]] }) });
  await send('lines class', L, {
    body: J({ ...c, complainant: { ...c.complainant, contact: { name: {}, phone: [] } } }),
  });
  await send('accept no body', `${L}/x/accept`, { as: intake, headers: { 'Content-Type': '' } });
  await send('accept unknown case', `${L}/${randomUUID()}/accept`, { as: intake, body: '{}' });
  await send('bad pct', `${L}/%E0%A4%A/accept`, { as: intake, body: '{}' });
  await send('nul path', `${L}/a%00b/accept`, { as: intake, body: '{}' });
  await send('long path', `${L}/${'a'.repeat(9000)}/accept`, { as: intake, body: '{}' });
  await send('unknown route', `/api/nothing`, { body: '{}' });
  await send('unknown route GET', `/api/nothing`, { method: 'GET' });
  await send('root', `/nothing`, { method: 'GET' });
  await send('PUT', L, { method: 'PUT', body: '{}' });
  await send('GET claims', L, { method: 'GET' });
  const d = await send('ok', L, { body: J(c) });
  for (const q of [
    '?foo=1',
    '?after=bad',
    '?limit=0',
    '?limit=1&limit=2',
    '?status=x',
    '?q=%00',
    '?q=%ED%A0%80',
    '?__proto__=1',
    '?constructor=1',
    '?atLeast=-1',
    '?atLeast=99999999999999999999',
    '?after=eyJhIjoxfQ',
    '?after=WyIiLCIiXQ',
    '?q[a]=1',
  ])
    await send('worklist' + q, '/api/worklist' + q, { method: 'GET' });
  for (const q of ['?atLeast=x', '?x=1']) await send('case' + q, `/api/cases/${d.caseNumber}` + q, { method: 'GET' });
  for (const q of ['', '/actions', '/history', '/actions?x=1'])
    await send('case NUL' + q, `/api/cases/a%00b${q}`, { method: 'GET' });
  for (const q of [
    '/sla-board?clock=%00',
    '/sla-board?district=x',
    '/sla-board/cases?status=x&x=1',
    '/escalations?state=x',
    '/escalations?after=x',
    '/escalations?after=W10',
    '/sla-board/cases?after=W10',
    '/offices?function=x',
    '/officers?office=%00',
  ])
    await send(q, `/api${q}`, { method: 'GET', as: intake });
  await send('op query', `${L}/${d.caseId}/accept?x=1`, { as: intake, body: '{"occurredOnReason":"x"}' });
  await send('op date', `${L}/${d.caseId}/accept`, { as: intake, body: '{"occurredOn":"2025-02-30"}' });
  await send('op date', `${L}/${d.caseId}/accept`, { as: intake, body: '{"occurredOn":"2099-02-03"}' });
  await send('op date null', `${L}/${d.caseId}/accept`, { as: intake, body: '{"occurredOn":null}' });
  await send('op text/plain', `${L}/${d.caseId}/accept`, {
    as: intake,
    body: 'hello',
    headers: { 'Content-Type': 'text/plain' },
  });
  await send('op form', `${L}/${d.caseId}/accept`, {
    as: intake,
    body: 'a=1',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  });
  await send('two keys', `${L}/${d.caseId}/accept`, {
    as: intake,
    body: '{}',
    headers: { 'Idempotency-Key': `${randomUUID()}, ${randomUUID()}` },
  });
  await send('if-match *', `${L}/${d.caseId}/accept`, { as: intake, body: '{}', headers: { 'If-Match': '*' } });
  await send('bad auth', L, { body: J(c), headers: { Authorization: 'Bearer x', 'Accept-Language': 'zh' } });
  await send('bad auth', L, {
    body: J(c),
    headers: { Authorization: 'Basic eDp5', 'Accept-Language': 'fr;q=1, en;q=0.3' },
  });
  await send('bad auth and 5MB', L, {
    body: 'x'.repeat(5e6),
    headers: { Authorization: 'Basic eDp5', 'Accept-Language': '' },
  });
  await send('no auth broken', L, { body: '{', headers: { Authorization: '' } });
  await send('names', `${L}/${d.caseId}/hold-mediation`, {
    as: intake,
    body: J({ place: 'x', attendees: ['a\u0000', 'b\ud800', 3, {}], minutes: 'm', outcome: 'agreed' }),
  });
  await send('number', `${L}/${d.caseId}/extend-handling`, { as: intake, body: '{"totalDays":1e999,"reason":"x"}' });
  await send('signin', `/api/sessions`, { body: '{"account":"a\\u0000","password":"\\ud800"}' });
}, 60000);
