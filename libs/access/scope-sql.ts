import type { Scope } from './scope.js';

export interface WhereFragment {
  /** A condition in brackets of its own or a literal; to be joined with `AND`. */
  readonly where: string;
  readonly parameters: readonly string[];
}

/**
 * The scope as a condition on a view with the columns `complainant_code`, `accepting_office`, `handling_office` and
 * `district`.
 *
 * @param firstParameter the number of the placeholder (`$n`) to begin with; the fragment takes one at most
 */
export function scopeSql(scope: Scope, firstParameter: number): WhereFragment {
  const column = (name: string, value: string): WhereFragment => ({
    where: `(${name} = $${firstParameter})`,
    parameters: [value],
  });
  switch (scope.kind) {
    case 'all':
      return { where: 'true', parameters: [] };
    case 'company':
      return column('complainant_code', scope.creditCode);
    case 'acceptingOffice':
      return column('accepting_office', scope.office);
    case 'handlingOffice':
      return column('handling_office', scope.office);
    case 'district':
      return column('district', scope.district);
    case 'none':
      return { where: 'false', parameters: [] };
  }
}
