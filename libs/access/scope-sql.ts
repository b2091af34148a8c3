import { namesInCircle } from './confidentiality.js';
import type { Scope } from './scope.js';

export interface WhereFragment {
  /** A condition in brackets of its own or a literal; to be joined with `AND`. */
  readonly where: string;
  readonly parameters: readonly string[];
}

/**
 * The scope as a condition on a view with the columns of `reachColumns`.
 *
 * @param firstParameter the number of the placeholder (`$n`) to begin with; the fragment takes one at most
 */
export function scopeSql(scope: Scope, firstParameter: number): WhereFragment {
  const holds = (condition: string, value: string): WhereFragment => ({
    where: `(${condition.replace('?', `$${firstParameter}`)})`,
    parameters: [value],
  });
  switch (scope.kind) {
    case 'all':
      return { where: 'true', parameters: [] };
    case 'complainant':
      return holds('complainant_code = ?', scope.creditCode);
    case 'agent':
      return holds('agent_code = ?', scope.creditCode);
    case 'respondent':
      return holds('told_respondent = ?', scope.creditCode);
    case 'office':
      return holds('offices && ?::text[]', arrayOf(namesInCircle(scope)));
    case 'district':
      return holds('district = ?', scope.district);
    case 'none':
      return { where: 'false', parameters: [] };
  }
}

/** A list as PostgreSQL reads one from a text. */
function arrayOf(values: readonly string[]): string {
  return `{${values.map((value) => `"${value.replace(/[\\"]/g, '\\$&')}"`).join(',')}}`;
}
