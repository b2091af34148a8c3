import type { Scope } from '@redress/access/scope.js';
import type { Name } from '@redress/cases/shared/reference.js';
import { statusTitles } from '@redress/cases/titles.js';
import type { Cell, Heading } from './exporting/export-table.js';
import type { FiguresTable } from './exporting/figures-table.js';
import type { Past } from './followed-case/past.js';
import { provenanceOf } from './history/provenance.js';
import { heldTime, type HeldQuery, type HeldTime } from './holders/queries.js';
import type { FiguresQuery } from './statistics/figures.js';
import { toldFigures, type ToldRow } from './told-figures.js';

/** What a row is told apart by, as people call it; null where its key says it. */
type NameOf = (key: string) => Name | null;

interface FiguresColumn extends Heading {
  readonly of: (row: ToldRow) => Cell;
}

const statisticsViews = ['history', 'statistics'];

/** The figures of a period as a table, with the law they rest on. @param period as it was asked for: `2026-Q2` */
export function statisticsTable(query: FiguresQuery, period: string, at: Past, nameOf: NameOf): FiguresTable {
  return {
    title: { zh: '统计快报', en: 'Statistics' },
    views: statisticsViews,
    async told(client) {
      const rows = await toldFigures(client, query, at);
      const { law } = await provenanceOf(client, statisticsViews, at);
      const columns = [...named(nameOf), ...counted, ...perKey(rows)];
      return {
        columns,
        rows: rows.map((row) => columns.map(({ of }) => of(row))),
        about: [
          [{ zh: '统计期间', en: 'Period' }, period],
          ...law.map(({ stream, version, hash }) => [basis, `${stream} ${version ?? ''} ${hash}`] as const),
        ],
      };
    },
  };
}

const basis = { zh: '依据', en: 'Rests on' };

function named(nameOf: NameOf): readonly FiguresColumn[] {
  const name = (key: string | null) => (key === null ? null : nameOf(key));
  return [
    column('代码', 'Key', 'text', ({ key }) => key),
    column('名称', 'Name (Chinese)', 'text', ({ key }) => name(key)?.zh ?? null),
    column('英文名称', 'Name', 'text', ({ key }) => name(key)?.en ?? null),
  ];
}

const column = (zh: string, en: string, type: Heading['type'], of: (row: ToldRow) => number | string | null) => ({
  heading: { zh, en },
  type,
  of: (row: ToldRow) => {
    const value = of(row);
    return value === null ? null : String(value);
  },
});

const counted: readonly FiguresColumn[] = [
  column('提出', 'Lodged', 'integer', ({ lodged }) => lodged),
  column('受理', 'Accepted', 'integer', ({ accepted }) => accepted),
  column('不予受理', 'Refused', 'integer', ({ refused }) => refused),
  column('办结', 'Concluded', 'integer', ({ concluded }) => concluded),
  column('主张金额（元）', 'Claimed (CNY)', 'money', ({ claimed }) => claimed),
  column('收回金额（元）', 'Recovered (CNY)', 'money', ({ recovered }) => recovered),
  column('按时率', 'On-time rate', 'number', ({ onTime }) => onTime.rate),
  column('按期完成', 'Met', 'integer', ({ onTime }) => onTime.met),
  column('逾期完成', 'Met late', 'integer', ({ onTime }) => onTime.metLate),
  column('逾期', 'Late', 'integer', ({ onTime }) => onTime.late),
  column('未到期', 'Not due', 'integer', ({ onTime }) => onTime.open),
  column('暂定', 'Provisional', 'integer', ({ onTime }) => onTime.provisional),
  column('无法判断', 'Cannot tell', 'integer', ({ onTime }) => onTime.cannotTell),
  column('满意度均值', 'Mean satisfaction', 'number', ({ satisfaction }) => satisfaction.mean),
];

/** A column for each ground, outcome, rating and stage which any row has. */
function perKey(rows: readonly ToldRow[]): readonly FiguresColumn[] {
  const keys = (of: (row: ToldRow) => readonly string[]) => [...new Set(rows.flatMap(of))].sort();
  const each = (zh: string, en: string, of: (row: ToldRow) => Readonly<Record<string, number>>) =>
    keys((row) => Object.keys(of(row))).map((key) =>
      column(`${zh}：${titleOf(key).zh}`, `${en}: ${titleOf(key).en}`, 'integer', (row) => of(row)[key] ?? 0),
    );
  const stages = keys((row) => row.stages.map(({ stage }) => stage)).flatMap((stage) => {
    const { zh, en } = titleOf(stage);
    const of = (row: ToldRow) => row.stages.find((one) => one.stage === stage) ?? null;
    return [
      column(`${zh}：离开次数`, `${en}: times left`, 'integer', (row) => of(row)?.left ?? 0),
      column(`${zh}：中位天数`, `${en}: median days`, 'integer', (row) => of(row)?.medianDays ?? null),
      column(`${zh}：第90百分位天数`, `${en}: 90th percentile days`, 'integer', (row) => of(row)?.p90Days ?? null),
    ];
  });
  return [
    ...each('不予受理', 'Refused', ({ refusedBy }) => refusedBy),
    ...each('结果', 'Concluded with', ({ concludedWith }) => concludedWith),
    ...each('评分', 'Rated', ({ satisfaction }) => satisfaction.ratings),
    ...stages,
  ];
}

function titleOf(code: string): Name {
  return statusTitles[code] ?? { zh: code, en: code };
}

/** Who held files in a period and for how long, as a table. */
export function holdersTable(scope: Scope, query: HeldQuery, nameOf: (row: HeldTime) => Name | null): FiguresTable {
  return {
    title: { zh: '经办时长', en: 'Time held' },
    views: ['holders'],
    async told(client) {
      const rows = await heldTime(client, scope, query);
      return {
        columns: heldColumns,
        rows: rows.map((row) => {
          const { key, office, cases, seconds, pausedSeconds } = row;
          const name = nameOf(row);
          return [key, name?.zh ?? null, name?.en ?? null, office, ...[cases, seconds, pausedSeconds].map(String)];
        }),
        about: [
          [{ zh: '自', en: 'From' }, query.from],
          [{ zh: '至', en: 'To' }, query.to],
        ],
      };
    },
  };
}

const heldColumns: readonly Heading[] = [
  { heading: { zh: '代码', en: 'Key' }, type: 'text' },
  { heading: { zh: '名称', en: 'Name (Chinese)' }, type: 'text' },
  { heading: { zh: '英文名称', en: 'Name' }, type: 'text' },
  { heading: { zh: '部门代码', en: 'Office' }, type: 'text' },
  { heading: { zh: '案件数', en: 'Cases' }, type: 'integer' },
  { heading: { zh: '经办秒数', en: 'Seconds held' }, type: 'number' },
  { heading: { zh: '其中暂停秒数', en: 'Of them paused' }, type: 'number' },
];
