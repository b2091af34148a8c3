import { randomUUID } from 'node:crypto';
import { verifyStream } from '@redress/event-store/chain.js';
import { startApplication, type TestApplication } from '../application.js';
import { EventStoreDbStandIn } from '../contract/eventstoredb-stand-in/stand-in.js';
import { ApiUser } from './client.js';
import { specimenClaim } from './specimen-claim.js';

interface Done {
  caseId: string;
  position: string;
}
interface Part {
  id: string;
  of: 'person' | 'text';
  path: string;
  erased: boolean;
}
interface Shown {
  claim: { complainant: { contact: unknown }; promises: { signatory: unknown }; request: unknown; facts: unknown };
}

const claims = '/api/overdue-payment-claims';
const erased = { erased: true };

describe.each([
  ['PostgreSQL', null],
  ['EventStoreDB, by its stand-in', () => new EventStoreDbStandIn().start()],
])('personal data, with the log in %s', (_, startStore) => {
  let log: EventStoreDbStandIn | null = null;
  let application: TestApplication;
  let sme: ApiUser, intake: ApiUser, supervisor: ApiUser, operator: ApiUser;

  beforeAll(async () => {
    log = startStore ? await startStore() : null;
    application = await startApplication(log ? { store: log.url } : {});
    const user = (account: string) => ApiUser.of(application, account);
    [sme, intake, supervisor, operator] = await Promise.all([
      user('sme'),
      user('intake'),
      user('supervisor'),
      user('operator'),
    ]);
  }, 60_000);
  afterAll(async () => {
    await application.close();
    log?.stop();
  });

  const lodge = async (contact = { name: '王小姐', phone: `021-5${String(Date.now()).slice(-7)}` }) => {
    const claim = specimenClaim();
    claim.complainant.contact = contact;
    const { body } = await sme.command<Done>(claims, claim);
    return { ...body, contact, claim };
  };
  const file = async ({ caseId, position }: Done, by = intake) =>
    (await by.get<Shown>(`/api/cases/${caseId}?atLeast=${position}`)).body;
  const partsOf = async (caseId: string) => (await supervisor.get<Part[]>(`/api/cases/${caseId}/personal-data`)).body;
  const partAt = async (caseId: string, path: string) => (await partsOf(caseId)).find((part) => part.path === path)!;
  const forget = (person: string, by = supervisor, key = randomUUID()) =>
    by.command(`/api/persons/${person}/forget`, { reason: '本人依法申请' }, { 'Idempotency-Key': key });
  /** Every row of every view, and of every table of truth, as text. */
  const rows = async () => {
    const { pool } = application.parts;
    const tables = await pool.query<{ name: string }>(
      `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
       WHERE table_schema NOT IN ('pg_catalog', 'information_schema')`,
    );
    const texts = await Promise.all(
      tables.rows.map(({ name }) => pool.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`)),
    );
    return texts.flatMap((result) => result.rows.map(({ row }) => row)).join('\n');
  };

  test('is in no event and no row of a view, and who may read the case reads it', async () => {
    const lodged = await lodge();
    expect((await file(lodged)).claim).toMatchObject({
      complainant: { contact: lodged.contact },
      promises: { signatory: '王小姐' },
      request: lodged.claim.request,
    });
    const events = JSON.stringify(await application.parts.store.readStream(`overduePayment-${lodged.caseId}`));
    for (const text of [events, await rows()]) {
      expect(text).toContain(lodged.caseId);
      for (const secret of [lodged.contact.phone, '王小姐', lodged.claim.facts]) expect(text).not.toContain(secret);
    }
    const history = await supervisor.get(`/api/cases/${lodged.caseId}/history`);
    expect(JSON.stringify(history.body)).toContain(lodged.contact.phone);
  });

  test('a person forgotten is erased in every case at once; the chain verifies, and the case goes on', async () => {
    const first = await lodge();
    const second = await lodge(first.contact);
    const other = await lodge({ name: '李先生', phone: '13900000000' });
    const found = await supervisor.command<{ person: string; cases: string[] }[]>('/api/persons/search', first.contact);
    expect(found.body).toEqual([{ person: expect.any(String) as string, cases: expect.any(Array) as string[] }]);
    expect([...found.body[0]!.cases].sort()).toEqual([first.caseId, second.caseId].sort());

    const answer = await forget(found.body[0]!.person);
    expect([answer.status, answer.body]).toEqual([200, expect.objectContaining({ before: false, erased: true })]);
    for (const lodged of [first, second])
      expect((await file(lodged)).claim).toMatchObject({
        complainant: { name: lodged.claim.complainant.name, contact: erased },
        promises: { signatory: erased },
        facts: lodged.claim.facts,
      });
    expect((await file(other)).claim).toMatchObject({ complainant: { contact: other.contact } });

    const history = await supervisor.get<{ verified: object }>(`/api/cases/${first.caseId}/history`);
    expect(history.body.verified).toEqual({ ok: true, firstFault: null });
    expect(JSON.stringify(history.body)).not.toContain(first.contact.phone);
    expect((await intake.command(`${claims}/${first.caseId}/accept`)).status).toBe(200);
    const orders = await application.parts.store.readStream(`person-${found.body[0]!.person}`);
    expect(verifyStream(orders).ok).toBe(true);
    expect(orders).toMatchObject([
      { type: 'PersonForgotten', data: { reason: '本人依法申请', authority: 'supervisor' } },
    ]);
    expect((await supervisor.command('/api/persons/search', first.contact)).body).toEqual([]);
  });

  test('the same order again has the same answer; another finds it done', async () => {
    const lodged = await lodge();
    const { id } = await partAt(lodged.caseId, 'data.claim.complainant.contact');
    const key = randomUUID();
    const first = await forget(id, operator, key);
    expect((await forget(id, operator, key)).body).toEqual(first.body);
    expect((await forget(id)).body).toEqual({ ...first.body, before: true });
    const reused = await operator.command(
      `/api/persons/${id}/forget`,
      { reason: '另一理由' },
      { 'Idempotency-Key': key },
    );
    expect([reused.status, reused.body]).toMatchObject([422, { code: 'commandIdReused' }]);
  });

  test('a lodging sent again after its contact was forgotten has its first outcome', async () => {
    const [claim, key] = [specimenClaim(), randomUUID()];
    claim.complainant.contact = { name: '赵小姐', phone: '13700000000' };
    const send = () => sme.command<Done>(claims, claim, { 'Idempotency-Key': key });
    const first = await send();
    await forget((await partAt(first.body.caseId, 'data.claim.complainant.contact')).id);
    const again = await send();
    expect([again.status, again.body]).toEqual([201, first.body]);
  });

  test('one text is redacted, and listed as erased; the others stay', async () => {
    const lodged = await lodge();
    const { id } = await partAt(lodged.caseId, 'data.claim.facts');
    const path = `/api/cases/${lodged.caseId}/redact`;
    const answer = await supervisor.command(path, { text: id, reason: '涉及第三人隐私' });
    expect([answer.status, answer.body]).toMatchObject([200, { erased: true }]);
    expect((await file(lodged)).claim).toMatchObject({ facts: erased, request: lodged.claim.request });
    expect((await partsOf(lodged.caseId)).filter((part) => part.erased).map(({ path: at }) => at)).toEqual([
      'data.claim.facts',
    ]);
  });

  test('only those may who answer for it, and bad input is named', async () => {
    const [lodged, other] = [await lodge(), await lodge()];
    const text = await partAt(lodged.caseId, 'data.claim.facts');
    const person = await partAt(lodged.caseId, 'data.claim.complainant.contact');
    const redact = (by: ApiUser, body: object, caseId = lodged.caseId) =>
      by.command(`/api/cases/${caseId}/redact`, body);
    const good = { text: text.id, reason: '理由' };
    const answers = await Promise.all([
      forget(person.id, intake),
      redact(intake, good),
      redact(sme, good),
      sme.get(`/api/cases/${lodged.caseId}/personal-data`),
      intake.command('/api/persons/search', { name: '王小姐' }),
      forget(randomUUID()),
      forget('nobody'),
      forget(text.id),
      redact(supervisor, { ...good, text: person.id }),
      redact(supervisor, good, other.caseId),
      redact(supervisor, { text: 'x', reason: ' ', more: 1 }),
      supervisor.command(`/api/persons/${person.id}/forget`, {}),
      supervisor.command('/api/persons/search', {}),
      supervisor.command('/api/persons/search', { phone: 'x' }),
    ]);
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      ...Array.from({ length: 5 }, () => [403, 'wrongRole']),
      ...Array.from({ length: 5 }, () => [404, 'notFound']),
      ...Array.from({ length: 4 }, () => [400, 'invalid']),
    ]);
    const fields = (answers.at(-4)!.body as { errors: { field: string }[] }).errors.map(({ field }) => field);
    expect(fields.sort()).toEqual(['more', 'reason', 'text']);
    expect((await file(lodged)).claim).toMatchObject({ complainant: { contact: lodged.contact } });
  });
});
