import type { Value } from './projection.js';

/** PostgreSQL's input text of a value. */
export function columnText(value: Value): string | null {
  if (value === null || typeof value === 'string') return value;
  return typeof value === 'object' ? `{${value.map(element).join(',')}}` : String(value);
}

function element(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
