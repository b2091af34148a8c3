import { randomUUID } from 'node:crypto';
import pg from 'pg';

export const eventsOfACase = 10;
/** What every contender gets which takes its connections from a pool; ours takes two. */
export const connections = 32;

/** An id with its time in front (UUIDv7), as ids of events are (invariant 4). */
export function timedId() {
  const time = Date.now().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}

/** About 600 bytes of JSON in data and meta. */
export function caseEvent(id = timedId()) {
  return {
    id,
    type: 'StatementRecorded',
    schema: 1,
    data: {
      party: 'complainant',
      text: 'The respondent confirmed receipt of the goods on 2026-01-15 and disputes the second instalment only.',
      attachments: [],
      amount: '128000.00',
      currency: 'CNY',
    },
    meta: {
      commandId: id,
      commandHash: '5a'.repeat(32),
      correlationId: id,
      causationId: null,
      actor: { id: 'officer-1', name: '王丽', role: 'mediator', organisation: 'office-huangpu' },
      occurredAt: '2026-03-02T09:00:00+08:00',
      hashAlgorithm: 'sha256',
    },
  };
}

/**
 * The loads of the append benchmark for a contender which appends one event: `append(stream, n, event, before)`, n
 * counting from 0 in its stream; what it answers is given to the next append of that stream as `before`.
 */
export function appendLoads(append) {
  return loads((callers) => ({
    callers,
    caller() {
      let [stream, n, before] = [null, eventsOfACase, null];
      return async () => {
        if (n === eventsOfACase) [stream, n, before] = [`case-${randomUUID()}`, 0, null];
        before = await append(stream, n++, caseEvent(), before);
        return 1;
      };
    },
  }));
}

export function loads(load) {
  return Object.fromEntries([1, 32, 128].map((callers) => [String(callers), load(callers)]));
}

/** Runs the load with 32 callers for a while, then has the planner learn the tables. */
export async function warmUp(url, contender, milliseconds) {
  const { callers, caller } = contender.loads['32'];
  const end = performance.now() + milliseconds;
  await Promise.all(
    Array.from({ length: callers }, async (_, n) => {
      const act = caller(n);
      while (performance.now() < end) await act();
    }),
  );
  await withClient(url, (client) => client.query('ANALYZE'));
}

export async function withClient(connectionString, use) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

/**
 * What a reader sees which follows the log from a checkpoint while 32 callers append: which acknowledged events it never
 * saw (lost), saw twice, or saw after a later position. `readAfter(checkpoint)` answers the next `{ id, position }`s in
 * the order the store gives them; null for a store whose log cannot be followed. Also the WAL an event.
 */
export async function checkAppends(url, size, append, readAfter) {
  return withClient(url, async (client) => {
    const wal = async () => BigInt((await client.query(`SELECT pg_current_wal_lsn() - '0/0' AS bytes`)).rows[0].bytes);
    const written = new Set();
    const seen = [];
    let writing = true;
    const follow = async () => {
      let checkpoint = null;
      for (let page; writing || page.length > 0;) {
        page = await readAfter(checkpoint);
        seen.push(...page);
        checkpoint = page.at(-1)?.position ?? checkpoint;
      }
    };
    const before = await wal();
    const following = readAfter === null ? Promise.resolve() : follow();
    await Promise.all(
      Array.from({ length: 32 }, async (_, caller) => {
        let [stream, n, last] = [null, eventsOfACase, null];
        for (let i = caller; i < size.followed; i += 32) {
          if (n === eventsOfACase) [stream, n, last] = [`case-${randomUUID()}`, 0, null];
          const event = caseEvent();
          last = await append(stream, n++, event, last);
          written.add(event.id);
        }
      }),
    );
    const walBytes = Math.round(Number((await wal()) - before) / written.size);
    writing = false;
    await following;
    if (readAfter === null) return { written: written.size, lost: 'no log', walBytes };
    const once = new Set(seen.map(({ id }) => id));
    return {
      written: written.size,
      lost: [...written].filter((id) => !once.has(id)).length,
      duplicated: seen.length - once.size,
      outOfOrder: seen.filter(({ position }, i) => i > 0 && BigInt(position) <= BigInt(seen[i - 1].position)).length,
      walBytes,
    };
  });
}
