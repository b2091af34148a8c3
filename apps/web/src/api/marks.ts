/** Printed in both languages, whichever the page is in: what was erased under law, and what this reader may not see. */
const words = { erased: '已依法删除 · erased', withheld: '不予公开 · withheld' } as const;

/**
 * The answer with words where the API has a mark, `{"erased": true}` or `{"withheld": true}`, in the shape which the pages
 * print: a contact with a name and no number, anything else a text.
 */
export function inWords<T>(answer: T, name = ''): T {
  if (typeof answer !== 'object' || answer === null) return answer;
  const mark = markIn(answer);
  if (mark !== null) return (/contact$/i.test(name) ? { name: mark, phone: '' } : mark) as T;
  if (Array.isArray(answer)) return answer.map((one: unknown) => inWords(one, name)) as T;
  return Object.fromEntries(Object.entries(answer).map(([member, value]) => [member, inWords(value, member)])) as T;
}

function markIn(value: object): string | null {
  const [entry, ...more] = Object.entries(value);
  if (entry === undefined || more.length > 0 || entry[1] !== true) return null;
  return entry[0] === 'erased' || entry[0] === 'withheld' ? words[entry[0]] : null;
}
