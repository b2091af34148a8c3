const WIDTH = 30;
const EVERY_MS = 200;

/** One line which tells how far some work has come, how fast it goes and how long it will take yet. */
export class ProgressBar {
  private readonly begun = performance.now();
  private from: number | null = null;
  private shownAt = -Infinity;

  /** @param what is counted */
  constructor(
    private readonly out: { write(text: string): unknown },
    private readonly what = 'events',
  ) {}

  show(done: number, total: number): void {
    const now = performance.now();
    // What an earlier call has filled says nothing of the rate.
    this.from ??= done;
    if (now - this.shownAt < EVERY_MS && done < total) return;
    this.shownAt = now;
    const share = total === 0 ? 1 : Math.min(1, done / total);
    const rate = ((done - this.from) * 1000) / Math.max(1, now - this.begun);
    const left = rate === 0 ? '' : `  ${Math.ceil((total - done) / rate)} s`;
    const bar = '█'.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, '░');
    this.out.write(`\r${bar} ${Math.floor(share * 100)} %  ${Math.round(rate)} ${this.what}/s${left}    `);
  }

  seconds(): number {
    return (performance.now() - this.begun) / 1000;
  }

  end(): void {
    if (this.from !== null) this.out.write('\n');
  }
}
