/** Printed where personal data was erased under law: in both languages, whichever the page is in. */
const words = '已依法删除 · erased';

/**
 * The answer with words where the API has its mark `{"erased": true}`, in the shape which the pages print: a contact with
 * a name and no number, anything else a text.
 */
export function inWords<T>(answer: T, name = ''): T {
  if (typeof answer !== 'object' || answer === null) return answer;
  if (isErased(answer)) return (/contact$/i.test(name) ? { name: words, phone: '' } : words) as T;
  if (Array.isArray(answer)) return answer.map((one: unknown) => inWords(one, name)) as T;
  return Object.fromEntries(Object.entries(answer).map(([member, value]) => [member, inWords(value, member)])) as T;
}

function isErased(value: object): boolean {
  return 'erased' in value && value.erased === true && Object.keys(value).length === 1;
}
