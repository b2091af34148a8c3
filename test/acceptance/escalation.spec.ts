import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { runEscalation } from '../../apps/worker/src/escalation.js';
import { rungKey } from '@redress/cases/shared/procedure/rungs.js';
import type { FiredRung } from '@redress/cases/shared/procedure/events.js';
import { LawDirectory } from '@redress/casework/reference/law-directory.js';
import { OfficeDirectory } from '@redress/organisation/office-directory.js';
import type { Position } from '@redress/event-store/port.js';
import { startApplication, type TestApplication } from '../application.js';
import { ApiUser } from './client.js';

interface Page {
  rows: { caseNumber: string; rung: string; firedAt: string | null; late: boolean; dueOn: string }[];
  today: string;
}

let application: TestApplication;
let supervisor: ApiUser;

beforeAll(async () => {
  application = await startApplication({ demonstrationCases: true });
  supervisor = await ApiUser.of(application, 'supervisor');
});

afterAll(() => application.close());

async function fired(): Promise<readonly FiredRung[]> {
  const log = await application.parts.store.readAll({
    after: '0' as Position,
    limit: 10_000,
    categories: ['overduePayment'],
  });
  return log.flatMap((event) => (event.type === 'RungFired' ? [event.data as unknown as FiredRung] : []));
}

async function untilQuiet(): Promise<readonly FiredRung[]> {
  for (let before = -1; ; await sleep(2500)) {
    const now = await fired();
    if (now.length > 0 && now.length === before) return now;
    before = now.length;
  }
}

test('due rungs of the late case fire once each, with why, and none fires again for a second worker (invariant 13)', async () => {
  const second = runEscalation({
    ...application.parts,
    law: new LawDirectory(application.parts.store),
    offices: new OfficeDirectory(application.parts.store),
    owner: randomUUID(),
  });
  const rungs = await untilQuiet();
  await second.stop();
  const keys = rungs.map((rung) => `${rung.run} ${rungKey(rung)}`);
  expect(new Set(keys).size).toBe(keys.length);
  expect(rungs.every(({ explanation }) => explanation !== null && typeof explanation === 'object')).toBe(true);
  // The case of 17,814,441.01 yuan is eight days over: amber, red and the district were due before it was loaded.
  expect(rungs.filter(({ clock }) => clock === 'result').map(({ rung, late }) => ({ rung, late }))).toEqual(
    expect.arrayContaining([{ rung: 'district', late: true }]),
  );
  const page = (await supervisor.get<Page>('/api/escalations?state=fired&limit=200')).body;
  expect(page.rows).toHaveLength(rungs.length);
  const open = (await supervisor.get<Page>('/api/escalations?state=open&limit=200')).body;
  expect(open.rows.length).toBeGreaterThan(0);
  expect(open.rows.every(({ dueOn }) => dueOn > open.today)).toBe(true);
}, 60_000);

test('a district’s own officers see its board; a company sees its own cases alone; the operator sees none', async () => {
  const [mediator, xuhui, sme, operator] = await Promise.all(
    ['mediator', 'mediator-xuhui', 'sme-xuhui', 'operator'].map((account) => ApiUser.of(application, account)),
  );
  const total = async (user: ApiUser) => (await user.get<{ total: number }>('/api/worklist')).body.total;
  expect(
    await Promise.all([total(supervisor), total(mediator!), total(xuhui!), total(sme!), total(operator!)]),
  ).toEqual([5, 3, 1, 1, 0]);
});
