import { randomUUID } from 'node:crypto';
import { tick, type EscalationParts } from '../../apps/worker/src/escalation.js';
import type { FiredRung } from '@redress/cases/shared/procedure/events.js';
import { LawDirectory } from '@redress/casework/reference/law-directory.js';
import { publishReleaseLaw } from '@redress/casework/reference/publish-release.js';
import { Desk, done } from '@redress/casework/testing/desk.js';
import { addDays, type PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import { MemoryEventStore } from '@redress/event-store/memory/memory-store.js';
import type { EventStore, NewEvent, RecordedEvent } from '@redress/event-store/port.js';
import { OfficeDirectory } from '@redress/organisation/office-directory.js';
import { createLogger } from '@redress/platform/logging.js';
import { migrate } from '@redress/platform/migrate.js';
import { WatchClock1795425000000 } from '@redress/processing/migrations/watch-clock.js';
import { Follower, withProcessing } from '@redress/processing/testing/follow.js';
import { ClockGuard, confirmClock } from '@redress/processing/timers/clock-guard.js';
import { escalations } from '@redress/projections/escalations/projection.js';
import { testDatabase, type TestDatabase } from '../database.js';

const template = {
  name: 'escalation-world',
  prepare: async (url: string) => {
    await withProcessing.prepare(url);
    await migrate(url, [WatchClock1795425000000]);
  },
};

/** A worker of the ladder, to be killed, frozen and begun anew. */
export interface Worker {
  /** One look at what is due, unless the clock is not to be trusted. */
  tick(): Promise<void>;
}

/** What befalls the store under a worker: hears of each append before and after it is made. */
export interface Fate {
  readonly before?: (stream: string) => Promise<void> | void;
  readonly after?: () => Promise<void> | void;
  /** The worker is gone: it does nothing more. */
  readonly isGone?: () => boolean;
}

/** A town with its log in memory, its day the test's, and the view of its ladders in PostgreSQL. */
export class World {
  private monotonic = 0;
  private follower!: Follower;
  private database!: TestDatabase;
  /** By how many days PostgreSQL's clock is wrong. */
  skew = 0;

  private constructor(
    readonly desk: Desk,
    private day: PlainDate,
  ) {}

  /** @param knownUntil the last year whose holiday notice is out at first */
  static async open(day: string, knownUntil = 2026): Promise<World> {
    const world = new World(await Desk.open(), day as PlainDate);
    world.desk.on(day);
    await world.publishLaw(knownUntil);
    await world.foldAnew();
    return world;
  }

  async close(): Promise<void> {
    await this.database.drop();
  }

  get pool() {
    return this.database.pool;
  }

  /** The next day: ten o'clock in Shanghai again. */
  pass(days = 1): void {
    this.day = addDays(this.day, days);
    this.monotonic += days * 86_400_000;
    this.desk.on(this.day);
  }

  get today(): PlainDate {
    return this.day;
  }

  /** The release's law, its calendar without the years which are not known yet. */
  private async publishLaw(knownUntil: number): Promise<void> {
    const release = new MemoryEventStore();
    await publishReleaseLaw(release, this.desk.clock);
    for (const event of await release.readAll({ after: '0' as never, limit: 1_000 })) {
      const calendar = event.data.calendar as { versions: { year: number }[] } | undefined;
      const known = calendar && {
        ...calendar,
        coverageEnd: `${knownUntil}-12-31`,
        versions: calendar.versions.filter(({ year }) => year <= knownUntil),
      };
      const data = known ? { ...event.data, digest: 'of-then', calendar: known } : event.data;
      await this.desk.memory.append(event.stream, 'any', [newEvent(event, data)]);
    }
  }

  /** The notices which were not out arrive. */
  async importCalendar(): Promise<void> {
    await publishReleaseLaw(this.desk.memory, this.desk.clock);
  }

  /** The view is dropped and folded again from the first event. */
  async foldAnew(): Promise<void> {
    const old = this.database as TestDatabase | undefined;
    this.database = await testDatabase(template);
    this.follower = await Follower.open(this.desk.memory, this.database.pool, escalations);
    await this.catchUp();
    await old?.drop();
  }

  async catchUp(): Promise<void> {
    await this.follower.catchUp();
  }

  /** An operator's word that the time is right, at this world's time. */
  async confirmClock(): Promise<void> {
    await confirmClock(this.pool, 'operator');
    await this.pool.query('UPDATE processing.clock SET last_at = $1, confirmed_at = $1', [instant(this.day)]);
  }

  worker(fate: Fate = {}, leaseSeconds = 0.001): Worker {
    const store = fated(this.desk.memory, fate);
    const now = () => Promise.resolve(instant(addDays(this.day, this.skew)));
    const guard = new ClockGuard(this.pool, store, 14, now, () => this.monotonic);
    const parts: EscalationParts = {
      pool: this.pool,
      store,
      clock: { now },
      privacy: this.desk.privacy,
      logger: createLogger('faults', 'fatal'),
      law: new LawDirectory(store),
      offices: new OfficeDirectory(store),
      owner: randomUUID(),
      guard,
    };
    const isGone = fate.isGone ?? (() => false);
    return {
      async tick() {
        if ((await guard.tick()) === null && !isGone()) await tick(parts, leaseSeconds, isGone);
      },
    };
  }

  async fired(caseId: string): Promise<readonly FiredRung[]> {
    const history = await this.desk.history(caseId);
    return history.flatMap(({ type, data }) => (type === 'RungFired' ? [data as unknown as FiredRung] : []));
  }

  /** Each rung as any world would tell it: its run by what opened it. */
  async told(caseId: string): Promise<readonly string[]> {
    const history = await this.desk.history(caseId);
    const opened = (run: string) => history.find(({ id }) => id === run)!.type;
    const rungs = await this.fired(caseId);
    return rungs
      .map(({ clock, run, rung, rungDueOn, late }) => `${clock} ${opened(run)} ${rung} ${rungDueOn} ${String(late)}`)
      .sort();
  }

  /** Lodged, accepted and transferred today, received by the handling authority two days later unless told otherwise. */
  async received(later = 2): Promise<string> {
    const caseId = await this.desk.lodge();
    await this.act(caseId, 'intake', 'accept');
    await this.act(caseId, 'intake', 'transfer');
    this.pass(later);
    await this.act(caseId, 'handler', 'receiveMaterials');
    return caseId;
  }

  async act(caseId: string, by: string, name: Parameters<Desk['command']>[2], changes: object = {}) {
    done(await this.desk.command(caseId, by, name, changes));
  }

  async correctReceipt(caseId: string, to: string): Promise<void> {
    const event = (await this.desk.history(caseId)).find(({ type }) => type === 'MaterialsReceived')!;
    const body = { event: event.id, field: 'occurredAt', is: to, reason: '登记有误' };
    done(await this.desk.commandOf('overduePayment', caseId, 'handler', 'correctFact', body));
  }
}

const instant = (day: PlainDate): string => `${day}T10:00:00+08:00`;

function newEvent({ type, schema, meta }: RecordedEvent, data: RecordedEvent['data']): NewEvent {
  return { id: randomUUID(), type, schema, data, meta };
}

function fated(store: MemoryEventStore, { before, after }: Fate): EventStore {
  return new Proxy(store, {
    get(target, name, receiver) {
      if (name !== 'append') {
        const value: unknown = Reflect.get(target, name, receiver);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      }
      return async (...of: Parameters<MemoryEventStore['append']>) => {
        await before?.(of[0]);
        const result = await target.append(...of);
        await after?.();
        return result;
      };
    },
  });
}
