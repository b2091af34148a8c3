import type streams from '@eventstore/db-client/generated/streams_pb.js';
import type { Position } from '../port.js';
import type { Connection } from './connection.js';
import { followLog, placeAt, type ServerPosition } from './requests.js';
import { backOff } from './retry.js';
import type { Recorded } from './wire-event.js';

/** So long without a word, a subscription is begun anew: a connection may be dead without anybody having said so. */
const SILENCE_MS = 30_000;

export interface Following {
  /** Events after this position, itself excluded; null: from now on, and nothing is made up for after a break. */
  readonly after: Position | null;
  readonly categories?: readonly string[];
  /** Called with one event after another; the next is not asked of the server before it is done. */
  readonly take: (event: Recorded) => Promise<void> | void;
  /** The server took the subscription, at first and after each break. */
  readonly onStarted?: () => void;
  /** Everything there was has been taken; what comes now is new. */
  readonly onCaughtUp?: () => void;
  readonly silenceMs?: number;
}

/**
 * A subscription to the log which outlives every break: the client never subscribes again by itself. It begins anew
 * where it was (after the last event taken, or the server's last checkpoint), at once when the server fell silent,
 * with growing pauses when it refused or broke off, and gives up only when it is closed.
 */
export class SupervisedSubscription {
  private readonly closing = new AbortController();
  private readonly running: Promise<void>;
  private resumeAfter: ServerPosition | 'start' | 'end';
  private last: bigint;
  private attempts = 0;

  constructor(
    private readonly connection: Connection,
    private readonly following: Following,
  ) {
    const { after } = following;
    this.resumeAfter = after === null ? 'end' : after === '0' ? 'start' : placeAt(after);
    this.last = BigInt(after ?? 0);
    this.running = this.run();
  }

  /** Resolves when the event under way has been taken. */
  async close(): Promise<void> {
    this.closing.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.closing;
    while (!signal.aborted) {
      try {
        await this.untilBroken();
      } catch {
        await backOff(this.attempts++, signal).catch(() => undefined);
      }
    }
  }

  private async untilBroken(): Promise<void> {
    const round = new AbortController();
    const stop = () => round.abort();
    this.closing.signal.addEventListener('abort', stop);
    const silenceMs = this.following.silenceMs ?? SILENCE_MS;
    let watchdog = setTimeout(stop, silenceMs);
    try {
      await this.connection.follow(
        followLog(this.resumeAfter, this.following.categories),
        round.signal,
        async (answer) => {
          clearTimeout(watchdog);
          if (!round.signal.aborted) await this.takeAnswer(answer);
          watchdog = setTimeout(stop, silenceMs);
        },
      );
    } finally {
      clearTimeout(watchdog);
      this.closing.signal.removeEventListener('abort', stop);
    }
  }

  private async takeAnswer(answer: streams.ReadResp): Promise<void> {
    this.attempts = 0;
    if (answer.hasConfirmation()) this.following.onStarted?.();
    else if (answer.hasCaughtUp()) this.following.onCaughtUp?.();
    else if (answer.hasCheckpoint()) {
      const checkpoint = answer.getCheckpoint()!;
      this.resumeAfter = { commit: checkpoint.getCommitPosition(), prepare: checkpoint.getPreparePosition() };
    } else if (answer.hasEvent()) await this.takeEvent(answer.getEvent()!.getEvent()!);
  }

  private async takeEvent(event: Recorded): Promise<void> {
    const place = { commit: event.getCommitPosition(), prepare: event.getPreparePosition() };
    // A server may send an event again, after a break above all.
    if (BigInt(place.commit) <= this.last) return;
    await this.following.take(event);
    this.last = BigInt(place.commit);
    this.resumeAfter = place;
  }
}
