import { complaint } from '@redress/cases/complaint/kind.js';
import { creditRepair } from '@redress/cases/credit-repair/kind.js';
import { ipFastTrack } from '@redress/cases/ip-fast-track/kind.js';
import { overduePayment } from '@redress/cases/overdue-payment/kind.js';
import type { AnyCaseKind } from '../kernel/case-stream.js';
import { complaintStory } from './stories/complaint.js';
import { creditRepairStory } from './stories/credit-repair.js';
import { ipFastTrackStory } from './stories/ip-fast-track.js';
import { overduePaymentStory } from './stories/overdue-payment.js';
import type { Stage, Story } from './story.js';

/** A kind of case, how its cases go, and how many of a hundred are of it. */
export interface KindOfStory {
  readonly kind: AnyCaseKind;
  readonly share: number;
  readonly tell: (stage: Stage) => Story;
}

export const stories: readonly KindOfStory[] = [
  { kind: overduePayment as unknown as AnyCaseKind, share: 62, tell: overduePaymentStory },
  { kind: creditRepair as unknown as AnyCaseKind, share: 10, tell: creditRepairStory },
  { kind: ipFastTrack as unknown as AnyCaseKind, share: 6, tell: ipFastTrackStory },
  { kind: complaint as unknown as AnyCaseKind, share: 22, tell: complaintStory },
];
