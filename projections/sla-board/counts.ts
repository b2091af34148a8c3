import type { ViewDb } from '@redress/processing/projection.js';

/** The columns by which clocks are counted. */
export interface Counted {
  readonly accepting_office: string;
  readonly handling_office: string | null;
  readonly district: string | null;
  readonly rule: string;
  readonly state: string;
  readonly due_sort: string;
  readonly provisional: boolean;
}

const key = ['accepting_office', 'handling_office', 'district', 'rule', 'state', 'due_sort', 'provisional'].join(', ');

/** Takes the clocks as they were out of the counts and puts them in as they are. */
export async function changeCounts(db: ViewDb, before: readonly Counted[], after: readonly Counted[]): Promise<void> {
  const changes = new Map<string, ReturnType<typeof counted>>();
  const count = (clock: Counted, by: 1 | -1) => {
    const one = counted(clock);
    const identity = JSON.stringify(one);
    changes.set(identity, { ...one, n: (changes.get(identity)?.n ?? 0) + by });
  };
  before.forEach((clock) => count(clock, -1));
  after.forEach((clock) => count(clock, 1));
  const moved = [...changes.entries()].filter(([, { n }]) => n !== 0);
  if (moved.length === 0) return;
  // In one order always, so that two who count at once do not wait for each other.
  const ordered = JSON.stringify(moved.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, change]) => change));
  await db.query(
    `INSERT INTO sla_count (${key}, n) SELECT ${key}, n FROM json_populate_recordset(NULL::sla_count, $1)
     ON CONFLICT (${key}) DO UPDATE SET n = sla_count.n + excluded.n`,
    [ordered],
  );
  await db.query(
    `DELETE FROM sla_count WHERE (${key}) IN (SELECT ${key} FROM json_populate_recordset(NULL::sla_count, $1)) AND n = 0`,
    [ordered],
  );
}

function counted(clock: Counted) {
  return {
    accepting_office: clock.accepting_office,
    handling_office: clock.handling_office ?? '',
    district: clock.district ?? '',
    rule: clock.rule,
    state: clock.state,
    due_sort: clock.due_sort,
    provisional: clock.provisional,
    n: 0,
  };
}
