import type { Writable } from 'node:stream';
import Excel from 'exceljs';
import type { Pool } from 'pg';
import type { Name } from '@redress/cases/shared/reference.js';
import type { Cell, CellType, Heading, Said } from './export-table.js';
import type { ExportSource } from './open-export.js';
import { drained, whileRead } from './reader-left.js';
import { preface, word, yesNo, type Snapshot } from './snapshot.js';

/** A sheet of the format holds 1,048,576 rows; what is more goes on to the next sheet. */
const rowsASheet = 1_000_000;

const formats: Readonly<Record<CellType, string>> = {
  text: '@',
  money: '#,##0.00',
  date: 'yyyy-mm-dd',
  integer: '0',
  number: '0.0000',
  yesNo: '@',
};
const widths: Readonly<Record<CellType, number>> = { text: 24, money: 16, date: 12, integer: 8, number: 10, yesNo: 6 };

/**
 * The whole of an export as a workbook: a sheet which says what it is, then the rows, with sums, numbers and dates as what
 * they are. A text is a text, whatever it begins with: no cell is a formula. Written row by row as it is read.
 */
export async function writeXlsx(
  pool: Pool,
  { title, said, open }: ExportSource,
  out: Writable,
  begin: (snapshot: Snapshot) => void,
): Promise<void> {
  const { snapshot, about, columns, rows: read, close } = await open(pool);
  let isWhole = false;
  try {
    begin(snapshot);
    const workbook = new Excel.stream.xlsx.WorkbookWriter({ stream: out, useSharedStrings: false, useStyles: true });
    const cover = workbook.addWorksheet(said.language === 'en' ? 'About' : '说明');
    cover.columns = [{ width: 24 }, { width: 40 }];
    for (const line of preface({ title, about }, said, snapshot)) cover.addRow([...line]).commit();
    cover.commit();
    let sheet = newSheet(workbook, title, columns, said, 1);
    let written = 0;
    for await (const rows of read) {
      for (const cells of rows) {
        if (written > 0 && written % rowsASheet === 0) {
          sheet.commit();
          sheet = newSheet(workbook, title, columns, said, 1 + written / rowsASheet);
        }
        sheet.addRow(cells.map((cell, i) => valueOf(cell, columns[i]!, said))).commit();
        written += 1;
      }
      await drained(out);
    }
    sheet.commit();
    await whileRead(out, workbook.commit());
    isWhole = true;
  } finally {
    await close(!isWhole);
  }
}

function newSheet(
  workbook: Excel.stream.xlsx.WorkbookWriter,
  title: Name,
  columns: readonly Heading[],
  said: Said,
  n: number,
) {
  const name = word(title, said.language);
  const sheet = workbook.addWorksheet(n === 1 ? name : `${name} ${n}`, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ heading, type }) => ({
    header: word(heading, said.language),
    width: widths[type],
    style: { numFmt: formats[type] },
  }));
  return sheet;
}

/** A sum with more digits than a spreadsheet's numbers keep (15) stays the text it is: no digit is lost. */
const safeDigits = 15;

function valueOf(cell: Cell, { type, words }: Heading, { language }: Said): Excel.CellValue {
  if (cell === null) return null;
  switch (type) {
    case 'text': {
      const said = words !== undefined && Object.hasOwn(words, cell) ? words[cell]! : null;
      return said === null ? cell : word(said, language);
    }
    case 'money':
      return cell.replace(/\D/g, '').length > safeDigits ? cell : Number(cell);
    case 'date':
      return new Date(`${cell}T00:00:00Z`);
    case 'integer':
    case 'number':
      return Number(cell);
    case 'yesNo':
      return word(yesNo[cell === 't' ? 'true' : 'false'], language);
  }
}
