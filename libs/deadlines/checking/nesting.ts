/** No document of law nests half as deep; what does would exhaust the stack of whatever reads it. */
export const DEEPEST_NESTING = 64;

/** @returns the line (from 1) at which a JSON text goes deeper than `DEEPEST_NESTING`, or null where it does not */
export function lineOfTooDeep(text: string): number | null {
  let depth = 0;
  let line = 1;
  for (const [token] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|[[\]{}\n]/g)) {
    if (token === '\n') line++;
    else if (token === '[' || token === '{') depth++;
    else if (token === ']' || token === '}') depth--;
    if (depth > DEEPEST_NESTING) return line;
  }
  return null;
}
