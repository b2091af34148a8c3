import type { OfficeRef, PersonRef } from '@redress/cases/shared/reference.js';
import type { Office, Officer } from '@redress/organisation/office.js';

/** An office as it is called today: events keep it so. */
export function officeRef({ id, name, district }: Office): OfficeRef {
  return { id, name, district };
}

export function personRef({ id, name }: Officer): PersonRef {
  return { id, name: name.zh };
}
