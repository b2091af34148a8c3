const special = /[\\\n\r\t]/;
const everySpecial = new RegExp(special, 'g');
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A value as the text format of COPY has it; null has a mark of its own there. */
export function copyText(value: string): string {
  return special.test(value) ? value.replace(everySpecial, (one) => escapes[one]!) : value;
}
