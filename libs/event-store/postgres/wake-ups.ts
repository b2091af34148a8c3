/** A listener which was woken so lately is reading, or has a page to read. */
const APART_MS = 10;

/**
 * How often followers are woken: an append after a pause says so itself, in its transaction; those which come close
 * behind it share one word. A NOTIFY an append would cost it a twentieth, and each follower a read of the log.
 */
export class WakeUps {
  private last = Number.NEGATIVE_INFINITY;
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly notify: () => Promise<unknown>) {}

  /** Whether the next append should say so itself. */
  get due(): boolean {
    return performance.now() - this.last >= APART_MS;
  }

  /** What was appended up to now has been said. */
  said(): void {
    this.last = performance.now();
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  /** Something was appended and not said. */
  owed(): void {
    this.timer ??= setTimeout(() => void this.say(), APART_MS);
  }

  async close(): Promise<void> {
    if (this.timer !== null) await this.say();
  }

  private async say(): Promise<void> {
    this.said();
    // A word lost on the way: the followers' polling finds what it would have told.
    await this.notify().catch(() => undefined);
  }
}
