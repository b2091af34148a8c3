import type { EvidenceKind } from '../../api/types.js';

/** In the order of the checklist. */
export const evidenceKinds: readonly EvidenceKind[] = [
  'contract',
  'delivery',
  'workAcceptance',
  'statement',
  'invoice',
  'reminder',
  'correspondence',
  'licence',
  'other',
];
