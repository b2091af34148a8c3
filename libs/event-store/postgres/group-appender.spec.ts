import { setTimeout as pause } from 'node:timers/promises';
import type { StreamHead } from '../chain.js';
import { sampleEvents } from '../contract/samples.js';
import { writeEvents, type WrittenEvent } from '../envelope.js';
import { AppendTimeoutError, DuplicateEventIdError, StoreClosedError } from '../errors.js';
import type { AppendResult, Expected, Position, Revision, StreamName } from '../port.js';
import { GroupAppender, GROUPS_IN_FLIGHT, type GroupFault, type GroupLog, type Move } from './group-appender.js';

class Refusal extends Error {
  constructor(readonly fault: GroupFault | null) {
    super(`refused: ${fault}`);
  }
}

/** Answers as the tables would, one macrotask later; `refuse` may refuse a group whole. */
class FakeLog implements GroupLog {
  readonly groups: StreamName[][] = [];
  readonly headReads: StreamName[][] = [];
  readonly streams = new Map<StreamName, StreamHead>();
  inFlight = 0;
  mostInFlight = 0;
  refuse: (streams: readonly StreamName[]) => GroupFault | null | 'no' = () => 'no';
  /** Called between the heads' being read and the write. */
  meanwhile: () => void = () => undefined;
  /** No group is answered before. */
  gate = Promise.resolve();
  earlier: AppendResult | null = null;
  private position = 0;
  private readonly busy = new Set<StreamName>();

  heads(streams: readonly StreamName[]) {
    this.headReads.push([...streams]);
    return Promise.resolve(new Map([...this.streams].filter(([stream]) => streams.includes(stream))));
  }

  async write(moves: readonly Move[]) {
    const streams = moves.map(({ stream }) => stream);
    for (const stream of streams) {
      if (this.busy.has(stream)) throw new Error(`${stream} is in two groups`);
      this.busy.add(stream);
    }
    this.groups.push(streams);
    this.mostInFlight = Math.max(this.mostInFlight, ++this.inFlight);
    await this.gate;
    await pause(1);
    this.inFlight--;
    for (const stream of streams) this.busy.delete(stream);
    const fault = this.refuse(streams);
    if (fault !== 'no') throw new Refusal(fault);
    this.meanwhile();
    const refused = new Set<StreamName>();
    for (const { stream, head, events } of moves) {
      if (this.streams.get(stream)?.revision !== head?.revision) refused.add(stream);
      else {
        this.streams.set(stream, events.at(-1)!);
        this.position += events.length;
      }
    }
    return { last: String(this.position) as Position, recordedAt: '2026-03-02T01:00:00.000000+00:00', refused };
  }

  faultOf(error: unknown): GroupFault | null {
    return error instanceof Refusal ? error.fault : null;
  }

  repeated(_stream: StreamName, _expected: Expected, _written: readonly WrittenEvent[]) {
    return Promise.resolve(this.earlier);
  }
}

const events = (count = 1) => writeEvents('case-1', sampleEvents(count));
const streamsNamed = (count: number) => Array.from({ length: count }, (_, n) => `case-${n}`);

