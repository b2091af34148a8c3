import type { ReactNode } from 'react';

/** Of a table: what it is headed by, and what stands in it for a row. */
export interface Column<T> {
  readonly id: string;
  readonly title: string;
  readonly cell: (row: T) => ReactNode;
  readonly amount?: boolean;
}
