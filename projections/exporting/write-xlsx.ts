import type { Writable } from 'node:stream';
import Excel from 'exceljs';
import type { Pool } from 'pg';
import type { Asked, Cell, CellType, ExportColumn, ExportTable } from './export-table.js';
import { readRows } from './read-rows.js';
import { drained, whileRead } from './reader-left.js';
import { openSnapshot, preface, word, yesNo, type Snapshot } from './snapshot.js';

/** A sheet of the format holds 1,048,576 rows; what is more goes on to the next sheet. */
const rowsASheet = 1_000_000;

const formats: Readonly<Record<CellType, string>> = {
  text: '@',
  money: '#,##0.00',
  date: 'yyyy-mm-dd',
  integer: '0',
  yesNo: '@',
};
const widths: Readonly<Record<CellType, number>> = { text: 24, money: 16, date: 12, integer: 8, yesNo: 6 };

/**
 * The whole of an export as a workbook: a sheet which says what it is, then the rows, with sums, numbers and dates as what
 * they are. A text is a text, whatever it begins with: no cell is a formula. Written row by row as it is read.
 */
export async function writeXlsx(
  pool: Pool,
  table: ExportTable,
  asked: Asked,
  out: Writable,
  begin: (snapshot: Snapshot) => void,
): Promise<void> {
  const { snapshot, client, close } = await openSnapshot(pool, table, asked);
  let isWhole = false;
  try {
    begin(snapshot);
    const workbook = new Excel.stream.xlsx.WorkbookWriter({ stream: out, useSharedStrings: false, useStyles: true });
    const about = workbook.addWorksheet(asked.language === 'en' ? 'About' : '说明');
    about.columns = [{ width: 24 }, { width: 40 }];
    for (const line of preface(table, asked, snapshot)) about.addRow([...line]).commit();
    about.commit();
    const columns = table.columns(asked);
    let sheet = newSheet(workbook, table, asked, 1);
    let written = 0;
    for await (const rows of readRows(client, table, asked)) {
      for (const cells of rows) {
        if (written > 0 && written % rowsASheet === 0) {
          sheet.commit();
          sheet = newSheet(workbook, table, asked, 1 + written / rowsASheet);
        }
        sheet.addRow(cells.map((cell, i) => valueOf(cell, columns[i]!, asked))).commit();
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

function newSheet(workbook: Excel.stream.xlsx.WorkbookWriter, table: ExportTable, asked: Asked, n: number) {
  const name = word(table.title, asked.language);
  const sheet = workbook.addWorksheet(n === 1 ? name : `${name} ${n}`, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = table.columns(asked).map(({ heading, type }) => ({
    header: word(heading, asked.language),
    width: widths[type],
    style: { numFmt: formats[type] },
  }));
  return sheet;
}

/** A sum with more digits than a spreadsheet's numbers keep (15) stays the text it is: no digit is lost. */
const safeDigits = 15;

function valueOf(cell: Cell, { type, words }: ExportColumn, { language }: Asked): Excel.CellValue {
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
      return Number(cell);
    case 'yesNo':
      return word(yesNo[cell === 't' ? 'true' : 'false'], language);
  }
}