describe('Group append', () => {
  it('merges what comes at once, and sends a lone command at once', async () => {
    const log = new FakeLog();
    const appender = new GroupAppender(log);
    await Promise.all(streamsNamed(30).map((stream) => appender.append(stream, 'none', events())));
    expect(log.groups.map((group) => group.length)).toEqual([30]);
    await appender.append('case-alone', 'none', events());
    expect(log.groups.at(-1)).toEqual(['case-alone']);
  });

  it('has two groups in flight, and makes one of what queues meanwhile', async () => {
    const log = new FakeLog();
    const appender = new GroupAppender(log);
    let open = () => {};
    log.gate = new Promise((resolve) => (open = resolve));
    const pending: Promise<AppendResult>[] = [];
    for (let n = 0; n < 6; n++) {
      pending.push(appender.append(`case-${n}`, 'none', events()));
      await new Promise(setImmediate);
    }
    expect(log.groups).toEqual([['case-0'], ['case-1']]);
    open();
    await Promise.all(pending);
    expect(log.groups[2]).toEqual(['case-2', 'case-3', 'case-4', 'case-5']);
  });

  it('never has a stream in two groups, and loses nothing', async () => {
    const log = new FakeLog();
    const appender = new GroupAppender(log);
    const callers = Array.from({ length: 16 }, async (_, caller) => {
      for (let n = 0; n < 20; n++) {
        await pause(Math.random() * 3);
        await appender.append(`case-${(caller + n) % 7}`, 'any', events());
      }
    });
    await Promise.all(callers);
    expect(log.mostInFlight).toBeLessThanOrEqual(GROUPS_IN_FLIGHT);
    expect(log.groups.every((group) => new Set(group).size === group.length)).toBe(true);
    const recorded = [...log.streams.values()].reduce((sum, head) => sum + Number(head.revision) + 1, 0);
    expect(recorded).toBe(16 * 20);
  });

  it('gives each command its own outcome and positions', async () => {
    const log = new FakeLog();
    const appender = new GroupAppender(log);
    await appender.append('case-old', 'none', events());
    const outcomes = await Promise.all([
      appender.append('case-a', 'none', events(2)),
      appender.append('case-old', 'none', events(2)),
      appender.append('case-b', { revision: '3' as Revision, hash: '00'.repeat(32) }, events()),
      appender.append('case-c', 'any', events(3)),
      appender.append('case-missing', 'exists', events()),
      appender.append('case-strange', { revision: 'x' as Revision, hash: '' }, events()),
    ]);
    expect(log.groups.at(-1)!.toSorted()).toEqual(['case-a', 'case-b', 'case-c', 'case-old']);
    expect(outcomes.map((result) => (result.outcome === 'appended' ? result.position : result.actual))).toEqual([
      '3',
      '0',
      null,
      '6',
      null,
      null,
    ]);
  });

  it("reads the heads of a group's 'any' and 'exists' in one query, and none for 'none' and an exact head", async () => {
    const log = new FakeLog();
    const appender = new GroupAppender(log);
    await Promise.all([
      appender.append('case-a', 'any', events()),
      appender.append('case-b', 'none', events()),
      appender.append('case-c', 'any', events()),
    ]);
    expect(log.headReads).toEqual([['case-a', 'case-c']]);
  });

  it("lets 'any' go again when another process moved the stream, before later commands of that stream", async () => {
    const log = new FakeLog();
    const appender = new GroupAppender(log);
    let moved = 0;
    log.meanwhile = () => {
      if (moved++ < 3) log.streams.set('case-a', { revision: String(moved) as Revision, hash: new Uint8Array(32) });
    };
    const [first, second] = await Promise.all([
      appender.append('case-a', 'any', events()),
      appender.append('case-a', 'any', events()),
    ]);
    expect([first, second].map((result) => result.outcome === 'appended' && result.revision)).toEqual(['4', '5']);
  });

  it("ends 'any' with a typed time-out, never with a conflict, when the stream keeps moving", async () => {
    const log = new FakeLog();
    const appender = new GroupAppender(log, 60);
    let moved = 0;
    log.meanwhile = () =>
      log.streams.set('case-a', { revision: String(++moved) as Revision, hash: new Uint8Array(32) });
    await expect(appender.append('case-a', 'any', events())).rejects.toThrow(new AppendTimeoutError('case-a', 60));
    expect(moved).toBeGreaterThan(3);
  });

  it('sends a group which was refused whole again one by one, so that the poisoned command fails alone', async () => {
    const log = new FakeLog();
    const appender = new GroupAppender(log);
    log.refuse = (streams) => (streams.includes('case-3') ? 'takenId' : 'no');
    const results = await Promise.allSettled(
      streamsNamed(6).map((stream) => appender.append(stream, 'none', events())),
    );
    expect(log.groups.map((group) => group.length)).toEqual([6, 1, 1, 1, 1, 1, 1]);
    expect(results.map(({ status }) => status).filter((status) => status === 'fulfilled')).toHaveLength(5);
    expect(results[3]).toMatchObject({ status: 'rejected', reason: expect.any(DuplicateEventIdError) as unknown });
  });

  it('answers a taken id with the first outcome when the log has this very append', async () => {
    const log = new FakeLog();
    const appender = new GroupAppender(log);
    log.refuse = () => 'takenId';
    log.earlier = { outcome: 'conflict', actual: '9' as Revision };
    await expect(appender.append('case-a', 'any', events())).resolves.toBe(log.earlier);
  });

  it('does not send again what may have been written: the connection was lost', async () => {
    const log = new FakeLog();
    const appender = new GroupAppender(log);
    log.refuse = () => null;
    const results = await Promise.allSettled(
      streamsNamed(3).map((stream) => appender.append(stream, 'none', events())),
    );
    expect(log.groups).toHaveLength(1);
    expect(results.every(({ status }) => status === 'rejected')).toBe(true);
  });

  it('reports a log held by another for too long as a time-out, once', async () => {
    const log = new FakeLog();
    const appender = new GroupAppender(log);
    log.refuse = () => 'heldTooLong';
    const results = await Promise.allSettled(
      streamsNamed(3).map((stream) => appender.append(stream, 'none', events())),
    );
    expect(log.groups).toHaveLength(1);
    expect(results.every((result) => result.status === 'rejected' && result.reason instanceof AppendTimeoutError)).toBe(
      true,
    );
  });

  it('answers what it took before it closes, and takes nothing more', async () => {
    const log = new FakeLog();
    const appender = new GroupAppender(log);
    const pending = Promise.all(streamsNamed(5).map((stream) => appender.append(stream, 'none', events())));
    let answered = false;
    void pending.then(() => (answered = true));
    await appender.close();
    await pause(0);
    expect(answered).toBe(true);
    await expect(appender.append('case-late', 'none', events())).rejects.toThrow(StoreClosedError);
    await appender.close();
  });
});
