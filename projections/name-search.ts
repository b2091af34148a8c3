/** Names as they are compared: width and case of letters make no difference; spaces and control characters are left out. */
export function searchable(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Cc}]+/gu, '');
}

/**
 * Every two neighbouring characters of the text, each once and in code point order: Chinese has no spaces to cut words
 * at, and PostgreSQL's trigrams have no entry for two Chinese characters.
 */
export function characterPairs(text: string): readonly string[] {
  const characters = [...text];
  return [...new Set(characters.slice(1).map((character, i) => `${characters[i]!}${character}`))].sort();
}

/** What names are found by: their pairs of characters, and the first character of each behind a `^`. */
export function nameTokens(names: readonly string[]): readonly string[] {
  return [...new Set(names.flatMap((name) => [...characterPairs(name), ...firstOf(name)]))].sort();
}

/** The tokens which every name has that this text is a part of; a single character finds the names which begin with it. */
export function soughtTokens(text: string): readonly string[] {
  return [...text].length === 1 ? firstOf(text) : characterPairs(text);
}

function firstOf(name: string): readonly string[] {
  const [first] = name;
  return first === undefined ? [] : [`^${first}`];
}

/** `op 2026 3f7k` as the beginning of a case number, `OP-2026-3F7K`, and `op` as that of every claim; null for none. */
export function caseNumberPrefix(text: string): string | null {
  const compact = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\p{Pd}\s]/gu, '');
  if (!/^(OP|CO|CR|IP)(\d[0-9A-Z]*)?$/.test(compact) || compact.length > 19) return null;
  const symbols = compact.slice(2).replaceAll('O', '0').replace(/[IL]/g, '1');
  const groups = [symbols.slice(0, 4), symbols.slice(4, 8), symbols.slice(8, 12), symbols.slice(12)];
  return [compact.slice(0, 2), ...groups].filter((part) => part !== '').join('-');
}

/** The beginning of a credit code, in any width and case; null where it cannot be one. */
export function codePrefix(text: string): string | null {
  const code = searchable(text).toUpperCase();
  return /^[0-9A-Z]{4,18}$/.test(code) ? code : null;
}
