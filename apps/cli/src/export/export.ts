import { isOfficial, type Account } from '@redress/access/account.js';
import { scopeOf, scopeOfBoards } from '@redress/access/scope.js';
import { zone } from '@redress/casework/kernel/time.js';
import { dayInZone } from '@redress/deadlines/calendar/zone-day.js';
import { OfficeDirectory } from '@redress/organisation/office-directory.js';
import {
  exportFilters,
  type Asked,
  type ExportFilter,
  type ExportTable,
} from '@redress/projections/exporting/export-table.js';
import { filterValues } from '@redress/projections/exporting/filter-values.js';
import { viewSource } from '@redress/projections/exporting/open-export.js';
import { NoSuchViewError } from '@redress/projections/exporting/snapshot.js';
import { writeCsv } from '@redress/projections/exporting/write-csv.js';
import { writeXlsx } from '@redress/projections/exporting/write-xlsx.js';
import { caseList, exportTables } from '@redress/projections/exports.js';
import { dayOf } from '@redress/projections/followed-case/past.js';
import { lawInForce } from '@redress/projections/law-in-force/law-in-force.js';
import { mine, miningFormats } from '@redress/projections/mining/mine.js';
import { reader } from '@redress/projections/reader.js';
import type { Answer } from '../answer.js';
import { Arguments, BadArgument } from '../arguments.js';
import { asOperator, type AtTheDesk } from '../as-operator.js';
import { momentSaid, momentUsage } from '../past/moment.js';
import { toFile, type Writer } from './to-file.js';

const views = exportTables.map(({ name }) => name);
const all = [...views, ...miningFormats];

export const usage = `redress export <${all.join('|')}>
               --account NAME --out FILE [--format csv|xlsx] [--language zh-CN|en]
               [--as-of WHEN] [--known-at WHEN] [${exportFilters.map((name) => `--${optionOf(name)} …`).join('] [')}] [--json]

  把一个视图（csv、xlsx）或整个日志（OCEL 2.0、XES）导出为文件，不限行数；只含该账号可以查看的案件。
  Writes a view (CSV, XLSX), or the log for process mining (OCEL 2.0, XES), to a file: all of it, within what the account
  may read; the log is a supervisor's. The password is REDRESS_PASSWORD, or the first line of stdin.

${momentUsage}`;

const writers = { csv: writeCsv, xlsx: writeXlsx };

/** `mustAct` is `--must-act`. */
function optionOf(filter: string): string {
  return filter.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** `redress export`. @throws BadArgument */
export async function exportToFile(words: readonly string[]): Promise<Answer> {
  const given = new Arguments(words, {
    one: ['account', 'out', 'format', 'language', 'as-of', 'known-at', ...exportFilters.map(optionOf)],
    none: ['json'],
    words: ['view'],
  });
  const what = given.word(0) ?? '';
  if (!all.includes(what))
    throw new BadArgument('export <view>', {
      zh: `应为 ${all.join('、')} 之一`,
      en: `one of ${all.join(', ')} is expected`,
    });
  const path = given.required('out');
  const format = given.oneOf('format', ['csv', 'xlsx']) ?? 'csv';
  const isOfThePast = given.text('as-of') !== null || given.text('known-at') !== null;
  const table = tableOf(what, isOfThePast);
  const filter = filterGiven(given, table);
  if (isOfThePast && filter.queue === 'afterEnd')
    throw new BadArgument('--queue', { zh: '办结后待办只有当前数据', en: 'afterEnd is told of today alone' });
  return asOperator(given.required('account'), async (desk) => {
    const { account } = desk;
    mustBeAllowed(account, table);
    const asked: Asked = {
      scope: table === null ? scopeOf(account) : scopeOfBoards(account),
      reader: isOfficial(account) ? { officer: account.officer, office: account.office } : null,
      filter,
      language: given.oneOf('language', ['zh-CN', 'en']) ?? 'zh-CN',
      ...(await daysOf(desk, given, isOfThePast)),
    };
    const writer = writerOf(desk, what, table, format, asked);
    // A workbook is packed: how far it has come is not seen by its bytes.
    const { snapshot, bytes } = await toFile(path, writer, format === 'csv');
    const { rows, position, madeAt } = snapshot;
    return {
      json: { file: path, rows, bytes, position, madeAt },
      lines: [`${path}: ${rows} 行 · rows, ${bytes} bytes, 日志位置 · position ${position}`],
    };
  });
}

/** Null: the log. @throws BadArgument */
function tableOf(what: string, isOfThePast: boolean): ExportTable | null {
  const table = exportTables.find(({ name }) => name === what) ?? null;
  if (!isOfThePast) return table;
  if (table?.past !== undefined) return table.past;
  const past = exportTables.filter((one) => one.past !== undefined).map(({ name }) => name);
  throw new BadArgument('--as-of', {
    zh: `只有 ${past.join('、')} 可按历史时点导出`,
    en: `only ${past.join(', ')} can be written as of the past`,
  });
}

/** @throws BadArgument for what the table cannot be narrowed by */
function filterGiven(given: Arguments, table: ExportTable | null): ExportFilter {
  const filter: Record<string, string> = {};
  for (const name of exportFilters) {
    const values = (filterValues as Partial<Record<string, readonly string[]>>)[name];
    const value = values === undefined ? given.text(optionOf(name)) : given.oneOf(optionOf(name), values);
    if (value === null) continue;
    if (table?.filters[name] === undefined)
      throw new BadArgument(`--${optionOf(name)}`, { zh: '此导出不能按此筛选', en: 'this is not narrowed by it' });
    filter[name] = value;
  }
  return filter;
}

/** @throws BadArgument */
function mustBeAllowed(account: Account, table: ExportTable | null): void {
  const may = table === null ? account.role === 'supervisor' : isOfficial(account) || !table.forOfficials;
  if (!may || account.role === 'operator')
    throw new BadArgument('--account', { zh: '该账号无权导出', en: 'this account may not export it' });
}

async function daysOf(
  { parts }: AtTheDesk,
  given: Arguments,
  isOfThePast: boolean,
): Promise<Pick<Asked, 'today' | 'past'>> {
  if (!isOfThePast) return { today: dayInZone(await parts.clock.now(), zone), past: null };
  const at = await momentSaid(parts, given, ['history']);
  const { law } = await lawInForce(reader(parts.pool), 'views.history_law', { knownAt: at.knownAt });
  return { today: dayOf(at), past: { ...at, law } };
}

function writerOf(
  { parts: { pool, store } }: AtTheDesk,
  what: string,
  table: ExportTable | null,
  format: keyof typeof writers,
  asked: Asked,
): Writer {
  const write: Writer = async (out, begin) => {
    if (table !== null) return writers[format](pool, viewSource(table, asked), out, begin);
    const offices = new OfficeDirectory(store);
    await offices.refresh();
    const parts = { pool, store, offices: offices.offices(), table: caseList };
    return mine(
      parts,
      miningFormats.find((name) => name === what)!,
      asked,
      out,
      begin,
    );
  };
  return async (out, begin) => {
    try {
      await write(out, begin);
    } catch (error) {
      if (!(error instanceof NoSuchViewError)) throw error;
      throw new BadArgument('export', {
        zh: '视图尚未建立，请先启动系统',
        en: 'the view is not there yet; npm start makes it',
      });
    }
  };
}
