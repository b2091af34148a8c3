import { randomUUID } from 'node:crypto';
import type { Position, Revision } from '../port.js';
import type { Connection } from './connection.js';
import { RecordedTimes } from './recorded-times.js';
import { appendMessages, readLog, readOneStream } from './requests.js';
import { placeOf, type Place, type Recorded } from './wire-event.js';

const PAGE = 2_000;
/** So many events read, what is known of them is kept on the server, so that the next process need not read them. */
const KEEP_EVERY = 10_000;
/** Without a category: no stream of the log. */
const KEPT_IN = 'redressRecordedTimes';

/** The recorded times of the log on one server, read as far as somebody asks for. */
export class TimesOfLog {
  private readonly times = new RecordedTimes();
  private keptAt: Revision | null | undefined;
  private unkept = 0;
  private reading: Promise<void> | null = null;

  constructor(private readonly connection: Connection) {}

  /** Resolves when the recorded times of all events up to a position are known. */
  async reach(position: bigint): Promise<void> {
    while (BigInt(this.times.position) < position) {
      // One reading serves all who wait.
      this.reading ??= this.readOn().finally(() => {
        this.reading = null;
      });
      await this.reading;
    }
  }

  /** Microseconds since 1970, of an event which has been reached. */
  recordedAt({ position, created }: Pick<Place, 'position' | 'created'>): bigint {
    return this.times.recordedAt(position, created);
  }

  private async readOn(): Promise<void> {
    if (this.keptAt === undefined) await this.takeOver();
    for (let page = PAGE; page === PAGE;) page = await this.readPage(this.times.position);
  }

  private async readPage(from: Position): Promise<number> {
    let count = 0;
    await this.connection.read(readLog({ from, direction: 'forwards', limit: PAGE }), () => {
      count = 0;
      return (recorded) => {
        const { position, created } = placeOf(recorded);
        this.times.observe(position, created);
        count++;
      };
    });
    this.unkept += count;
    if (this.unkept >= KEEP_EVERY) await this.keep();
    return count;
  }

  private async takeOver(): Promise<void> {
    let last: Recorded | null = null;
    await this.connection.read(readOneStream(KEPT_IN, null, 'backwards', 1), () => (recorded) => {
      last = recorded;
    });
    this.keptAt = last === null ? null : this.takeOverFrom(last);
  }

  private takeOverFrom(recorded: Recorded): Revision {
    this.times.takeOver(Buffer.from(recorded.getData_asU8()).toString());
    return recorded.getStreamRevision() as Revision;
  }

  private async keep(): Promise<void> {
    const event = { id: randomUUID(), type: 'RecordedTimes', data: JSON.stringify(this.times), metadata: '{}' };
    const kept = await this.connection.append(appendMessages(KEPT_IN, this.keptAt ?? null, [event]));
    this.unkept = 0;
    if (kept) this.keptAt = String(this.keptAt === null ? 0n : BigInt(this.keptAt!) + 1n) as Revision;
    // Another process kept what it knew meanwhile.
    else await this.takeOver();
  }
}
