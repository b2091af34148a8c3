import { randomUUID } from 'node:crypto';
import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import { EventStoreDbStore } from '@redress/event-store/eventstoredb/eventstoredb-store.js';
import { MemoryEventStore } from '@redress/event-store/memory/memory-store.js';
import { AppendInGroups1795383000000 } from '@redress/event-store/migrations/append-in-groups.js';
import { AppendOneEvent1795410000000 } from '@redress/event-store/migrations/append-one-event.js';
import { CreateEventStore1763700000000 } from '@redress/event-store/migrations/create-event-store.js';
import type { EventStore, RecordedEvent } from '@redress/event-store/port.js';
import { PostgresEventStore } from '@redress/event-store/postgres/postgres-store.js';
import { migrate } from '@redress/platform/migrate.js';
import { dropParked } from '@redress/processing/drop-parked.js';
import { rebuildViews } from '@redress/processing/rebuild/rebuild.js';
import { EventStoreDbStandIn } from '../../test/contract/eventstoredb-stand-in/stand-in.js';
import { numbers, settled, transferredLate, waiting, withdrawn } from '../testing/cases.js';
import { city, pudong, Story } from '../testing/story.js';
import { ViewUnderTest } from '../testing/view-under-test.js';
import { caseFile } from './projection.js';
import { caseFileOf } from './queries.js';

interface OpenLog {
  readonly store: EventStore;
  close(): Promise<void>;
}

const logs: Readonly<Record<string, (view: ViewUnderTest) => Promise<OpenLog>>> = {
  memory: () => Promise.resolve(opened(new MemoryEventStore())),
  async PostgreSQL({ url }) {
    await migrate(url, [CreateEventStore1763700000000, AppendInGroups1795383000000, AppendOneEvent1795410000000]);
    return opened(new PostgresEventStore(url));
  },
  async 'EventStoreDB, by its stand-in'() {
    const server = await new EventStoreDbStandIn().start();
    return opened(new EventStoreDbStore(server.url), () => server.stop());
  },
};

function opened(store: EventStore, after: () => void = () => undefined): OpenLog {
  const close = async () => {
    await store.close();
    after();
  };
  return { store, close };
}

describe.each(Object.entries(logs))('A case file, with the log in %s', (_where, open) => {
  let view: ViewUnderTest;
  let log: OpenLog;
  let story: Story;

  beforeAll(async () => {
    view = await ViewUnderTest.of(caseFile);
    log = await open(view);
    story = new Story(log.store).on('2026-03-02');
    await story.releaseLaw();
  }, 30_000);

  afterAll(async () => {
    await log.close();
    await view.drop();
  });

  const lodged = async (caseId: keyof typeof numbers) => {
    await story.lodged(caseId, numbers[caseId]);
    await story.event(caseId, 'FormallyAccepted', { acceptingAuthority: city });
  };
  const transferred = (caseId: string) => story.event(caseId, 'Transferred', { to: pudong, ground: '属地管理' });
  /** Of no release which is known here. */
  const poison = (caseId: string) => story.append(`overduePayment-${caseId}`, 'ClaimFramed', {});
  const file = async (caseId: string) => {
    const today = '2026-04-01' as PlainDate;
    const shown = await caseFileOf(log.store, view.pool, { kind: 'all' }, caseId, today, (all) => Promise.resolve(all));
    return { ...shown!, timeline: shown!.timeline.map(({ type }) => type).reverse() };
  };

  it('shows no event which the view has not folded yet', async () => {
    await lodged(waiting);
    await view.catchUp(log.store);
    await transferred(waiting);
    expect(await file(waiting)).toMatchObject({ timeline: ['ClaimLodged', 'FormallyAccepted'], revision: '1' });
    await view.catchUp(log.store);
    expect(await file(waiting)).toMatchObject({ timeline: ['ClaimLodged', 'FormallyAccepted', 'Transferred'] });
  });

  it('9: stops before the event at which its stream is parked', async () => {
    await lodged(withdrawn);
    await view.catchUp(log.store);
    await poison(withdrawn);
    await transferred(withdrawn);
    await view.catchUp(log.store);
    const shown = await file(withdrawn);
    expect(shown).toMatchObject({ timeline: ['ClaimLodged', 'FormallyAccepted'], revision: '1', parked: true });
  });

  it('is without what an operator let its view leave out, live as after a rebuild', async () => {
    await lodged(transferredLate);
    const { id: eventId, stream } = await poison(transferredLate);
    await transferred(transferredLate);
    await view.catchUp(log.store);
    const actor = { id: 'operator', name: 'operator', role: 'operator', organisation: null };
    const command = { commandId: randomUUID(), actor, now: '2026-03-02T10:00:00+08:00' };
    // Of another view: none of this one's.
    const [first] = await log.store.readStream(stream, { limit: 1 });
    await dropParked(log.store, { view: 'worklist', stream, eventId: first!.id, reason: '误录' }, command);
    await dropParked(log.store, { view: 'case-file', stream, eventId, reason: '误录' }, command);
    await view.catchUp(log.store);
    const live = await file(transferredLate);
    expect(live).toMatchObject({ timeline: ['ClaimLodged', 'FormallyAccepted', 'Transferred'], parked: false });
    expect(live.revision).toBe('3');
    const [rebuilt] = await rebuildViews(log.store, view.pool, [caseFile], 'switch', { batch: 100 });
    expect(rebuilt).toMatchObject({ switched: true, comparison: { difference: null } });
    expect(await file(transferredLate)).toEqual(live);
  });

  it('has every event of a stream of more than a thousand', async () => {
    await lodged(settled);
    const held = { place: '调解室', attendees: ['王芳'], minutes: '未达成一致', outcome: 'failed' as const };
    const one: RecordedEvent = await story.event(settled, 'MediationHeld', held);
    const many = Array.from({ length: 1_200 }, () => ({ ...one, id: randomUUID() }));
    await log.store.append(one.stream, 'any', many);
    await view.catchUp(log.store, 500);
    const { timeline, revision } = await file(settled);
    expect({ events: timeline.length, revision }).toEqual({ events: 1_203, revision: '1202' });
  }, 30_000);
});
