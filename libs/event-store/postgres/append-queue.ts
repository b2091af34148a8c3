import { AppendQueueFullError } from '../errors.js';
import type { StreamName } from '../port.js';

export interface Queued {
  readonly stream: StreamName;
  /** Roughly what it takes in memory and on the wire. */
  readonly bytes: number;
}

export const MAX_WAITING = 10_000;
export const MAX_WAITING_BYTES = 128 * 1024 * 1024;
const MAX_GROUP = 256;
const MAX_GROUP_BYTES = 4 * 1024 * 1024;

/**
 * Commands waiting to be appended, a lane a stream: a group takes the first of each free stream, in the order in which
 * the streams became ready, and no other group gets that stream before `release`.
 */
export class AppendQueue<C extends Queued> {
  private readonly lanes = new Map<StreamName, C[]>();
  private readonly ready = new Set<StreamName>();
  private readonly taken = new Set<StreamName>();
  private count = 0;
  private bytes = 0;

  /** @throws AppendQueueFullError; one command is let in whatever its size when nothing waits */
  add(command: C): void {
    if (this.count > 0 && (this.count >= MAX_WAITING || this.bytes + command.bytes > MAX_WAITING_BYTES))
      throw new AppendQueueFullError(this.count);
    const lane = this.lanes.get(command.stream);
    if (lane === undefined) this.lanes.set(command.stream, [command]);
    else lane.push(command);
    this.entered(command);
  }

  /** Back to the front of its lane: it was taken, and has to go again. */
  putBack(command: C): void {
    const lane = this.lanes.get(command.stream);
    if (lane === undefined) this.lanes.set(command.stream, [command]);
    else lane.unshift(command);
    this.entered(command);
  }

  /** The next group, of at most `limit`, one command a stream; [] when every waiting command's stream is taken. */
  take(limit = MAX_GROUP): C[] {
    const group: C[] = [];
    let bytes = 0;
    for (const stream of this.ready) {
      const command = this.lanes.get(stream)![0]!;
      if (group.length > 0 && bytes + command.bytes > MAX_GROUP_BYTES) break;
      group.push(command);
      bytes += command.bytes;
      this.leave(command);
      this.ready.delete(stream);
      this.taken.add(stream);
      if (group.length >= Math.min(limit, MAX_GROUP)) break;
    }
    return group;
  }

  release(stream: StreamName): void {
    this.taken.delete(stream);
    if (this.lanes.has(stream)) this.ready.add(stream);
  }

  get waiting(): number {
    return this.count;
  }

  private entered(command: C): void {
    this.count++;
    this.bytes += command.bytes;
    if (!this.taken.has(command.stream)) this.ready.add(command.stream);
  }

  private leave(command: C): void {
    const lane = this.lanes.get(command.stream)!;
    lane.shift();
    if (lane.length === 0) this.lanes.delete(command.stream);
    this.count--;
    this.bytes -= command.bytes;
  }
}
