import { caseKinds } from '@redress/cases/kinds.js';
import { UnknownEventError, upcasting } from '@redress/cases/shared/upcast.js';
import type { Law } from '@redress/deadlines/clock/clock.js';
import { packsFor } from '@redress/deadlines/clock/derive-clocks.js';
import { type MovedClock, movedClocks } from '@redress/deadlines/clock/moved-clocks.js';
import { type Ladders, type MovedRung, movedRungs } from '@redress/deadlines/ladder/moved-rungs.js';
import type { LawDocument } from '@redress/deadlines/law/law-document.js';
import type { EventStore, Position, RecordedEvent, StreamName } from '@redress/event-store/port.js';
import { LawDirectory } from './law-directory.js';
import { referenceCategories } from './reference-events.js';

export interface MovedInCase extends MovedClock {
  /** Stream of the case. */
  readonly stream: string;
}

export interface MovedRungInCase extends MovedRung {
  readonly stream: string;
}

export interface Moves {
  readonly clocks: readonly MovedInCase[];
  readonly rungs: readonly MovedRungInCase[];
}

/** What moves in one case; nothing is told of one which this release cannot read. */
export interface MovesOfCase extends Moves {
  readonly stream: StreamName;
  readonly unread: boolean;
}

/** The law and the policies with the document in the place of the one it follows; the same where no date rests on it. */
export function ladderWith({ law, policies }: Ladders, document: LawDocument): Ladders {
  switch (document.kind) {
    case 'calendar':
      return { law: { packs: law.packs, calendar: document.calendar }, policies };
    case 'lawPack': {
      const packs = [...law.packs.filter(({ id }) => id !== document.id), document.pack];
      return { law: { packs, calendar: law.calendar }, policies };
    }
    case 'policy':
      return { law, policies: [...policies.filter(({ id }) => id !== document.id), document.policy] };
    case 'lpr':
    case 'operatorRules':
    case 'warningRules':
      return { law, policies };
  }
}

export interface LatestLaw {
  /** The latest version of a calendar, a pack or a policy. */
  readonly version: RecordedEvent;
  /** Every stream of the law that has a version, in the order of their first. */
  readonly streams: readonly string[];
  /** The ladders as the log had them before it, and as it has them with it. */
  readonly before: Ladders;
  readonly now: Ladders;
  /** No case was there when it came: it moved nothing. */
  readonly cameFirst: boolean;
}

/** @param stream of one subject of the law; null for whichever changed last. Null where nothing was there before it. */
export async function latestLaw(store: EventStore, stream: StreamName | null): Promise<LatestLaw | null> {
  const versions: RecordedEvent[] = [];
  for (let after = '0' as Position; ;) {
    const page = await store.readAll({ after, limit: 100, categories: referenceCategories });
    if (page.length === 0) break;
    versions.push(...page);
    after = page.at(-1)!.position;
  }
  const at = versions.findLastIndex((version) => stream === null || version.stream === stream);
  const [version, last] = [versions[at], versions[at - 1]];
  if (version === undefined || last === undefined) return null;
  const [before, now] = [last, version].map(({ position }) => new LawDirectory(store, position));
  await Promise.all([before!.refresh(), now!.refresh()]);
  const streams = [...new Set(versions.map((one) => one.stream))];
  const categories = Object.values(caseKinds).map(({ category }) => category);
  const [lodging] = await store.readAll({ after: '0' as Position, limit: 1, categories });
  const cameFirst = lodging === undefined || isAfter(lodging, version);
  return before!.published ? { version, streams, before: before!.ladders, now: now!.ladders, cameFirst } : null;
}

/** Of what moves in a case, what the version found there: a clock that began under it has had no other day. */
export function movedBy(version: RecordedEvent, { clocks, rungs }: Moves, events: readonly RecordedEvent[]): Moves {
  const later = new Set(events.flatMap((event) => (isAfter(event, version) ? [event.id] : [])));
  const stood = ({ run }: { readonly run: string }) => !later.has(run);
  return { clocks: clocks.filter(stood), rungs: rungs.filter(stood) };
}

function isAfter(one: RecordedEvent, other: RecordedEvent): boolean {
  return BigInt(one.position) > BigInt(other.position);
}

/**
 * What moves in one case: its open clocks, and the rungs of their ladders.
 *
 * @param events of the case, in today's shape
 */
export function movesOfCase(stream: string, events: readonly RecordedEvent[], before: Ladders, after: Ladders): Moves {
  const kind = stream.slice(0, stream.indexOf('-'));
  const [was, is] = [before, after].map(({ law, policies }) => ({ law: lawOf(kind, law), policies })) as [
    Ladders,
    Ladders,
  ];
  const history = events.map(asHistory);
  return {
    clocks:
      before.law !== after.law ? movedClocks(history, was.law, is.law).map((moved) => ({ stream, ...moved })) : [],
    rungs: movedRungs(history, was, is).map((moved) => ({ stream, ...moved })),
  };
}

/** Every open clock and every rung that moves, case after case: nothing is kept of a case that has been told. */
export async function* movesOf(
  store: EventStore,
  streams: AsyncIterable<StreamName>,
  before: Ladders,
  after: Ladders,
): AsyncGenerator<MovesOfCase> {
  for await (const stream of streams) {
    const events = readable(await store.readStream(stream));
    const moves = events === null ? { clocks: [], rungs: [] } : movesOfCase(stream, events, before, after);
    yield { stream, ...moves, unread: events === null };
  }
}

/** The events of a case in today's shape; null where a later release wrote one of them. */
function readable(history: readonly RecordedEvent[]): readonly RecordedEvent[] | null {
  const category = history[0]?.stream.split('-', 1)[0];
  const kind = Object.values(caseKinds).find((one) => one.category === category);
  try {
    return kind === undefined ? null : upcasting(history, kind);
  } catch (error) {
    if (!(error instanceof UnknownEventError)) throw error;
    return null;
  }
}

/** The law of a kind, one object an edition: what is derived from it is kept with it. */
function lawOf(kind: string, law: Law): Law {
  const kinds = ofKind.get(law) ?? new Map<string, Law>();
  ofKind.set(law, kinds);
  const known = kinds.get(kind) ?? { packs: packsFor(kind, law.packs), calendar: law.calendar };
  kinds.set(kind, known);
  return known;
}

const ofKind = new WeakMap<Law, Map<string, Law>>();

function asHistory({ id, type, data, recordedAt, meta }: RecordedEvent) {
  return { id, type, data, recordedAt, occurredAt: meta.occurredAt };
}
