import type { EventStore, Position, SubscribeOptions, Subscription } from './port.js';

const PAGE = 500;
const POLL_MS = 500;
const LONGEST_PAUSE_MS = 10_000;

type Log = Pick<EventStore, 'readAll' | 'head' | 'onAppended'>;

/**
 * A subscription over a log that is read: pages until nothing is left, then a pause which a wake-up cuts short. The
 * wake-up may be lost, the poll is not. The page in hand is all that is held.
 */
export class PolledSubscription implements Subscription {
  readonly ended: Promise<void>;
  private stopped = false;
  private woken = false;
  private wake: () => void = () => undefined;
  private position: Position;

  constructor(
    private readonly log: Log,
    private readonly options: SubscribeOptions,
  ) {
    this.position = options.after;
    this.ended = this.run();
    // Whoever does not look at `ended` must not bring the process down; whoever does still sees the rejection.
    this.ended.catch(() => undefined);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.wakeUp();
    await this.ended.catch(() => undefined);
  }

  private async run(): Promise<void> {
    const unsubscribe = this.log.onAppended(() => this.wakeUp());
    try {
      let told: Position | null = null;
      let failures = 0;
      while (!this.stopped) {
        this.woken = false;
        const page = await this.nextPage().catch(() => null);
        failures = page === null ? failures + 1 : 0;
        if (page === null) {
          await this.pause(Math.min(LONGEST_PAUSE_MS, 50 * 2 ** failures) * (0.5 + Math.random() / 2));
          continue;
        }
        for (const event of page.events) {
          if (this.stopped) return;
          await this.options.onEvent(event);
          this.position = event.position;
        }
        if (!page.last || this.stopped) continue;
        this.position = page.upTo;
        if (told !== this.position) await this.options.onCaughtUp?.(this.position);
        told = this.position;
        await this.pause(POLL_MS);
      }
    } finally {
      unsubscribe();
    }
  }

  /** The head is read first: a page which is not full then holds all there was up to it (invariant 3). */
  private async nextPage() {
    const { categories } = this.options;
    const head = await this.log.head();
    const events = await this.log.readAll({
      after: this.position,
      limit: PAGE,
      ...(categories === undefined ? {} : { categories }),
    });
    const seen = events.at(-1)?.position ?? this.position;
    return { events, last: events.length < PAGE, upTo: BigInt(seen) > BigInt(head) ? seen : head };
  }

  private wakeUp(): void {
    this.woken = true;
    this.wake();
  }

  private async pause(milliseconds: number): Promise<void> {
    if (this.stopped || this.woken) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
