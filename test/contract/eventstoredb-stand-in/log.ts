/** An event as the stand-in keeps it. */
export interface LoggedEvent {
  readonly id: string;
  readonly stream: string;
  readonly revision: bigint;
  readonly position: bigint;
  /** .NET ticks of 100 ns since 1970. */
  readonly created: bigint;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

export type ProposedEvent = Pick<LoggedEvent, 'id' | 'type' | 'contentType' | 'data' | 'metadata'>;

export type ExpectedRevision = 'any' | 'noStream' | 'streamExists' | bigint;

export type AppendOutcome =
  | { readonly outcome: 'success'; readonly last: bigint; readonly position: bigint }
  /** `current` null: there is no stream. */
  | { readonly outcome: 'wrongExpectedVersion'; readonly current: bigint | null };

/** After so many appends the server writes statistics of its own into $all. */
const APPENDS_PER_STATISTIC = 5;

/**
 * What EventStoreDB keeps, in memory: streams, and $all in which each event's position is the byte it begins at, system
 * events between. The decisions on an append are those of the server's `CheckCommit`.
 */
export class StandInLog {
  readonly all: LoggedEvent[] = [];
  private readonly streams = new Map<string, LoggedEvent[]>();
  private readonly listeners = new Set<() => void>();
  private end = 0n;
  private appends = 0;

  /** `clock` gives microseconds since 1970. */
  constructor(public clock: () => bigint = () => BigInt(Date.now()) * 1000n) {
    this.writeSystemEvent('$settings', '$UpdatedSettings');
  }

  stream(name: string): readonly LoggedEvent[] {
    return this.streams.get(name) ?? [];
  }

  append(stream: string, expected: ExpectedRevision, events: readonly ProposedEvent[]): AppendOutcome {
    const existing = this.stream(stream);
    const current = BigInt(existing.length) - 1n;
    const refused = { outcome: 'wrongExpectedVersion', current: current < 0n ? null : current } as const;
    if (expected === 'streamExists' && current < 0n) return refused;
    if (expected === 'any' || expected === 'streamExists') {
      const first = existing.findIndex((event) => event.id === events[0]?.id);
      if (first >= 0) return isAt(existing, first, events) ? successOf(existing, first, events.length) : refused;
    } else {
      const version = expected === 'noStream' ? -1n : expected;
      if (version > current) return refused;
      if (version < current) {
        const first = Number(version) + 1;
        return isAt(existing, first, events) ? successOf(existing, first, events.length) : refused;
      }
    }
    for (const event of events) this.write(stream, event);
    if (++this.appends % APPENDS_PER_STATISTIC === 0) this.writeSystemEvent('$stats-127.0.0.1:2113', '$statsCollected');
    this.listeners.forEach((listener) => listener());
    return successOf(this.stream(stream), Number(current) + 1, events.length);
  }

  onWritten(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  private writeSystemEvent(stream: string, type: string): void {
    const id = `00000000-0000-4000-8000-${String(this.all.length).padStart(12, '0')}`;
    const data = Buffer.from('{}');
    this.write(stream, { id, type, contentType: 'application/json', data, metadata: new Uint8Array() });
  }

  private write(stream: string, event: ProposedEvent): void {
    const events = this.streams.get(stream) ?? [];
    this.streams.set(stream, events);
    const created = this.clock() * 10n;
    const logged = { ...event, stream, revision: BigInt(events.length), position: this.end, created };
    events.push(logged);
    this.all.push(logged);
    this.end += BigInt(120 + 2 * stream.length + sizeOf(event));
  }
}

/** What the server counts against its limit for one append. */
export function sizeOf({ type, data, metadata }: ProposedEvent): number {
  return 2 * type.length + data.length + metadata.length;
}

/** The server compares ids alone. */
function isAt(existing: readonly LoggedEvent[], first: number, events: readonly ProposedEvent[]): boolean {
  return events.length > 0 && events.every((event, i) => existing[first + i]?.id === event.id);
}

function successOf(existing: readonly LoggedEvent[], first: number, count: number): AppendOutcome {
  const last = existing[first + count - 1]!;
  return { outcome: 'success', last: last.revision, position: last.position };
}
