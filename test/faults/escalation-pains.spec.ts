import { rungKey } from '@redress/cases/shared/procedure/rungs.js';
import { done } from '@redress/casework/testing/desk.js';
import { World } from './escalation-world.js';

jest.setTimeout(240_000);

let world: World;

afterEach(() => world.close());

const keysOf = async (caseId: string) => (await world.fired(caseId)).map(rungKey);

test('OTOBO #490, CCRS `offset(0)` with a limit: after a standstill the sweep passes its first page, and a case that fails holds up no other', async () => {
  world = await World.open('2025-12-02');
  // Nine rungs each are due after the standstill: more than one page of the sweep.
  const cases: string[] = [];
  for (let n = 0; n < 26; n++) cases.push(await world.received(0));
  world.pass(60);
  await world.catchUp();
  const broken = cases[0]!;
  const failing = world.worker({
    before: (stream) => {
      if (stream.endsWith(broken)) throw new Error('the store refuses this one');
    },
  });
  await failing.tick();
  expect(await world.fired(broken)).toEqual([]);
  const counts = await Promise.all(cases.slice(1).map(async (caseId) => (await world.fired(caseId)).length));
  expect(new Set(counts).size).toBe(1);
  expect(counts[0]! * cases.length).toBeGreaterThan(200);
  await world.worker().tick();
  expect(await world.fired(broken)).toHaveLength(counts[0]!);
});

test('glpi #2408 #1996 PR #22678, zammad #3140 #2082: looked at every minute for a month, a rung is told once', async () => {
  world = await World.open('2025-12-02');
  const caseId = await world.received();
  for (let day = 0; day < 32; day++) {
    world.pass();
    // The view is let to lag: the same rungs are found due again and again.
    if (day % 4 === 0) await world.catchUp();
    for (let minute = 0; minute < 3; minute++) await world.worker().tick();
  }
  await world.catchUp();
  await world.worker().tick();
  const keys = await keysOf(caseId);
  expect(keys.length).toBeGreaterThan(2);
  expect(new Set(keys).size).toBe(keys.length);
});

test('downtime: the missed rungs come in their order, each marked late', async () => {
  world = await World.open('2025-12-02');
  const caseId = await world.received();
  world.pass(60);
  await world.catchUp();
  await world.worker().tick();
  const rungs = await world.fired(caseId);
  expect(rungs.map(({ rungDueOn }) => rungDueOn)).toEqual(rungs.map(({ rungDueOn }) => rungDueOn).sort());
  expect(rungs.every(({ late }) => late)).toBe(true);
  expect(rungs.at(-1)).toMatchObject({
    rung: 'jointConference',
    told: [{ receiver: 'city' }, { receiver: 'jointConference' }],
  });
});

test('alaveteli #7292, osTicket #4969: a rung whose year has no notice yet waits for it, and fires once it is out', async () => {
  world = await World.open('2025-12-02', 2025);
  const caseId = await world.received();
  world.pass(29);
  await world.catchUp();
  await world.worker().tick();
  expect(await world.fired(caseId)).toEqual([]);
  const rungs = async () =>
    (
      await world.pool.query(
        `SELECT rung, due_on, held FROM views.escalation_rung
         WHERE case_id = $1 AND rule = 'result' AND rung IN ('amber', 'red') ORDER BY rung`,
        [caseId],
      )
    ).rows as unknown[];
  expect(await rungs()).toEqual([
    { rung: 'amber', due_on: null, held: 'calendar' },
    { rung: 'red', due_on: null, held: 'calendar' },
  ]);
  await world.importCalendar();
  await world.catchUp();
  expect(await rungs()).toEqual([
    { rung: 'amber', due_on: '2025-12-31', held: null },
    { rung: 'red', due_on: '2026-01-04', held: null },
  ]);
  await world.worker().tick();
  expect(await world.fired(caseId)).toMatchObject([{ rung: 'amber', rungDueOn: '2025-12-31', late: true }]);
});

test('glpi #15605, frappe PR #3776: a rung that fired stays when its date moves, is marked with the new one, and does not fire again', async () => {
  world = await World.open('2025-11-04');
  const caseId = await world.received();
  world.pass(29);
  await world.catchUp();
  await world.worker().tick();
  const before = await world.fired(caseId);
  expect(before.map(({ rung, rungDueOn }) => [rung, rungDueOn])).toEqual([['amber', '2025-12-05']]);
  await world.correctReceipt(caseId, '2025-11-05');
  await world.catchUp();
  await world.worker().tick();
  expect(await world.fired(caseId)).toEqual(before);
  const { rows } = await world.pool.query(
    `SELECT rung, due_on, moved_to, fired_at IS NOT NULL AS fired FROM views.escalation_rung
     WHERE case_id = $1 AND rule = 'result' AND rung IN ('amber', 'red') ORDER BY due_on`,
    [caseId],
  );
  expect(rows).toEqual([
    { rung: 'amber', due_on: '2025-12-05', moved_to: '2025-12-04', fired: true },
    { rung: 'red', due_on: '2025-12-08', moved_to: null, fired: false },
  ]);
});

test('no accountable holder (erpnext #6049, zammad #2532): every rung says whom it told, a case that nobody has in hand too', async () => {
  world = await World.open('2025-12-02');
  const caseId = await world.received();
  world.pass(60);
  await world.catchUp();
  await world.worker().tick();
  for (const { told } of await world.fired(caseId)) expect(told.length).toBeGreaterThan(0);
  const history = await world.desk.history(caseId);
  expect(history.filter(({ type }) => type === 'LevelRaised').map(({ data }) => data.to)).toEqual([
    'city',
    'jointConference',
  ]);
  const [red] = (await world.fired(caseId)).filter(({ rung }) => rung === 'red');
  const { clock, subject, run, rung } = red!;
  const reason = { clock, subject, run, rung, reason: '等待被投诉人对账' };
  done(await world.desk.commandOf('overduePayment', caseId, 'handler', 'giveRungReason', reason));
});
