import type { SensitiveField } from './case-kind.js';

/**
 * What stands at a place of an event's data: something of a person, a text people wrote, or neither.
 *
 * @param place a path with places in lists: `claim.complainant.contact.phone`, `defects[0].what`
 */
export function sensitivityAt(fields: readonly SensitiveField[], place: string): SensitiveField['of'] | null {
  const path = place.replace(/\[\d+\]/g, '[]');
  const field = fields.find(
    (one) => path === one.path || (/^[.[]/.test(path.slice(one.path.length)) && path.startsWith(one.path)),
  );
  return field?.of ?? null;
}
