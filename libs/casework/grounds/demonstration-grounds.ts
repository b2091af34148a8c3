import { readFileSync } from 'node:fs';
import type { CaseKind as KindName } from '@redress/cases/shared/case-number.js';
import { commandHash, derivedId, eventId } from '@redress/event-store/identity.js';
import { parseOperatorRules, type OperatorRules, type OperatorsGround } from '@redress/deadlines/law/operator-rules.js';
import type { EventStore } from '@redress/event-store/port.js';
import { system } from '../kernel/system.js';
import { operatorRulesSubject } from '../reference/reference-events.js';
import { groundsOf } from './grounds.js';

interface GroundsFile extends Pick<OperatorRules, 'version' | 'label'> {
  /** ISO 8601 with offset: from when on they are taken to have stood, and why so. */
  readonly inForceFrom: string;
  readonly inForceReason: string;
  readonly kinds: Readonly<Record<KindName, readonly OperatorsGround[]>>;
}

/** The time in front of the ids: two starters at once must name the same event. */
const releaseTime = Date.UTC(2026, 10, 22);

/**
 * Publishes the demonstration's grounds where the log has none.
 *
 * @returns the number of lists appended, by this starter or by another which says the same at the same moment
 */
export async function loadDemonstrationGrounds(store: EventStore): Promise<number> {
  const text = readFileSync(new URL('./demonstration-grounds.json', import.meta.url), 'utf8');
  const { kinds, version, label, inForceFrom, inForceReason } = JSON.parse(text) as GroundsFile;
  let appended = 0;
  for (const [kind, grounds] of Object.entries(kinds) as [KindName, readonly OperatorsGround[]][]) {
    if ((await groundsOf(store, kind)) !== null) continue;
    const rules = { format: 'operator-rules/1', caseKind: kind, version, label, grounds };
    parseOperatorRules(rules);
    const { stream, type, field, schema } = operatorRulesSubject(kind);
    const digest = commandHash(rules);
    const commandId = derivedId(releaseTime, ['grounds', stream, digest]);
    const meta = {
      commandId,
      commandHash: digest,
      correlationId: commandId,
      causationId: null,
      actor: system,
      occurredAt: inForceFrom,
      occurredAtReason: inForceReason,
    };
    const event = { id: eventId(stream, commandId, 0), type, schema, data: { digest, [field]: rules }, meta };
    const result = await store.append(stream, 'none', [event]);
    if (result.outcome === 'appended') appended += 1;
  }
  return appended;
}
