import type { ReactNode } from 'react';
import type { Column } from './column.js';

interface Props<T> {
  /** What the table is called where nothing in sight says so. */
  readonly label?: string;
  /** The id of the heading that names it. */
  readonly labelledBy?: string;
  readonly caption?: ReactNode;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly keyOf: (row: T, index: number) => string;
}

/**
 * A list of few columns, the first of which names the row; on a phone each row is a card. The roles are written out, as a
 * browser takes them away with the display of a table.
 */
export function StackedTable<T>({ label, labelledBy, caption, columns, rows, keyOf }: Props<T>) {
  const [first, ...rest] = columns;
  return (
    <table className="table stacked" role="table" aria-label={label} aria-labelledby={labelledBy}>
      {caption && <caption className="table-title">{caption}</caption>}
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ id, title, amount }) => (
            <th role="columnheader" scope="col" key={id} className={amount ? 'amount' : undefined}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row, index) => (
          <tr role="row" key={keyOf(row, index)}>
            <th role="rowheader" scope="row">
              {first?.cell(row)}
            </th>
            {rest.map(({ id, title, cell, amount }) => (
              <td role="cell" key={id} data-label={title} className={amount ? 'amount' : undefined}>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
