import { MemoryEventStore } from '@redress/event-store/memory/memory-store.js';
import { testDatabase, type TestDatabase } from '../../test/database.js';
import type { ProjectionDefinition } from './projection.js';
import { replayParked } from './replay.js';
import { Follower, withProcessing } from './testing/follow.js';
import { record, tally, type Rate, type Tally } from './testing/tally.js';

type TallyView = ProjectionDefinition<Tally, Rate>;

describe('A poison event (invariant 9)', () => {
  let database: TestDatabase;
  let store: MemoryEventStore;

  beforeEach(async () => {
    database = await testDatabase(withProcessing);
    store = new MemoryEventStore();
  });

  afterEach(() => database.drop());

  const follower = (definition: TallyView = tally, pageSize = 100) =>
    Follower.open(store, database.pool, definition, { pageSize });
  const entries = async () =>
    (
      await database.pool.query<{ position: string }>('SELECT position FROM views.tally_entries ORDER BY position')
    ).rows.map((row) => row.position);
  const parked = async () =>
    (await database.pool.query('SELECT position, stream, error FROM processing.parked ORDER BY position'))
      .rows as unknown[];

  it('57, 58: is parked with the later events of its own stream; the rest goes on', async () => {
    await record(store, ['claim-a', 'claim-b']);
    await record(store, ['claim-a'], { poison: true });
    await record(store, ['claim-b', 'claim-a', 'claim-c']);
    expect(await (await follower()).step()).toMatchObject({ position: '6', parked: 2 });
    expect(await entries()).toEqual(['1', '2', '4', '6']);
    expect(await parked()).toEqual([
      { position: '3', stream: 'claim-a', error: 'Error: this event cannot be applied' },
      { position: '5', stream: 'claim-a', error: null },
    ]);
  });

  it('58: holds back events of later pages too, and after a restart', async () => {
    await record(store, ['claim-a'], { poison: true });
    await (await follower()).step();
    await record(store, ['claim-a', 'claim-b']);
    expect(await (await follower()).step()).toMatchObject({ parked: 1 });
    expect(await entries()).toEqual(['3']);
    const { rows } = await database.pool.query(
      'SELECT stream, since_position, error, events FROM views.parked_streams',
    );
    expect(rows).toEqual([
      { stream: 'claim-a', since_position: '1', error: 'Error: this event cannot be applied', events: 2 },
    ]);
  });

  it('is parked when its rows cannot be made, and the subject stays as it was before it', async () => {
    const failing: TallyView = {
      ...tally,
      rows: (subject, rate) => {
        if (subject.state.events === 2) throw new Error('no rows for two');
        return tally.rows(subject, rate);
      },
    };
    await record(store, ['claim-a', 'claim-b', 'claim-a', 'claim-a']);
    expect(await (await follower(failing)).step()).toMatchObject({ parked: 0 });
    await record(store, ['claim-b']);
    expect(await (await follower(failing)).step()).toMatchObject({ parked: 1 });
    expect((await database.pool.query('SELECT events FROM views.tally ORDER BY stream')).rows).toEqual([
      { events: 3 },
      { events: 1 },
    ]);
  });

  it('is parked when the database refuses a row', async () => {
    const refused: TallyView = {
      ...tally,
      rows: (subject, rate) => {
        const rows = tally.rows(subject, rate);
        return subject.id === 'refused' ? { ...rows, tally: [{ ...rows.tally![0]!, total: null }] } : rows;
      },
    };
    await record(store, ['claim-a', 'claim-refused', 'claim-b', 'claim-refused', 'claim-c']);
    expect(await (await follower(refused)).step()).toMatchObject({ position: '5', parked: 2 });
    expect(await entries()).toEqual(['1', '3', '5']);
    expect(await parked()).toMatchObject([{ error: expect.stringContaining('null value') as string }, { error: null }]);
  });

  it('with NUL in its error is parked', async () => {
    await record(store, ['claim-a']);
    const failing: TallyView = {
      ...tally,
      evolve() {
        throw new Error('a\0b');
      },
    };
    await (await follower(failing)).step();
    expect(await parked()).toMatchObject([{ error: 'Error: a\\0b' }]);
  });

  it('in more than 1,000 streams stops the view: the fault is the view’s own', async () => {
    const failing: TallyView = {
      ...tally,
      evolve() {
        throw new Error('always');
      },
    };
    await record(
      store,
      Array.from({ length: 1_001 }, (_, i) => `claim-${i}`),
    );
    await expect((await follower(failing, 2_000)).step()).rejects.toThrow('1000 streams are parked already');
    expect(await parked()).toEqual([]);
  });

  it('59: is replayed with the later ones in order, and its stream goes on live', async () => {
    let mended = false;
    const definition: TallyView = {
      ...tally,
      evolve: (state, event) =>
        tally.evolve(state, mended ? { ...event, data: { ...event.data, poison: false } } : event),
    };
    await record(store, ['claim-a'], { poison: true });
    await record(store, ['claim-b', 'claim-a', 'claim-a']);
    const worker = await follower(definition);
    await worker.step();
    const replay = () => replayParked(store, database.pool, definition, worker.build, 'claim-a');
    expect(await replay()).toMatchObject([{ error: 'Error: this event cannot be applied' }, {}, {}]);
    expect(await parked()).toHaveLength(3);
    mended = true;
    expect(await replay()).toEqual([]);
    await record(store, ['claim-a']);
    // Its turn ended with the replay: the next one finds the stream free.
    await expect(worker.step()).rejects.toThrow('taken over');
    expect(await worker.step()).toMatchObject({ parked: 0 });
    expect(await entries()).toEqual(['1', '2', '3', '4', '5']);
    expect(await parked()).toEqual([]);
  });
});
