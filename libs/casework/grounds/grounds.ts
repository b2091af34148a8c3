import type { CaseKind as KindName } from '@redress/cases/shared/case-number.js';
import type { LocalGround } from '@redress/cases/shared/procedure/commands.js';
import type { Name } from '@redress/cases/shared/reference.js';
import {
  parseOperatorRules,
  type GroundUse,
  type OperatorRules,
  type OperatorsGround,
} from '@redress/deadlines/law/operator-rules.js';
import type { EventStore, RecordedEvent, StreamName } from '@redress/event-store/port.js';

/** One stream a kind of case: `grounds-<kind>`; each event is all the rules as the operator set them. */
export const groundsStream = (kind: KindName): StreamName => `grounds-${kind}`;

/** Data of `GroundsPublished`, schema 1: the grounds alone. Schema 2 holds the rules as they were entered. */
interface GroundsAlone {
  readonly version: string;
  readonly label: Name;
  readonly grounds: readonly OperatorsGround[];
}

/** What the operator set for cases of one kind. */
export interface Grounds {
  /** Null where the operator has none of this code. */
  find(code: string, use?: GroundUse): Promise<LocalGround | null>;
  /** Null while the operator has published none. */
  rules(): Promise<OperatorRules | null>;
}

/** As the log has them now; none while the operator has published none. */
export async function groundsOf(store: EventStore, kind: KindName): Promise<OperatorRules | null> {
  const [latest] = await store.readStream(groundsStream(kind), { direction: 'backwards', limit: 1 });
  return latest ? rulesOf(kind, latest) : null;
}

function rulesOf(caseKind: KindName, { schema, data }: RecordedEvent): OperatorRules {
  if (schema !== 1) return parseOperatorRules(data.rules);
  const { version, label, grounds } = data as unknown as GroundsAlone;
  const unset = { dispatchObjectionDays: null, supplementDays: null };
  return { caseKind, version: Number(version), label, grounds, ...unset };
}

/** The rules of one kind, read when one is asked for. */
export function groundsIn(store: EventStore, kind: KindName): Grounds {
  const rules = () => groundsOf(store, kind);
  return {
    rules,
    async find(code, use = 'termination') {
      const ground = (await rules())?.grounds.find((one) => one.code === code && one.use === use);
      return ground ? { code, validFrom: ground.validFrom, validTo: ground.validTo, needs: ground.needs } : null;
    },
  };
}
