import { MemoryEventStore } from '@redress/event-store/memory/memory-store.js';
import type { Position } from '@redress/event-store/port.js';
import { LogFeed } from './log-feed.js';
import { record, tally } from './testing/tally.js';

const position = (text: string) => text as Position;

it('a view which comes later takes together the small pages that others took one by one, up to a page in all', async () => {
  const store = new MemoryEventStore();
  const feed = new LogFeed(store, [tally, { ...tally, name: 'slow' }], 5);
  for (const after of ['0', '2', '4']) {
    await record(store, ['claim-a', 'claim-b']);
    expect((await feed.after(position(after), 'tally-board')).events).toHaveLength(2);
  }
  const { after, to, events } = await feed.after(position('0'), 'slow');
  expect([after, to, events.map((event) => event.position)]).toEqual(['0', '4', ['1', '2', '3', '4']]);
  expect((await feed.after(position('3'), 'slow')).events.map((event) => event.position)).toEqual(['4', '5', '6']);
});
