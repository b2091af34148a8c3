import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import type { NewEvent, Position, StreamName } from '../port.js';
import type { ContractAdapter, Property } from './property.js';
import { assertAppended, freshCategory, freshStream, readOn, sampleEvents, until } from './samples.js';

export function breakProperties({ store, breakOff }: ContractAdapter): Property[] {
  const cannot = breakOff === null ? 'there is no connection to cut' : undefined;

  /** As a sender does: the same append until it is answered, whatever the connection says (it is written once). */
  const appendUntilAnswered = async (stream: StreamName, events: readonly NewEvent[]) => {
    for (let attempt = 0; ; attempt++)
      try {
        return assertAppended(await store().append(stream, 'none', events));
      } catch (error) {
        if (attempt === 50) throw error;
        await pause(20);
      }
  };

  return [
    {
      number: 46,
      name: 'a subscription whose connection is cut again and again hands over each event once, in order',
      cannot,
      run: async () => {
        const category = freshCategory();
        const seen: string[] = [];
        const subscription = store().subscribe({
          after: '0' as Position,
          categories: [category],
          onEvent: ({ id }) => void seen.push(id),
        });
        const ids: string[] = [];
        for (let round = 0; round < 4; round++) {
          for (const event of sampleEvents(5)) {
            await appendUntilAnswered(freshStream(category), [event]);
            ids.push(event.id);
          }
          await breakOff!();
          await pause(20);
        }
        await until(() => seen.length >= ids.length);
        await pause(50);
        assert.deepEqual(seen, ids);
        await subscription.stop();
      },
    },
    {
      number: 46,
      name: 'an append whose connection is cut is in the log whole or not at all, and sent again it is there once',
      cannot,
      run: async () => {
        const [category, start] = [freshCategory(), await store().head()];
        const commands = Array.from({ length: 20 }, () => ({ stream: freshStream(category), events: sampleEvents(2) }));
        const sent = Promise.allSettled(commands.map(({ stream, events }) => store().append(stream, 'none', events)));
        await breakOff!();
        await sent;
        for (const { stream, events } of commands) {
          const recorded = await appendUntilAnswered(stream, events);
          assert.deepEqual(
            recorded.map(({ id }) => id),
            events.map(({ id }) => id),
          );
        }
        assert.equal((await readOn(store(), start, 1000, [category])).length, 40);
      },
    },
  ];
}
