import type { EventStore, Position, RecordedEvent, SubscribeOptions, Subscription } from '../port.js';
import type { Connection } from './connection.js';
import { SupervisedSubscription } from './supervised-subscription.js';
import type { Recorded } from './wire-event.js';

/** At most so often the live edge is looked for. */
const EDGE_MS = 50;

interface Log extends Pick<EventStore, 'head' | 'readAll' | 'onAppended'> {
  decode(event: Recorded): Promise<RecordedEvent | null>;
}

/**
 * The port's subscription over a supervised one of the server. Events come from the server as they are written; whether
 * they are all, and how far the log reaches beyond them, is asked for: the server says it once, and tells a filtered
 * subscription only now and then how far it has searched.
 */
export class LogSubscription implements Subscription {
  readonly ended: Promise<void>;
  private readonly server: SupervisedSubscription;
  private readonly unsubscribe: () => void;
  private position: Position;
  private told: Position | null = null;
  private turn: Promise<void> = Promise.resolve();
  private edgeTimer: NodeJS.Timeout | null = null;
  private stopped = false;
  private failure: Error | null = null;
  private end!: () => void;

  constructor(
    connection: Connection,
    private readonly log: Log,
    private readonly options: SubscribeOptions,
  ) {
    this.position = options.after;
    this.ended = new Promise((resolve, reject) => {
      this.end = () => (this.failure === null ? resolve() : reject(this.failure));
    });
    // Whoever does not look at `ended` must not bring the process down; whoever does still sees the rejection.
    this.ended.catch(() => undefined);
    const seekEdge = () => this.seekEdge();
    this.unsubscribe = log.onAppended(seekEdge);
    this.server = new SupervisedSubscription(connection, {
      after: options.after,
      ...(options.categories && { categories: options.categories }),
      take: (event) => this.inTurn(() => this.take(event)),
      onCaughtUp: seekEdge,
    });
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.unsubscribe();
    if (this.edgeTimer !== null) clearTimeout(this.edgeTimer);
    await this.server.close();
    await this.turn;
    this.end();
    await this.ended.catch(() => undefined);
  }

  private async take(event: Recorded): Promise<void> {
    if (BigInt(event.getCommitPosition()) <= BigInt(this.position)) return;
    const recorded = await this.log.decode(event);
    if (recorded === null) return;
    await this.options.onEvent(recorded);
    this.position = recorded.position;
    this.seekEdge();
  }

  private seekEdge(): void {
    if (this.stopped || this.edgeTimer !== null) return;
    this.edgeTimer = setTimeout(() => {
      this.edgeTimer = null;
      void this.inTurn(() => this.tellWhenCaughtUp());
    }, EDGE_MS);
  }

  /** The head is read first: when nothing lies between it and what was handed over, all up to it was (invariant 3). */
  private async tellWhenCaughtUp(): Promise<void> {
    const edge = await this.edge().catch(() => null);
    if (edge === null) return this.seekEdge();
    if (edge === 'ahead' || this.stopped) return;
    this.position = edge;
    if (this.told === edge) return;
    await this.options.onCaughtUp?.(edge);
    this.told = edge;
  }

  private async edge(): Promise<Position | 'ahead'> {
    const head = await this.log.head();
    if (BigInt(head) <= BigInt(this.position)) return this.position;
    const { categories } = this.options;
    const next = await this.log.readAll({ after: this.position, limit: 1, ...(categories && { categories }) });
    return next.length === 0 ? head : 'ahead';
  }

  /** One thing after the other; what a handler throws ends the subscription. */
  private inTurn(act: () => Promise<void>): Promise<void> {
    this.turn = this.turn.then(async () => {
      if (this.stopped) return;
      try {
        await act();
      } catch (error) {
        this.failure = error as Error;
        this.stopped = true;
        void this.stop();
      }
    });
    return this.turn;
  }
}
