import { PostgresEventStore } from '../../../../dist/libs/event-store/postgres/postgres-store.js';
import { rebuildViews } from '../../../../dist/libs/processing/rebuild/rebuild.js';
import { past } from '../../../../dist/projections/followed-case/past.js';
import { pastBoard } from '../../../../dist/projections/history/board.js';
import { pastWorklist } from '../../../../dist/projections/history/lists.js';
import { onTime } from '../../../../dist/projections/history/on-time.js';
import { views } from '../../../../dist/projections/registry.js';
import { figures } from '../../../../dist/projections/statistics/figures.js';
import { fillGeneratedLog } from '../generated-log.mjs';
import { multiply } from './multiply.mjs';

const all = { kind: 'all' };
const now = '2026-09-30T23:59:59.999999+08:00';
const day = (n) => new Date(Date.parse('2024-03-01T15:59:59.999Z') + (n % 800) * 86_400_000).toISOString();
const later = (at) => new Date(Math.min(Date.parse(at) + 40 * 86_400_000, Date.parse(now))).toISOString();

export async function open(url, { cases, generated }) {
  const pool = await fillGeneratedLog(url, generated);
  const ours = views.filter(({ name }) => ['history', 'statistics', 'case-file'].includes(name));
  await rebuildViews(new PostgresEventStore(url), pool, ours, 'switch', { batch: 5_000 });
  const copies = Math.round(cases / generated);
  const before = await boards(pool, past(day(400), now));
  const found = await multiply(pool, copies);
  let asked = 0;
  const next = () => day((asked += 37));
  const load = (ask) => ({ callers: 1, caller: () => async () => (await ask(), 1) });
  const year = (at, asked = yearBy) => Promise.all([figures(pool, asked, at), onTime(pool, asked, at)]);
  return {
    loads: {
      boardThatDay: load(() => ((at) => boards(pool, past(at, at)))(next())),
      boardKnownNow: load(() => boards(pool, past(next(), now))),
      boardKnownLater: load(() => ((at) => boards(pool, past(at, later(at))))(next())),
      year: load(() => year(past(now, now))),
      yearThat: load(() =>
        ((at) => year(past(at, at)))(`2025-${two(1 + (asked++ % 12))}-${two(1 + (asked % 28))}T10:00:00Z`),
      ),
      yearByCategory: load(() => year(past(now, now), { ...yearBy, by: 'category' })),
      worklistThatDay: load(() =>
        ((at) => pastWorklist(pool, all, { queue: { of: 'all' }, limit: 50 }, past(at, at)))(next()),
      ),
    },
    async check() {
      const after = await boards(pool, past(day(400), now));
      const total = (board) => Object.values(board.totals).reduce((sum, n) => sum + n, 0) - board.totals.provisional;
      return {
        cases,
        ...found,
        clocksThen: total(after),
        timesBefore: Math.round((total(after) / total(before)) * 10) / 10,
      };
    },
  };
}

const yearBy = { period: { from: '2025-01-01', to: '2025-12-01' }, by: 'district' };
const two = (n) => String(n).padStart(2, '0');
const boards = (pool, at) => pastBoard(pool, all, { by: 'district' }, at);
