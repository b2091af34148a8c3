import type { SensitiveField } from '@redress/cases/shared/case-kind.js';
import { sensitivityAt } from '@redress/cases/shared/sensitive-field.js';
import type { SensitivePath } from '@redress/privacy/sensitive-path.js';
import type { EventOfAnyKind } from './case-stream.js';

type Fields = Readonly<Partial<Record<string, readonly SensitiveField[]>>>;

const readings: readonly SensitivePath[] = [
  { path: 'was', of: 'text' },
  { path: 'is', of: 'text' },
];

/** What of an event is sealed: what its kind names. A correction repeats what it corrects, and is as sensitive as that. */
export function sensitivePaths(fields: Fields, { type, data }: EventOfAnyKind): readonly SensitivePath[] {
  const named = fields[type] ?? [];
  if (type !== 'FactCorrected') return named;
  const { eventType, field } = data as { readonly eventType: string; readonly field: string };
  return sensitivityAt(fields[eventType] ?? [], field) === null ? named : [...named, ...readings];
}
