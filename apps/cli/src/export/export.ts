import { isOfficial } from '@redress/access/account.js';
import { scopeOfBoards } from '@redress/access/scope.js';
import { zone } from '@redress/casework/kernel/time.js';
import { dayInZone } from '@redress/deadlines/calendar/zone-day.js';
import { OfficeDirectory } from '@redress/organisation/office-directory.js';
import { NoSuchViewError } from '@redress/projections/exporting/snapshot.js';
import { writeCsv } from '@redress/projections/exporting/write-csv.js';
import { writeXlsx } from '@redress/projections/exporting/write-xlsx.js';
import { caseList, exportTables } from '@redress/projections/exports.js';
import { mine, miningFormats } from '@redress/projections/mining/mine.js';
import type { Answer } from '../answer.js';
import { Arguments, BadArgument } from '../arguments.js';
import { asOperator, type AtTheDesk } from '../as-operator.js';
import { toFile, type Writer } from './to-file.js';

const views = exportTables.map(({ name }) => name);
const all = [...views, ...miningFormats];

export const usage = `redress export <${all.join('|')}>
               --account NAME --out FILE [--format csv|xlsx] [--language zh-CN|en] [--json]

  把一个视图（csv、xlsx）或整个日志（OCEL 2.0、XES）导出为文件，不限行数；只含该账号可以查看的案件。
  Writes a view (CSV, XLSX), or the log for process mining (OCEL 2.0, XES), to a file: all of it, within what the account
  may read; the log is a supervisor's. The password is REDRESS_PASSWORD, or the first line of stdin.
`;

const writers = { csv: writeCsv, xlsx: writeXlsx };

/** `redress export`. @throws BadArgument */
export async function exportToFile(words: readonly string[]): Promise<Answer> {
  const given = new Arguments(words, {
    one: ['account', 'out', 'format', 'language'],
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
  const language = given.oneOf('language', ['zh-CN', 'en']) ?? 'zh-CN';
  return asOperator(given.required('account'), async (desk) => {
    const writer = await writerOf(desk, what, format, language);
    // A workbook is packed: how far it has come is not seen by its bytes.
    const { snapshot, bytes } = await toFile(path, writer, format === 'csv');
    const { rows, position, madeAt } = snapshot;
    return {
      json: { file: path, rows, bytes, position, madeAt },
      lines: [`${path}: ${rows} 行 · rows, ${bytes} bytes, 日志位置 · position ${position}`],
    };
  });
}

async function writerOf(
  { parts: { pool, store, clock }, account }: AtTheDesk,
  what: string,
  format: keyof typeof writers,
  language: 'zh-CN' | 'en',
): Promise<Writer> {
  const asked = { scope: scopeOfBoards(account), filter: {}, today: dayInZone(await clock.now(), zone), language };
  const table = exportTables.find(({ name }) => name === what);
  const may = table === undefined ? account.role === 'supervisor' : isOfficial(account) || !table.forOfficials;
  if (!may || account.role === 'operator')
    throw new BadArgument('--account', { zh: '该账号无权导出', en: 'this account may not export it' });
  const write: Writer = async (out, begin) => {
    if (table !== undefined) return writers[format](pool, table, asked, out, begin);
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
