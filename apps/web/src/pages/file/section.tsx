import type { ReactNode } from 'react';
import type { CaseFile } from '../../api/types.js';

export interface OfFile {
  readonly file: CaseFile;
}

/** A part of the file, under its heading. */
export function Section({
  id,
  title,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
