import { setTimeout as sleep } from 'node:timers/promises';

/** What the start must not leave behind. */
export interface Lasting {
  stop(): Promise<void>;
  kill(): void;
}

/** npm passes on a Ctrl-C which the terminal has sent to every process already: two signals for one press. */
export const samePressMs = 500;

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Everything started, in order; stopped in the opposite order by the first Ctrl-C, killed by the second. */
export class Lifetime {
  readonly #lasting: Lasting[] = [];
  readonly #ending = new AbortController();
  #askedAt: number | null = null;
  /** Resolves when the person wants it to end. */
  readonly asked: Promise<void>;

  constructor() {
    this.asked = new Promise((resolve) => {
      for (const signal of signals) {
        process.on(signal, () => {
          if (this.#askedAt === null) {
            this.#askedAt = Date.now();
            this.#ending.abort();
            resolve();
          } else if (Date.now() - this.#askedAt > samePressMs) {
            for (const one of this.#lasting.reverse()) one.kill();
            process.exit(130);
          }
        });
      }
    });
  }

  /** Whether the person wants it to end now, or does before so many milliseconds have passed. */
  askedWithin(ms: number): Promise<boolean> {
    return Promise.race([this.asked.then(() => true), sleep(ms, false)]);
  }

  /** Aborted when the end begins; a start that goes on meanwhile should ask it between its steps. */
  get signal(): AbortSignal {
    return this.#ending.signal;
  }

  keep<T extends Lasting>(one: T): T {
    this.#lasting.push(one);
    return one;
  }

  /** Stops everything kept, last first, then what `starting` has still added meanwhile. */
  async end(starting: Promise<unknown>): Promise<void> {
    this.#ending.abort();
    const stopAll = async (): Promise<void> => {
      for (let one = this.#lasting.pop(); one !== undefined; one = this.#lasting.pop()) await one.stop();
    };
    await stopAll();
    // A start cut off by its own end fails in many ways, none of them news.
    await Promise.race([starting.catch(() => undefined), sleep(10_000)]);
    await stopAll();
  }
}
