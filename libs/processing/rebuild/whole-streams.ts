import type { Position, RecordedEvent, StreamName } from '@redress/event-store/port.js';
import { byStream } from '../fold-page.js';
import type { Place, StreamSource } from './stream-source.js';

export interface WholeStream {
  readonly stream: StreamName;
  readonly events: readonly RecordedEvent[];
}

/**
 * The streams of a stretch of the log in the order of their names, each with all of its events, some `batch` events at once. The next
 * batch is asked for before this one is worked on.
 */
export async function* wholeStreams(
  source: StreamSource,
  between: { readonly after: StreamName; readonly upTo: StreamName | null },
  upTo: Position,
  batch: number,
): AsyncGenerator<readonly WholeStream[]> {
  const read = (place: Place) => {
    const reading = source.read(place, between.upTo, upTo, batch);
    // A fault is met where the page is awaited.
    reading.catch(() => undefined);
    return reading;
  };
  // Beyond every revision: the stream of the cursor is done.
  let reading = read({ stream: between.after, revision: '9223372036854775807' });
  let begun: readonly RecordedEvent[] = [];
  for (;;) {
    const page = await reading;
    const last = page.at(-1);
    if (last === undefined) break;
    reading = read(last);
    const streams = [...byStream([...begun, ...page])].map(([stream, events]) => ({ stream, events }));
    // The last one may go on in the next page.
    begun = streams.pop()!.events;
    if (streams.length > 0) yield streams;
  }
  if (begun.length > 0) yield [{ stream: begun[0]!.stream, events: begun }];
}
