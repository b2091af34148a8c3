import { once } from 'node:events';
import { from as copyFrom } from 'pg-copy-streams';
import { caseEvent, withClient } from '../case-work.mjs';

/** COPY of one row an event, of the size of an event, into a table without an index: nothing read, nothing folded. */
export async function open(url, { cases }) {
  const events = cases * 9;
  await withClient(url, (client) => client.query('CREATE TABLE copied (id uuid, data text, meta text)'));
  const lines = Array.from({ length: 1_000 }, () => {
    const { id, data, meta } = caseEvent();
    return `${id}\t${JSON.stringify(data)}\t${JSON.stringify(meta)}\n`;
  }).join('');
  return {
    loads: {
      one: {
        callers: 1,
        once: true,
        caller: () => () =>
          withClient(url, async (client) => {
            await client.query('TRUNCATE copied');
            const copy = client.query(copyFrom('COPY copied FROM STDIN'));
            const done = once(copy, 'finish');
            for (let sent = 0; sent < events; sent += 1_000) if (!copy.write(lines)) await once(copy, 'drain');
            copy.end();
            await done;
            return Math.ceil(events / 1_000) * 1_000;
          }),
      },
    },
    check: () => ({ events }),
  };
}
