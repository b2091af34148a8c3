import { demonstrationCompanies } from '@redress/access/demonstration-accounts.js';
import { startApplication, type TestApplication } from '../application.js';
import { ago, Handling, type Done } from './handling.js';
import { specimenClaim } from './specimen-claim.js';

let application: TestApplication;
let desk: Handling;

beforeAll(async () => {
  application = await startApplication({ escalation: false });
  desk = new Handling(application);
});

afterAll(() => application.close());

const get = async (account: string, path: string) => {
  const { status, body } = await desk.read(account, path);
  return { status, body: body };
};
const at = ({ position }: Done) => `atLeast=${position}`;

describe('parties', () => {
  const debtor = { ...specimenClaim().respondent, name: '宏业建设（集团）有限公司' };
  let first: Done;
  let second: Done;

  beforeAll(async () => {
    first = await desk.lodged({ respondent: { ...debtor, name: '宏业第二工程公司' } });
    second = await desk.lodged({ respondent: debtor });
  });

  test('a company is found by two characters of its name, by a former name and by its code, once', async () => {
    const expected = {
      code: debtor.creditCode,
      name: debtor.name,
      formerNames: ['宏业第二工程公司'],
      asComplainant: 0,
      asRespondent: 2,
      open: 2,
    };
    for (const q of ['建设', '第二工程', '91500110made', '宏业建设(集团)', '宏'])
      expect((await get('supervisor', `/api/parties?q=${encodeURIComponent(q)}&${at(second)}`)).body).toEqual({
        rows: [expected],
        more: false,
      });
    expect((await get('supervisor', `/api/parties?q=${encodeURIComponent('无此')}`)).body.rows).toEqual([]);
    expect((await get('sme-xuhui', `/api/parties?q=${encodeURIComponent('宏业')}`)).body.rows).toEqual([]);
  });

  test('what may be lodged twice is told with what they have in common, and a link once it is made, from both sides', async () => {
    const near = await get('supervisor', `/api/cases/${first.caseNumber}/near?${at(second)}`);
    expect(near.body).toEqual({
      links: [],
      duplicates: [
        {
          caseId: second.caseId,
          caseNumber: second.caseNumber,
          kind: 'overduePayment',
          open: true,
          lodgedOn: await desk.today(),
          amount: '4554487.75',
          reasons: ['contractNumber', 'amount', 'dates', 'complainant'],
        },
      ],
    });
    const linked = await desk.act('intake', first, 'link-case', {
      case: second.caseNumber,
      relation: 'duplicate',
      note: '同一合同',
    });
    const link = { caseId: second.caseId, caseNumber: second.caseNumber, relation: 'duplicate', fromOther: false };
    expect((await get('supervisor', `/api/cases/${first.caseId}/near?${at(linked)}`)).body.links).toEqual([link]);
    expect((await get('supervisor', `/api/cases/${second.caseId}/near`)).body.links).toEqual([
      { caseId: first.caseId, caseNumber: first.caseNumber, relation: 'duplicate', fromOther: true },
    ]);
    expect((await get('sme-xuhui', `/api/cases/${first.caseId}/near`)).status).toBe(404);
  });

  test('18: a search without a word is refused', async () => {
    expect((await get('supervisor', '/api/parties')).body).toMatchObject({
      errors: [{ field: 'q', code: 'required' }],
    });
    expect((await get('supervisor', '/api/parties?q=%20')).status).toBe(400);
    expect((await get('supervisor', '/api/parties?q=a&limit=0&x=1')).body).toMatchObject({
      errors: [
        { field: 'x', code: 'unknownField' },
        { field: 'limit', code: 'wholeNumber' },
      ],
    });
    expect((await get('supervisor', '/api/cases/nothing/near')).status).toBe(404);
  });
});

