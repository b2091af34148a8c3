import type { ReactNode } from 'react';
import type { Column } from './column.js';

interface Props<T> {
  readonly title: string;
  /** The title stands above the table rather than be known to screen readers alone. */
  readonly titled?: boolean;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly keyOf: (row: T) => string;
}

/** A wide table of figures, the first column of which names the row; it scrolls within itself. */
export function Sheet<T>({ title, titled, columns, rows, keyOf }: Props<T>): ReactNode {
  const [first, ...rest] = columns;
  return (
    <div className="table-card scrolls" tabIndex={0} role="region" aria-label={title}>
      <table className="table sheet">
        <caption className={titled ? 'table-title' : 'visually-hidden'}>{title}</caption>
        <thead>
          <tr>
            {columns.map(({ id, title: head, amount }) => (
              <th scope="col" key={id} className={amount ? 'amount' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              <th scope="row">{first?.cell(row)}</th>
              {rest.map(({ id, cell, amount }) => (
                <td key={id} className={amount ? 'amount' : undefined}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
