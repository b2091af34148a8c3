const special = /[\\\n\r\t]/g;
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A value as the text format of COPY has it; null has a mark of its own there. */
export function copyText(value: string): string {
  return value.replace(special, (one) => escapes[one]!);
}
