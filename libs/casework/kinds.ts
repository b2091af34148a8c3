import type { CaseKind as KindName } from '@redress/cases/shared/case-number.js';
import type { AnyCaseKind } from './kernel/case-stream.js';
import { anyKind, type AnyCaseworkKind } from './kernel/casework-kind.js';
import { complaint } from './complaint/kind.js';
import { creditRepair } from './credit-repair/kind.js';
import { ipFastTrack } from './ip-fast-track/kind.js';
import { overduePayment } from './overdue-payment/kind.js';

/** Every case kind with what the application adds to it; the one list which the handler, the routes and the worker read. */
const caseworkKinds: readonly AnyCaseworkKind[] = [
  anyKind(overduePayment),
  anyKind(complaint),
  anyKind(creditRepair),
  anyKind(ipFastTrack),
];

export const caseKinds: readonly AnyCaseKind[] = caseworkKinds.map(({ domain }) => domain);

/** @throws Error for a kind which this release does not have */
export function caseworkKind(name: KindName): AnyCaseworkKind {
  const kind = caseworkKinds.find(({ domain }) => domain.kind === name);
  if (!kind) throw new Error(`this release has no case kind ${name}`);
  return kind;
}
