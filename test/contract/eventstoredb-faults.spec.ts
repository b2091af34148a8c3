import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { freshCategory, freshStream, sampleEvent, sampleEvents } from '@redress/event-store/contract/samples.js';
import { InvalidEventError } from '@redress/event-store/errors.js';
import { Connection } from '@redress/event-store/eventstoredb/connection.js';
import { EventStoreDbStore } from '@redress/event-store/eventstoredb/eventstoredb-store.js';
import { SupervisedSubscription } from '@redress/event-store/eventstoredb/supervised-subscription.js';
import { ForeignEventError } from '@redress/event-store/eventstoredb/wire-event.js';
import type { Position, RecordedEvent, SubscribeOptions } from '@redress/event-store/port.js';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { noFaults } from './eventstoredb-stand-in/faults.js';
import { EventStoreDbStandIn } from './eventstoredb-stand-in/stand-in.js';

const START = '0' as Position;

describe('The event store on EventStoreDB, when the stand-in fails', () => {
  let server: EventStoreDbStandIn;
  let store: EventStoreDbStore;

  beforeEach(async () => {
    server = await new EventStoreDbStandIn().start();
    store = new EventStoreDbStore(server.url);
  });

  afterEach(async () => {
    await store.close();
    server.stop();
  });

  const write = async (category: string, count: number) => {
    const ids: string[] = [];
    for (let i = 0; i < count; i++) {
      const [event] = sampleEvents(1);
      await store.append(freshStream(category), 'none', [event!]);
      ids.push(event!.id);
    }
    return ids;
  };

  const follow = (options: Omit<SubscribeOptions, 'onEvent'>) => {
    const seen: RecordedEvent[] = [];
    const subscription = store.subscribe({ ...options, onEvent: (event) => void seen.push(event) });
    return { seen, subscription, ids: () => seen.map((event) => event.id) };
  };

  describe('appends', () => {
    it('10: an append whose answer was lost is written once, and answered when it is sent again', async () => {
      const stream = freshStream();
      server.faults.dropAnswers = 2;
      const first = await store.append(stream, 'none', sampleEvents(2));
      expect(first).toMatchObject({ outcome: 'appended', revision: '1' });
      server.faults.dropAnswers = 1;
      const next = await store.append(stream, 'any', sampleEvents(1));
      expect(next).toMatchObject({ outcome: 'appended', revision: '2' });
      expect(await store.readStream(stream)).toHaveLength(3);
      await expect(store.verify(stream)).resolves.toEqual({ ok: true, events: 3 });
    });

    it('46: an append is sent again while the server is not ready', async () => {
      server.faults.refuseAppends = 3;
      await expect(store.append(freshStream(), 'none', sampleEvents(1))).resolves.toMatchObject({
        outcome: 'appended',
      });
      expect(server.counts.append).toBe(4);
    });

    it('45: appends outlast a restart, and none is lost or doubled', async () => {
      const streams = Array.from({ length: 20 }, () => freshStream());
      server.faults.latencyMs = 20;
      const writing = Promise.all(streams.map((stream) => store.append(stream, 'any', sampleEvents(2))));
      await pause(30);
      await server.restart(100);
      for (const result of await writing) expect(result.outcome).toBe('appended');
      for (const stream of streams) expect(await store.readStream(stream)).toHaveLength(2);
    });

    it('46: a follower sends the writer and the reader on to the leader', async () => {
      const leader = await new EventStoreDbStandIn(server.log).start();
      server.faults.leader = { host: '127.0.0.1', port: leader.port };
      const stream = freshStream();
      await expect(store.append(stream, 'none', sampleEvents(1))).resolves.toMatchObject({ outcome: 'appended' });
      expect(await store.readStream(stream)).toHaveLength(1);
      expect(server.counts.append + leader.counts.append).toBe(1);
      leader.stop();
    });

    it('46: a cluster given by its members is entered at its leader', async () => {
      const leader = await new EventStoreDbStandIn(server.log).start();
      server.faults.leader = { host: '127.0.0.1', port: leader.port };
      const cluster = new EventStoreDbStore(`esdb://127.0.0.1:${server.port},127.0.0.1:${server.port}?tls=false`);
      await expect(cluster.append(freshStream(), 'none', sampleEvents(1))).resolves.toMatchObject({ revision: '0' });
      expect(leader.counts.append).toBe(1);
      await cluster.close();
      leader.stop();
    });

    it('15: an append larger than the server takes is refused, and says so', async () => {
      const minutes = '调'.repeat(400_000);
      await expect(store.append(freshStream(), 'none', [sampleEvent({ minutes })])).rejects.toThrow(InvalidEventError);
    });
  });

  describe('reads', () => {
    it('22: a read which breaks off is begun anew, and gives each event once', async () => {
      const stream = freshStream();
      await store.append(stream, 'none', sampleEvents(5));
      server.faults.breakReads = 3;
      const revisions = (await store.readStream(stream)).map((event) => event.revision);
      expect(revisions).toEqual(['0', '1', '2', '3', '4']);
    });

    it('29: recordedAt does not go back when the clock of the server does, whoever reads and wherever he begins', async () => {
      const instants = [5_000_000n, 9_000_000n, 7_000_000n, 8_000_000n, 9_000_001n, 6_000_000n];
      const written: Position[] = [];
      for (const instant of instants) {
        server.log.clock = () => instant;
        const result = await store.append(freshStream(), 'none', sampleEvents(1));
        if (result.outcome === 'appended') written.push(result.position);
      }
      const seconds = ['05.000000', '09.000000', '09.000000', '09.000000', '09.000001', '09.000001'];
      const expected = seconds.map((second) => `1970-01-01T00:00:${second}+00:00`);
      const times = async (reader: EventStoreDbStore, after: Position) =>
        (await reader.readAll({ after, limit: 10 })).map((event) => event.recordedAt);
      expect(await times(store, START)).toEqual(expected);
      const other = new EventStoreDbStore(server.url);
      expect(await times(other, written[2]!)).toEqual(expected.slice(3));
      await other.close();
    });

    it('29: what is known of recorded times is kept on the server, and the next process begins there', async () => {
      const event = {
        type: 'Other',
        contentType: 'application/json',
        data: Buffer.from('{}'),
        metadata: Buffer.from('{}'),
      };
      server.log.clock = () => 9_000_000n;
      await store.append(freshStream(), 'none', sampleEvents(1));
      server.log.clock = () => 5_000_000n;
      server.log.append(
        'foreign-1',
        'any',
        Array.from({ length: 10_000 }, () => ({ ...event, id: randomUUID() })),
      );
      const stream = freshStream();
      await store.append(stream, 'none', sampleEvents(1));

      const before = server.counts.read;
      const other = new EventStoreDbStore(server.url);
      const [read] = await other.readStream(stream);
      expect(read?.recordedAt).toBe('1970-01-01T00:00:09.000000+00:00');
      // The stream, what is kept, and the log from there.
      expect(server.counts.read - before).toBe(3);
      await other.close();
    });

    it('29: the log holds nothing of the server itself or of others', async () => {
      await write(freshCategory(), 12);
      expect(server.log.all.some((event) => event.stream.startsWith('$stats'))).toBe(true);
      const client = EventStoreDBClient.connectionString(server.url);
      await client.appendToStream('guest-1', jsonEvent({ type: 'Other', data: {} }));
      await client.appendToStream('nocategory', jsonEvent({ type: 'Other', data: {} }));
      expect(await store.readAll({ after: START, limit: 100 })).toHaveLength(12);
      await expect(store.readAll({ after: START, limit: 100, categories: ['guest'] })).rejects.toThrow(
        ForeignEventError,
      );
      await expect(store.append('guest-1', 'any', sampleEvents(1))).rejects.toThrow(ForeignEventError);
      await client.dispose();
    });
  });

  describe('subscriptions', () => {
    it('37: lose nothing between catching up and following', async () => {
      const category = freshCategory();
      const first = await write(category, 30);
      const { ids, subscription } = follow({ after: START, categories: [category] });
      const then = await write(category, 30);
      await until(() => ids().length >= 60);
      expect(ids()).toEqual([...first, ...then]);
      await subscription.stop();
    });

    it('38: say that they have caught up only where nothing is left', async () => {
      const category = freshCategory();
      await write(category, 40);
      const head = await store.head();
      const told: { at: Position; seen: number }[] = [];
      const { seen, subscription } = follow({
        after: START,
        onCaughtUp: (at) => void told.push({ at, seen: seen.length }),
      });
      await until(() => told.length > 0);
      expect(told[0]).toEqual({ at: head, seen: 40 });
      await subscription.stop();
    });

    it('39: go on from a stored checkpoint, with another process and after a restart of the server', async () => {
      const category = freshCategory();
      const ids = await write(category, 20);
      let checkpoint = START;
      const before: string[] = [];
      const first = store.subscribe({
        after: START,
        onEvent: (event) => {
          if (before.length < 7) {
            before.push(event.id);
            checkpoint = event.position;
          }
        },
      });
      await until(() => before.length === 7);
      await first.stop();
      await store.close();
      await server.restart();
      store = new EventStoreDbStore(server.url);
      const after = follow({ after: checkpoint });
      await until(() => after.seen.length >= 13);
      expect([...before, ...after.ids()]).toEqual(ids);
      await after.subscription.stop();
    });

    it('42: move their checkpoint past what a filter leaves out', async () => {
      const [mine, others] = [freshCategory(), freshCategory()];
      await write(mine, 1);
      let checkpoint = START;
      const { seen, subscription } = follow({
        after: START,
        categories: [mine],
        onCaughtUp: (position) => {
          checkpoint = position;
        },
      });
      await write(others, 100);
      const head = await store.head();
      await until(() => checkpoint === head);
      expect(seen).toHaveLength(1);
      await subscription.stop();
    });

    it('44: a slow handler holds the server back: what is under way stays small', async () => {
      const total = 400;
      const stream = freshStream();
      const page = 20;
      for (let i = 0; i < total; i += page)
        await store.append(
          stream,
          'any',
          Array.from({ length: page }, () => sampleEvent({ text: 'x'.repeat(20_000) })),
        );
      let release = () => {};
      const held = new Promise<void>((resolve) => (release = resolve));
      let handled = 0;
      const subscription = store.subscribe({
        after: START,
        onEvent: async () => {
          await held;
          handled++;
        },
      });
      await pause(500);
      expect(handled).toBe(0);
      expect(server.counts.followed).toBeLessThan(total / 4);
      release();
      await until(() => handled === total);
      await subscription.stop();
    });

    it.each([
      ['the connections are cut', (cut: EventStoreDbStandIn) => cut.dropConnections()],
      ['the server restarts', (cut: EventStoreDbStandIn) => void cut.restart(20)],
    ])('45: hand over each event once, in order, though %s again and again', async (_what, fail) => {
      const category = freshCategory();
      const { ids, subscription } = follow({ after: START, categories: [category] });
      const expected: string[] = [];
      for (let round = 0; round < 5; round++) {
        expected.push(...(await write(category, 5)));
        fail(server);
        await pause(50);
      }
      await until(() => ids().length >= expected.length);
      expect(ids()).toEqual(expected);
      // Two to begin with: this one and the one which wakes.
      expect(server.counts.subscribe).toBeGreaterThan(2 + 5);
      await subscription.stop();
    });

    it('45: drop what the server sends twice', async () => {
      const category = freshCategory();
      server.faults.duplicate = true;
      const { ids, subscription } = follow({ after: START, categories: [category] });
      const expected = await write(category, 10);
      await until(() => ids().length >= 10);
      await pause(50);
      expect(ids()).toEqual(expected);
      await subscription.stop();
    });

    it('46: begin anew after each cancellation by the server', async () => {
      const category = freshCategory();
      server.faults.cancelAfter = 3;
      const { ids, subscription } = follow({ after: START, categories: [category] });
      const expected = await write(category, 10);
      await until(() => ids().length >= 10);
      expect(ids()).toEqual(expected);
      expect(server.counts.subscribe).toBeGreaterThan(3);
      await subscription.stop();
    });

    it('46: follow the leader when it changes', async () => {
      const category = freshCategory();
      const leader = await new EventStoreDbStandIn(server.log).start();
      const { ids, subscription } = follow({ after: START, categories: [category] });
      const expected = await write(category, 3);
      server.faults.leader = { host: '127.0.0.1', port: leader.port };
      server.dropConnections();
      expected.push(...(await write(category, 3)));
      await until(() => ids().length >= 6);
      expect(ids()).toEqual(expected);
      expect(leader.counts.subscribe).toBeGreaterThan(0);
      await subscription.stop();
      leader.stop();
    });

    it('46: outlast the time without any server', async () => {
      const category = freshCategory();
      const { ids, subscription } = follow({ after: START, categories: [category] });
      const expected = await write(category, 2);
      await server.restart(1_000);
      expected.push(...(await write(category, 2)));
      await until(() => ids().length >= 4);
      expect(ids()).toEqual(expected);
      await subscription.stop();
    });

    it('46: are begun anew when the server falls silent', async () => {
      const connection = new Connection(server.url);
      server.faults.silent = true;
      let seen = 0;
      const subscription = new SupervisedSubscription(connection, {
        after: START,
        take: () => void seen++,
        silenceMs: 100,
      });
      await write(freshCategory(), 3);
      await pause(150);
      expect(seen).toBe(0);
      Object.assign(server.faults, noFaults());
      await until(() => seen === 3);
      await subscription.close();
      await connection.close();
    });

    it('41: end with the error of a handler, and hand over nothing after it', async () => {
      const category = freshCategory();
      await write(category, 3);
      let calls = 0;
      const subscription = store.subscribe({
        after: START,
        categories: [category],
        onEvent: () => {
          calls++;
          throw new Error('the handler failed');
        },
      });
      await expect(subscription.ended).rejects.toThrow('the handler failed');
      expect(calls).toBe(1);
      await subscription.stop();
    });
  });
});

async function until(holds: () => boolean): Promise<void> {
  for (let i = 0; i < 3_000 && !holds(); i++) await pause(10);
  expect(holds()).toBe(true);
}
