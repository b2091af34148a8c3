import fc from 'fast-check';
import { AppendQueueFullError } from '../errors.js';
import { AppendQueue, MAX_WAITING, MAX_WAITING_BYTES } from './append-queue.js';

interface Command {
  readonly stream: string;
  readonly bytes: number;
  readonly n: number;
}

const command = (stream: string, n = 0, bytes = 1): Command => ({ stream, n, bytes });

describe('The queue of appends', () => {
  it('gives a group one command a stream, in the order in which they came', () => {
    const queue = new AppendQueue<Command>();
    for (const [n, stream] of ['a', 'b', 'a', 'c', 'b'].entries()) queue.add(command(stream, n));
    expect(queue.take().map(({ n }) => n)).toEqual([0, 1, 3]);
    expect(queue.take()).toEqual([]);
    queue.release('b');
    expect(queue.take().map(({ n }) => n)).toEqual([4]);
  });

  it('puts a command which must go again before those which came after it', () => {
    const queue = new AppendQueue<Command>();
    queue.add(command('a', 0));
    queue.add(command('a', 1));
    const [first] = queue.take();
    queue.putBack(first!);
    queue.release('a');
    expect(queue.take()).toEqual([first]);
  });

  it('keeps the order of each stream and never has one stream in two groups, whatever happens', () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('add' as const), stream: fc.constantFrom('a', 'b', 'c', 'd') }),
      fc.record({ do: fc.constantFrom('take' as const, 'release' as const), again: fc.boolean() }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const queue = new AppendQueue<Command>();
        const inFlight: Command[][] = [];
        const done = new Map<string, number>();
        for (const [n, step] of steps.entries()) {
          if (step.do === 'add') queue.add(command(step.stream, n));
          else if (step.do === 'take') {
            const group = queue.take();
            const taken = [...inFlight, group].flat().map(({ stream }) => stream);
            expect(new Set(taken).size).toBe(taken.length);
            if (group.length > 0) inFlight.push(group);
          } else
            for (const each of inFlight.shift() ?? []) {
              expect(each.n).toBeGreaterThan(done.get(each.stream) ?? -1);
              if (step.again) queue.putBack(each);
              else done.set(each.stream, each.n);
              queue.release(each.stream);
            }
        }
      }),
    );
  });

  it('takes no more than it may hold, in number or in bytes, and says how many wait', () => {
    const full = new AppendQueue<Command>();
    for (let n = 0; n < MAX_WAITING; n++) full.add(command('a', n));
    expect(() => full.add(command('b'))).toThrow(new AppendQueueFullError(MAX_WAITING));

    const heavy = new AppendQueue<Command>();
    heavy.add(command('a', 0, MAX_WAITING_BYTES + 1));
    expect(() => heavy.add(command('b'))).toThrow(AppendQueueFullError);
    heavy.take();
    heavy.add(command('b'));
  });
});
