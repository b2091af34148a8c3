import type streams from '@eventstore/db-client/generated/streams_pb.js';
import { checkStream } from '../envelope.js';
import type { Position, ReadAllOptions, ReadStreamOptions, StreamName } from '../port.js';
import type { Connection } from './connection.js';
import { readLog, readOneStream } from './requests.js';
import { ForeignEventError, placeOf, wireEvent, type Recorded, type WireEvent } from './wire-event.js';

/** When the first events are none of ours, more are asked for at once. */
const PAGE = 500;

type StreamPart = Pick<ReadStreamOptions, 'from' | 'to' | 'direction' | 'limit'>;

/** The events of a log on the server, as they stand there. */
export class LogReader {
  constructor(private readonly connection: Connection) {}

  async head(): Promise<Position> {
    const [last] = await this.read(readLog({ from: null, direction: 'backwards', limit: 1 }));
    return last === undefined ? ('0' as Position) : placeOf(last).position;
  }

  /** The next events after a position. @throws ForeignEventError in a category asked for by name */
  async page({ after, limit, categories }: ReadAllOptions): Promise<readonly WireEvent[]> {
    const page: WireEvent[] = [];
    if (categories?.length === 0) return page;
    // The server begins with the event at the position itself.
    for (let [from, wanted] = [after, limit + 1]; page.length < limit; wanted = Math.max(wanted, PAGE)) {
      const answer = await this.read(readLog({ from, direction: 'forwards', limit: wanted, categories }));
      for (const recorded of answer) {
        const event = decode(recorded, categories !== undefined);
        if (event !== null && BigInt(event.position) > BigInt(from)) page.push(event);
      }
      if (answer.length < wanted) break;
      from = placeOf(answer.at(-1)!).position;
    }
    return page.slice(0, limit);
  }

  /** @throws ForeignEventError */
  async stream(stream: StreamName, part: StreamPart): Promise<readonly WireEvent[]> {
    checkStream(stream);
    const { from, to, direction = 'forwards', limit } = part;
    const lowest = BigInt(from ?? 0);
    const span = to === undefined ? Number.MAX_SAFE_INTEGER : Number(BigInt(to) - lowest) + 1;
    const count = Math.min(limit ?? Number.MAX_SAFE_INTEGER, span);
    if (count <= 0) return [];
    const start = direction === 'forwards' ? from : to;
    const found = await this.read(readOneStream(stream, start ?? null, direction, count));
    return found
      .map((recorded) => decode(recorded, true)!)
      .filter(({ revision }) => BigInt(revision) >= lowest && (to === undefined || BigInt(revision) <= BigInt(to)));
  }

  private async read(request: streams.ReadReq): Promise<readonly Recorded[]> {
    let found: Recorded[] = [];
    await this.connection.read(request, () => {
      found = [];
      return (event) => void found.push(event);
    });
    return found;
  }
}

/** An event which this store did not write: the whole log leaves it out, a stream or a category of ours may not hold it. */
export function decode(recorded: Recorded, isOurs: boolean): WireEvent | null {
  const event = wireEvent(recorded);
  if (event === null && isOurs) throw new ForeignEventError(placeOf(recorded));
  return event;
}
