import type { ReactNode } from 'react';

export interface Column<T> {
  readonly id: string;
  readonly title: string;
  readonly cell: (row: T) => ReactNode;
  readonly amount?: boolean;
}

interface Props<T> {
  readonly title: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly keyOf: (row: T) => string;
}

/** A wide table of figures, the first column of which names the row; it scrolls within itself. */
export function Sheet<T>({ title, columns, rows, keyOf }: Props<T>) {
  const [first, ...rest] = columns;
  return (
    <div className="table-card scrolls" tabIndex={0} role="region" aria-label={title}>
      <table className="table sheet">
        <caption className="visually-hidden">{title}</caption>
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
