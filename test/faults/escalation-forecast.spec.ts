import fc from 'fast-check';
import { organisationOf } from '@redress/casework/escalation/receivers.js';
import { addDays } from '@redress/deadlines/calendar/plain-date.js';
import { OfficeDirectory } from '@redress/organisation/office-directory.js';
import { dryRun, type ForecastRung } from '@redress/projections/escalations/dry-run.js';
import { rungKey } from '@redress/cases/shared/procedure/rungs.js';
import { World } from './escalation-world.js';

jest.setTimeout(240_000);

const days = 50;

/** What may have befallen a case before it is asked what its ladder will do. */
const pasts = {
  received: () => Promise.resolve(),
  withMediator: (world, caseId) => world.act(caseId, 'handler', 'assignMediator'),
  extended: (world, caseId) => world.act(caseId, 'head', 'extendHandling', { totalDays: 45 }),
  inTheStreet: (world, caseId) =>
    commanded(world, caseId, 'handler', 'handDown', { office: '310115-zhangjiang', ground: '就近处置' }),
  raised: (world, caseId) =>
    commanded(world, caseId, 'supervisor', 'escalate', { office: '310000-handling', act: '提级', reason: '久拖不决' }),
} satisfies Record<string, (world: World, caseId: string) => Promise<void>>;

type Past = keyof typeof pasts;

async function commanded(world: World, caseId: string, by: string, name: string, body: object): Promise<void> {
  const outcome = await world.desk.commandOf('overduePayment', caseId, by, name, body);
  if (outcome.outcome !== 'done') throw new Error(JSON.stringify(outcome));
}

async function forecast(world: World): Promise<readonly ForecastRung[]> {
  const offices = new OfficeDirectory(world.desk.memory);
  await offices.refresh();
  const all: ForecastRung[] = [];
  const asked = { until: addDays(world.today, days), today: world.today };
  for await (const rung of dryRun(world.pool, { kind: 'all' }, asked, organisationOf(offices))) all.push(rung);
  return all;
}

const whom = (told: ForecastRung['told']) =>
  told.map(({ receiver, office, person }) => `${receiver} ${office.id} ${person?.id ?? ''}`);

test('the dry run and what then fires are the same set, on the same days, told to the same people, raised to the same level', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...(Object.keys(pasts) as Past[])), { minLength: 1, maxLength: 3 }),
      async (told) => {
        const world = await World.open('2025-12-02');
        try {
          const ids: string[] = [];
          for (const past of told) {
            const caseId = await world.received();
            await pasts[past](world, caseId);
            ids.push(caseId);
          }
          await world.catchUp();
          const expected = (await forecast(world)).filter(({ fires }) => fires);
          const worker = world.worker();
          for (let day = 0; day <= days; day++) {
            if (day > 0) world.pass();
            await worker.tick();
            await world.catchUp();
          }
          for (const caseId of ids) {
            const history = await world.desk.history(caseId);
            const fired = (await world.fired(caseId)).map((rung) => [rungKey(rung), rung.rungDueOn, whom(rung.told)]);
            const foretold = expected
              .filter((rung) => rung.caseId === caseId)
              .map(({ clock, subject, run, rung, dueOn, told }) => [
                rungKey({ clock: clock.rule, subject, run, rung }),
                dueOn,
                whom(told),
              ]);
            expect(fired.sort()).toEqual(foretold.sort());
            const raised = history.flatMap(({ type, data }) =>
              type === 'LevelRaised' && data.by !== 'hand' ? [data.to] : [],
            );
            const toRaise = expected.flatMap((rung) =>
              rung.caseId === caseId && rung.raisesTo !== null ? [rung.raisesTo] : [],
            );
            expect(raised).toEqual(toRaise);
          }
        } finally {
          await world.close();
        }
      },
    ),
    {
      numRuns: 6,
      endOnFailure: true,
      examples: [[['inTheStreet', 'received', 'raised']], [['raised', 'extended', 'withMediator']]],
    },
  );
});
