import { organisationOf } from '@redress/casework/escalation/receivers.js';
import { zone } from '@redress/casework/kernel/time.js';
import { dayInZone } from '@redress/deadlines/calendar/zone-day.js';
import type { Text } from '@redress/deadlines/text.js';
import { OfficeDirectory } from '@redress/organisation/office-directory.js';
import { servingBuild } from '@redress/processing/builds.js';
import { dryRun, type ForecastRung, type Skipped } from '@redress/projections/escalations/dry-run.js';
import { stuckWork } from '@redress/projections/stuck-work.js';
import type { Pool } from 'pg';
import { type Answer, both } from '../answer.js';
import { Arguments, BadArgument } from '../arguments.js';
import { withViews } from '../views/with-views.js';

export const usage = `redress escalation <command> [--json]

  dry-run --until DATE
                          到该日为止将触发哪些提醒、告知谁；哪些不触发、为何；不写入任何内容
                          what would fire until that day and whom it would tell, what would not and why; writes nothing
  stuck                   已到期而屡次无法触发的提醒、无法认定的逾期分期：原因、下次再试的时间
                          rungs and instalments which are due and refused again and again: why, and when each is tried again
`;

const why: Readonly<Record<Skipped, Text>> = {
  overridden: { zh: '已决定不予触发', en: 'a supervisor set it aside' },
  paused: { zh: '期限中止', en: 'its clock is paused' },
  cannotTell: { zh: '期限无法确定', en: 'its clock cannot tell' },
  calendar: { zh: '该年放假通知尚未发布', en: 'it waits for a holiday notice' },
  parked: { zh: '案件有停放的事件', en: 'an event of its case is parked' },
  atItsLevel: { zh: '案件已在该层级，只提醒', en: 'the case is at that level already: it only tells' },
};

export async function escalation(words: readonly string[]): Promise<Answer> {
  if (words[0] === 'stuck') {
    new Arguments(words, { none: ['json'], words: ['command'] });
    return stuck();
  }
  const given = new Arguments(words, { one: ['until'], none: ['json'], words: ['command'] });
  if (given.word(0) !== 'dry-run')
    throw new BadArgument('escalation <command>', { zh: '应为 dry-run 或 stuck', en: 'dry-run or stuck is expected' });
  const until = given.requiredDate('until');
  return withViews(async ({ pool, store, clock }) => {
    await mustServe(pool, 'escalations', 'dry-run');
    const offices = new OfficeDirectory(store);
    await offices.refresh();
    const today = dayInZone(await clock.now(), zone);
    const rungs: ForecastRung[] = [];
    for await (const rung of dryRun(pool, { kind: 'all' }, { until, today }, organisationOf(offices))) rungs.push(rung);
    const firing = rungs.filter(({ fires }) => fires).length;
    return {
      json: { today, until, fires: firing, rungs },
      lines: [
        `${today} – ${until}  将触发 would fire: ${firing}  不触发 would not: ${rungs.length - firing}`,
        ...rungs.map(lineOf),
      ],
    };
  });
}

const stuckShown = 1_000;

async function stuck(): Promise<Answer> {
  const found = await withViews(async ({ pool, clock }) => {
    for (const view of ['escalations', 'instalments']) await mustServe(pool, view, 'stuck');
    return stuckWork(pool, dayInZone(await clock.now(), zone), stuckShown);
  });
  return {
    json: found,
    lines: found.flatMap(({ timer, caseId, key, dueOn, reason, tries, since, againAt }) => [
      `${dueOn}  ${caseId}  ${timer}  ${key}`,
      `    ${reason}  自 since ${since}，已试 tried ${tries}，下次 again ${againAt}`,
    ]),
    exit: found.length === 0 ? 0 : 1,
  };
}

async function mustServe(pool: Pool, view: string, command: string): Promise<void> {
  if ((await servingBuild(pool, view)) === null)
    throw new BadArgument(`escalation ${command}`, { zh: '视图尚未建立', en: 'the view has not been built yet' });
}

function lineOf({ dueOn, caseNumber, title, told, raisesTo, skipped }: ForecastRung): string {
  const whom = told.map(({ office, person }) => `${office.name.zh}${person === null ? '' : ` ${person.name}`}`);
  return [
    `${dueOn ?? '    —     '}  ${caseNumber}  ${both(title)}`,
    ...(whom.length > 0 ? [`→ ${whom.join('、')}`] : []),
    ...(raisesTo === null ? [] : [`提级 raised to ${raisesTo}`]),
    ...(skipped === null ? [] : [`（${both(why[skipped])}）`]),
  ].join('  ');
}
