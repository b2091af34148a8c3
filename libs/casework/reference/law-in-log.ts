import { parseCalendar } from '@redress/deadlines/calendar/calendar.js';
import { parseLprSeries, type LprSeries } from '@redress/deadlines/interest/lpr-series.js';
import type { EscalationPolicy } from '@redress/deadlines/ladder/escalation-policy.js';
import { parseLawPack } from '@redress/deadlines/law/check-law-pack.js';
import { knownEvents } from '@redress/deadlines/law/known-events.js';
import type { LawDocument } from '@redress/deadlines/law/law-document.js';
import type { LawPack } from '@redress/deadlines/law/law-pack.js';
import { parseOperatorRules } from '@redress/deadlines/law/operator-rules.js';
import { parseWarningRules } from '@redress/deadlines/warnings/warning-rules.js';
import { categoryOf } from '@redress/event-store/envelope.js';
import type { EventStore, Position, RecordedEvent } from '@redress/event-store/port.js';
import { lprSubject, operatorRulesSubject, referenceCategories, warningRulesSubject } from './reference-events.js';

/** The documents in force, the last of each subject's stream. */
export interface LawInLog {
  readonly packs: readonly LawPack[];
  /** By stream; null where nothing is in force. */
  inForce(stream: string): LawDocument | null;
}

export async function lawInLog(store: EventStore): Promise<LawInLog> {
  const latest = new Map<string, RecordedEvent>();
  const beside = [lprSubject, operatorRulesSubject(''), warningRulesSubject('')].map(({ stream }) =>
    categoryOf(stream),
  );
  const categories = [...referenceCategories, ...beside];
  for (let after = '0' as Position; ;) {
    const page = await store.readAll({ after, limit: 100, categories });
    for (const event of page) latest.set(event.stream, event);
    const last = page.at(-1);
    if (last === undefined) break;
    after = last.position;
  }
  const documents = new Map([...latest].map(([stream, event]) => [stream, documentOf(stream, event)]));
  return {
    packs: [...documents.values()].flatMap((document) => (document?.kind === 'lawPack' ? [document.pack] : [])),
    inForce: (stream) => documents.get(stream) ?? null,
  };
}

/** The log has no LPR yet: no interest can be computed by it, and none may be guessed (invariant 12). */
export class NoLprError extends Error {
  constructor() {
    super('no LPR has been published to the log');
  }
}

/** The LPR as last published to the log. @throws NoLprError */
export async function lprInLog(store: EventStore): Promise<LprSeries> {
  const [latest] = await store.readStream(lprSubject.stream, { direction: 'backwards', limit: 1 });
  if (!latest) throw new NoLprError();
  return parseLprSeries(latest.data.series);
}

/** Checked when it was published; a policy against the packs of that day. */
function documentOf(stream: string, { data }: RecordedEvent): LawDocument | null {
  const id = stream.slice(stream.indexOf('-') + 1);
  if ('calendar' in data) return { kind: 'calendar', id, calendar: parseCalendar(data.calendar) };
  if ('series' in data) return { kind: 'lpr', id, series: parseLprSeries(data.series) };
  if ('pack' in data) return { kind: 'lawPack', id, pack: parseLawPack(data.pack, knownEvents) };
  if ('warnings' in data) return { kind: 'warningRules', id, warnings: parseWarningRules(data.warnings) };
  if ('rules' in data) return { kind: 'operatorRules', id, rules: parseOperatorRules(data.rules) };
  if ('policy' in data) return { kind: 'policy', id, policy: data.policy as EscalationPolicy };
  return null;
}
