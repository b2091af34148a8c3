/** The keys of what is said of a field, most particular first: by the object it stands in, then by its name alone. */
export function keysOf(of: 'label' | 'hint', path: string): string[] {
  const names = path.split('.');
  return [`${of}.${names.slice(-2).join('/')}`, `${of}.${names.at(-1)!}`];
}
