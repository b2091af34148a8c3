import type { Position } from '../port.js';

/** A part of the log which the server's clock wrote while it stood behind a time it had given before. */
interface Setback {
  readonly from: bigint;
  /** Exclusive; null while it lasts. */
  until: bigint | null;
  /** Microseconds: what every event of this part is recorded at. */
  readonly instant: bigint;
}

/**
 * recordedAt on EventStoreDB is the running maximum of the server's time (invariant 15). That is the server's own time
 * for every event but those after a clock was set back, or after a leader with a slower clock took over: only these are
 * kept here, so that any event's recordedAt is known without the log before it.
 */
export class RecordedTimes {
  private setbacks: Setback[] = [];
  private highest = 0n;
  private read = 0n;

  /** Everything up to this position has been observed. */
  get position(): Position {
    return String(this.read) as Position;
  }

  /** To be called with every event of the log, in order; one observed before changes nothing. `created` in microseconds. */
  observe(position: Position, created: bigint): void {
    const at = BigInt(position);
    if (at <= this.read) return;
    this.read = at;
    const last = this.setbacks.at(-1);
    if (created >= this.highest) {
      if (last?.until === null) last.until = at;
      this.highest = created;
    } else if (last?.until !== null) this.setbacks.push({ from: at, until: null, instant: this.highest });
  }

  /** Of an event at a position observed already. */
  recordedAt(position: Position, created: bigint): bigint {
    const at = BigInt(position);
    const setback = this.setbacks.findLast(({ from }) => from <= at);
    return setback !== undefined && (setback.until === null || at < setback.until) ? setback.instant : created;
  }

  /** All that is known, as JSON. */
  toJSON(): object {
    const setbacks = this.setbacks.map(({ from, until, instant }) => [
      String(from),
      until === null ? null : String(until),
      String(instant),
    ]);
    return { read: String(this.read), highest: String(this.highest), setbacks };
  }

  /** Takes what another knew, when it is further. */
  takeOver(text: string): void {
    const { read, highest, setbacks } = JSON.parse(text) as {
      read: string;
      highest: string;
      setbacks: [string, string | null, string][];
    };
    if (BigInt(read) <= this.read) return;
    this.read = BigInt(read);
    this.highest = BigInt(highest);
    this.setbacks = setbacks.map(([from, until, instant]) => ({
      from: BigInt(from),
      until: until === null ? null : BigInt(until),
      instant: BigInt(instant),
    }));
  }
}