describe('first contact (首接负责制)', () => {
  const rowOf = async (officer: string, last: Done) => {
    const { body } = await get('supervisor', `/api/first-contact?${at(last)}`);
    return (body.rows as { officer: { id: string } }[]).find((row) => row.officer.id === officer);
  };

  test('tells who answers for what, contacted in time or late, and handed over without leave', async () => {
    const { respondent } = specimenClaim();
    const taken = (receivedOn: string) => ({ respondent, lodging: { channel: 'phone', receivedOn, agent: null } });
    const specialist = '310115-zhangjiang-serviceSpecialist-1';
    const intime = await desk.lodged(taken(ago(0)), 'specialist');
    await desk.act('specialist', intime, 'record-first-contact', { how: 'phone', what: '已致电' });
    const late = await desk.lodged(taken(ago(20)), 'specialist');
    await desk.act('specialist', late, 'record-first-contact', { how: 'visit', what: '上门' });
    const never = await desk.lodged(taken(ago(20)), 'specialist');
    expect(await rowOf(specialist, never)).toMatchObject({
      cases: 3,
      open: 3,
      contactedInTime: 1,
      contactedLate: 1,
      toContact: 1,
      contactOverdue: 1,
      answeredInTime: 0,
      handedOver: 0,
      handedOverWithoutLeave: 0,
    });
    const intake = '310000-intakeOfficer-1';
    const alone = await desk.act('intake', intime, 'name-first-contact', { officer: intake, reason: '调岗' });
    const allowed = await desk.act('supervisor', late, 'name-first-contact', { officer: intake, reason: '休假' });
    expect(BigInt(allowed.position)).toBeGreaterThan(BigInt(alone.position));
    expect(await rowOf(specialist, allowed)).toMatchObject({ cases: 1, handedOver: 2, handedOverWithoutLeave: 1 });
    expect(await rowOf(intake, allowed)).toMatchObject({ cases: 2, handedOver: 0 });
  });

  test('16, 18: it is the offices’, and asks for what there is', async () => {
    for (const account of ['sme', 'respondent', 'operator'])
      expect((await get(account, '/api/first-contact')).body).toMatchObject({ status: 403, code: 'wrongRole' });
    expect((await get('supervisor', '/api/first-contact?district=310104')).body.rows).toEqual([]);
    expect((await get('supervisor', `/api/first-contact?office=';`)).body).toMatchObject({
      errors: [{ field: 'office', code: 'identifier' }],
    });
  });
});

describe('debtor watch (预防)', () => {
  const code = demonstrationCompanies.respondent.creditCode;
  let last: Done;

  beforeAll(async () => {
    const own = await desk.inHandling();
    const claim = specimenClaim();
    const respondent = { ...claim.respondent, ...demonstrationCompanies.respondent };
    const xuhui = { ...claim.complainant, ...demonstrationCompanies.xuhui };
    await desk.lodged({ complainant: xuhui, respondent }, 'sme-xuhui');
    last = await desk.lodged({ respondent });
    expect(own.caseId).not.toBe(last.caseId);
  });

  test('adds up who owes across complainants, districts and years, and warns by rules which are data', async () => {
    const { body } = await get('supervisor', `/api/debtors?by=open&${at(last)}`);
    const row = (body.rows as { id: string }[]).find(({ id }) => id === code);
    expect(row).toMatchObject({
      name: demonstrationCompanies.respondent.name,
      cases: 3,
      open: 3,
      complainants: 2,
      districts: 2,
      casesOfYear: 3,
      claimed: '13663463.25',
      undisputed: '13663463.25',
      paid: '0.00',
      outstanding: '13663463.25',
      repeated: 1,
      warnings: [
        { id: 'largeSum', level: 'red' },
        { id: 'manyOpen', level: 'amber' },
      ],
    });
    expect(body.policy).toMatchObject({ en: expect.stringContaining('not law') as string });
    const { body: detail } = await get('supervisor', `/api/debtors/${code}?${at(last)}`);
    expect(detail).toMatchObject({
      byYear: [{ of: (await desk.today()).slice(0, 4), cases: 3, outstanding: '13663463.25' }],
      byDistrict: [
        { district: { code: '310115' }, cases: 1 },
        { district: null, cases: 2 },
      ],
    });
    const { body: red } = await get('supervisor', '/api/debtors?warning=red');
    expect((red.rows as { id: string }[]).map(({ id }) => id)).toContain(code);
  });

  test('16: figures are of the reader’s cases alone; a company sees nothing of others', async () => {
    const { body } = await get('supervisor-pudong', `/api/debtors/${code}?${at(last)}`);
    expect(body).toMatchObject({ cases: 1, complainants: 1, outstanding: '4554487.75' });
    expect((await get('mediator-xuhui', `/api/debtors/${code}`)).status).toBe(404);
    expect((await get('mediator-xuhui', '/api/debtors')).body.rows).toEqual([]);
    for (const account of ['sme', 'respondent', 'agent', 'operator'])
      for (const path of ['/api/debtors', `/api/debtors/${code}`])
        expect((await get(account, path)).body).toMatchObject({ status: 403, code: 'wrongRole' });
  });

  test('18: a wrong question is refused field by field', async () => {
    expect((await get('supervisor', '/api/debtors?by=name&warning=blue&limit=0')).body).toMatchObject({
      errors: [
        { field: 'by', code: 'oneOf' },
        { field: 'warning', code: 'oneOf' },
        { field: 'limit', code: 'wholeNumber' },
      ],
    });
    expect((await get('supervisor', '/api/debtors/nobody')).status).toBe(404);
    expect((await get('supervisor', '/api/debtors/%00')).status).toBe(404);
  });
});
