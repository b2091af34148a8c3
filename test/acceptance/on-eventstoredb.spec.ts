import { randomUUID } from 'node:crypto';
import { startApplication, type TestApplication } from '../application.js';
import { EventStoreDbStandIn } from '../contract/eventstoredb-stand-in/stand-in.js';
import { ApiUser } from './client.js';
import { specimenClaim } from './specimen-claim.js';

interface Done {
  caseId: string;
  caseNumber: string;
  revision: string;
  position: string;
}

const claims = '/api/overdue-payment-claims';
const unavailable = Object.assign(new Error('14 UNAVAILABLE: No connection established'), { code: 14 });

/** The stand-in speaks EventStoreDB's gRPC; the application does not know it from a server. */
describe('the application with its log in EventStoreDB', () => {
  let server: EventStoreDbStandIn;
  let application: TestApplication;

  beforeAll(async () => {
    server = await new EventStoreDbStandIn().start();
    application = await startApplication({ store: server.url, demonstrationCases: true });
  }, 60_000);

  afterAll(async () => {
    await application.close();
    server.stop();
  });

  const user = (account: string) => ApiUser.of(application, account);

  it('takes a claim from lodging to conclusion, across a restart of the server, and writes no event elsewhere', async () => {
    const [sme, intake, handler, mediator, supervisor] = await Promise.all(
      ['sme', 'intake', 'handler', 'mediator', 'supervisor'].map(user) as [
        Promise<ApiUser>,
        Promise<ApiUser>,
        Promise<ApiUser>,
        Promise<ApiUser>,
        Promise<ApiUser>,
      ],
    );
    const lodged = await sme.command<Done>(claims, specimenClaim());
    expect(lodged.status).toBe(201);
    const { caseNumber } = lodged.body;
    const act = async (by: ApiUser, path: string, body: object = {}) => {
      const answer = await by.command<Done>(`${claims}/${caseNumber}/${path}`, body);
      expect({ path, status: answer.status, body: answer.body }).toMatchObject({ path, status: 200 });
      return answer.body;
    };
    const file = await sme.get(`/api/cases/${caseNumber}?atLeast=${lodged.body.position}`);
    expect(file.body).toMatchObject({ status: 'lodged', total: '4554487.75' });

    await act(intake, 'accept');
    await act(intake, 'transfer', { office: '310115-handling', ground: '属地管理' });
    await act(handler, 'receive-materials');
    await server.restart(200);
    await act(handler, 'assign-mediator', { mediator: '310115-mediator-1' });
    await act(mediator, 'record-reply', { statement: '承认欠款', admitted: '4554487.75', contact: null });
    await act(mediator, 'record-payment', {
      amount: '4554487.75',
      instalment: null,
      method: 'bankTransfer',
      reference: '回单1',
    });
    server.faults.dropAnswers = 1;
    await act(mediator, 'issue-result', { outcome: 'paidInFull', summary: '已全部支付' });
    await act(mediator, 'feed-back', { to: 'complainant', how: '书面' });
    const last = await act(mediator, 'feed-back', { to: 'acceptingAuthority', how: '书面' });

    const concluded = await supervisor.get(`/api/cases/${caseNumber}?atLeast=${last.position}`);
    expect(concluded.body).toMatchObject({ status: 'concluded', paid: '4554487.75', outstanding: '0.00' });
    const history = await supervisor.get<{ events: { type: string }[]; verified: object }>(
      `/api/cases/${caseNumber}/history`,
    );
    expect(history.body.events.map(({ type }) => type)).toEqual([
      'ClaimLodged',
      'FormallyAccepted',
      'Transferred',
      'MaterialsReceived',
      'MediatorAssigned',
      'RespondentReplied',
      'PaymentRecorded',
      'ResultIssued',
      'ResultFedBack',
      'ResultFedBack',
    ]);
    expect(history.body.verified).toEqual({ ok: true, firstFault: null });

    const { rows } = await application.parts.pool.query('SELECT count(*)::integer AS events FROM es.events');
    expect(rows).toEqual([{ events: 0 }]);
  }, 60_000);

  it('answers a command sent twice with its first outcome, and refuses one decided on an older revision', async () => {
    const sme = await user('sme');
    const headers = { 'Idempotency-Key': randomUUID() };
    const claim = specimenClaim();
    const first = await sme.command<Done>(claims, claim, headers);
    const again = await sme.command<Done>(claims, claim, headers);
    expect(again.body).toEqual(first.body);

    const intake = await user('intake');
    const path = `${claims}/${first.body.caseNumber}/accept`;
    expect((await intake.command(path, {}, { 'If-Match': '"7"' })).status).toBe(412);
    expect((await intake.command(path, {}, { 'If-Match': '"0"' })).status).toBe(200);
  });

  it('answers 503 to who reads a case while its stream cannot be read, and 404 to who may not read it', async () => {
    const [sme, other, intake] = await Promise.all([user('sme'), user('sme-xuhui'), user('intake')]);
    const { caseId, position } = (await sme.command<Done>(claims, specimenClaim())).body;
    const file = `/api/cases/${caseId}`;
    expect((await sme.get(`${file}?atLeast=${position}`)).status).toBe(200);

    const { store } = application.parts;
    const read = store.readStream.bind(store);
    const away = jest.spyOn(store, 'readStream').mockImplementation((stream, options) =>
      // What the client says after its last attempt.
      stream.endsWith(caseId) ? Promise.reject(unavailable) : read(stream, options),
    );
    for (const [by, path] of [
      [sme, file],
      [intake, `${file}/holders`],
    ] as const) {
      const answer = await by.get(path);
      expect(answer).toMatchObject({ status: 503, body: { code: 'unavailable' } });
      expect(answer.headers.get('Retry-After')).toBe('2');
    }
    expect((await other.get(file)).status).toBe(404);
    away.mockRestore();
    expect((await sme.get(file)).status).toBe(200);
  });

  it('serves the demonstration cases from its views, and is healthy', async () => {
    const supervisor = await user('supervisor');
    const head = await application.parts.store.head();
    const list = await supervisor.get<{ today: string }>(`/api/worklist?atLeast=${head}`);
    expect(list.status).toBe(200);
    expect((await fetch(`${application.url}/api/health`)).status).toBe(200);
  });
});
