import type { CaseKind as KindName } from '@redress/cases/shared/case-number.js';
import type { LocalGround } from '@redress/cases/shared/procedure/commands.js';
import type { Name } from '@redress/cases/shared/reference.js';
import type { EventStore, StreamName } from '@redress/event-store/port.js';

/** One stream a kind of case: `grounds-<kind>`; each event is the whole list as the operator set it. */
export const groundsStream = (kind: KindName): StreamName => `grounds-${kind}`;

/** On what an act may rest by the operator's own rules: it is policy, no article, and shown as such. */
export interface OperatorsGround extends LocalGround {
  /** What it may be used for: ending the handling, or not accepting the case. */
  readonly use: 'termination' | 'nonAcceptance';
  readonly title: Name;
}

/** Data of `GroundsPublished`, schema 1. */
export interface PublishedGrounds {
  readonly version: string;
  readonly label: Name;
  readonly grounds: readonly OperatorsGround[];
}

export interface Grounds {
  /** Null where the operator has none of this code. */
  find(code: string, use?: OperatorsGround['use']): Promise<LocalGround | null>;
}

/** As the log has them now; none while the operator has published none. */
export async function groundsOf(store: EventStore, kind: KindName): Promise<PublishedGrounds | null> {
  const [latest] = await store.readStream(groundsStream(kind), { direction: 'backwards', limit: 1 });
  return latest ? (latest.data as unknown as PublishedGrounds) : null;
}

/** The grounds of one kind, read when one is named. */
export function groundsIn(store: EventStore, kind: KindName): Grounds {
  return {
    async find(code, use = 'termination') {
      const published = await groundsOf(store, kind);
      const ground = published?.grounds.find((one) => one.code === code && one.use === use);
      return ground ? { code, validFrom: ground.validFrom, validTo: ground.validTo, needs: ground.needs } : null;
    },
  };
}
