import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pool, PoolClient } from 'pg';
import { openPool } from '@redress/platform/database.js';
import { migrate } from '@redress/platform/migrate.js';
import { testDatabase } from '../../../test/database.js';
import { chainHash, GENESIS } from '../chain.js';
import { envelopeText } from '../envelope.js';
import { CreateEventStore1763700000000 } from '../migrations/create-event-store.js';
import type { SourcedHead } from './fault.js';
import { readHeadsFile } from './heads-file.js';
import { CreateTree1795390000000 } from './migrations/create-tree.js';
import { signHead } from './sign-heads.js';
import { openSigningKey, type SigningKey } from './signing-key.js';
import { fillLog } from './testing/filled-log.js';
import { keyIdOf, signTreeHead } from './tree-head.js';
import { verifyLog, type Verification, type VerifyOptions } from './verify-log.js';

const EVENTS = 600;
const STREAMS = 7;
/** An event in the middle, its stream's neighbours 7 positions away; the head before it covers 300, the next 450. */
const VICTIM = 400;

type Change = string | ((client: PoolClient) => Promise<unknown>);
type Given = Partial<Pick<VerifyOptions, 'heads' | 'publicKeys'>>;

describe('A verification of the whole log', () => {
  let folder: string;
  let key: SigningKey;
  let heads: readonly SourcedHead[];

  /** A log of 600 events in 7 streams taking turns, signed at 150, 300, 450 and 600. */
  const signedLog = {
    name: 'the signed log',
    async prepare(url: string): Promise<void> {
      await migrate(url, [CreateEventStore1763700000000, CreateTree1795390000000]);
      const pool = openPool(url, { applicationName: 'fill' });
      await fillLog(pool, { events: EVENTS, streams: STREAMS, data: (n) => ({ n, 说明: `第${n}件` }) });
      await signAt(pool, [150, 300, 450, 600]);
      await pool.end();
    },
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'redress-proof-'));
    key = openSigningKey(join(folder, 'key.pem'));
    await (await testDatabase(signedLog)).drop();
    heads = (await readHeadsFile(join(folder, 'heads.jsonl'))).map((head) => ({ source: 'file', head }));
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  async function signAt(pool: Pool, positions: readonly number[]): Promise<void> {
    for (const position of positions) {
      await pool.query('UPDATE es.counter SET position = $1', [position]);
      await signHead({ pool, key, headsPath: join(folder, 'heads.jsonl') });
    }
  }

  /** Changes a copy of the log as one can who owns the server, and verifies it. */
  async function verifyAfter(change: Change, given: Given = {}): Promise<Verification> {
    const database = await testDatabase(signedLog);
    const client = await database.pool.connect();
    try {
      for (const table of ['events', 'tree_heads', 'tree_nodes'])
        await client.query(`ALTER TABLE es.${table} DISABLE TRIGGER ALL`);
      await (typeof change === 'string' ? client.query(change) : change(client));
      return await verifyLog(client, { heads, publicKeys: [key.publicKey], onProgress: () => undefined, ...given });
    } finally {
      client.release();
      await database.drop();
    }
  }

  async function firstFault(change: Change, given: Given = {}) {
    const { proven, faults } = await verifyAfter(change, given);
    expect(proven).toBe(false);
    return faults[0];
  }

  const streamAt = async (client: PoolClient, position: number): Promise<{ stream: string; revision: string }> => {
    const { rows } = await client.query<{ stream: string; revision: string }>(
      'SELECT stream, revision FROM es.events WHERE position = $1',
      [position],
    );
    return rows[0]!;
  };

  /** What the seventh part of the positions before it gives: the streams take turns. */
  const revisionAt = (position: number) => String(Math.floor((position - 1) / STREAMS));

  it('proves a log that nobody changed, and says up to where it was signed', async () => {
    const verification = await verifyAfter('SELECT 1');
    expect(verification).toMatchObject({ proven: true, faults: [], events: EVENTS, streams: STREAMS });
    expect(verification).toMatchObject({ heads: 4, signedUpTo: '600', rootHash: heads.at(-1)!.head.rootHash });
  });

  it('proves an empty log', async () => {
    const empty = 'DELETE FROM es.events; DELETE FROM es.streams; DELETE FROM es.tree_heads; DELETE FROM es.tree_nodes';
    const counter = 'UPDATE es.counter SET position = 0';
    await expect(verifyAfter(`${empty}; ${counter}`, { heads: [] })).resolves.toMatchObject({
      proven: true,
      events: 0,
    });
  });

  it.each([
    ['data', `data = replace(data, '"n":399', '"n":398')`],
    ['data, by white space alone', `data = data || ' '`],
    ['meta', `meta = replace(meta, '王丽', '王莉')`],
    ['the type', `type = 'ClaimRejected'`],
    ['the schema', 'schema = 2'],
    ['the id', 'id = gen_random_uuid()'],
    ['the hash', `hash = decode(repeat('00', 32), 'hex')`],
  ])('names the event of which %s was altered', async (_what, set) => {
    await expect(firstFault(`UPDATE es.events SET ${set} WHERE position = ${VICTIM}`)).resolves.toMatchObject({
      what: 'altered',
      position: '400',
      revision: revisionAt(VICTIM),
    });
  });

  it('names the event to which a part of its neighbour column was moved, though the bytes of its envelope stay', async () => {
    // data {"a":{"x":1,"id":"<uuid>","meta":{…}}} read as data {"a":{"x":1 with another id and meta.
    const moved = async (client: PoolClient) => {
      const stream = 'contract-border';
      const inner = '11111111-1111-8111-8111-111111111111';
      const event = { id: '22222222-2222-8222-8222-222222222222', type: 'T', schema: 1 };
      const data = `{"a":{"b":1,"id":"${inner}","meta":{}}}`;
      const hash = chainHash('sha256', GENESIS, envelopeText(stream, '0', { ...event, data, meta: '{}' }));
      await client.query(
        `INSERT INTO es.events (position, stream, revision, id, type, schema, data, meta, hash, recorded_at)
         VALUES (601, $1, 0, $2, 'T', 1, $3, $4, $5, now())`,
        [stream, inner, '{"a":{"b":1', `{}}},"id":"${event.id}","meta":{}`, hash],
      );
      await client.query('INSERT INTO es.streams (stream, revision, hash) VALUES ($1, 0, $2)', [stream, hash]);
      await client.query('UPDATE es.counter SET position = 601');
    };
    await expect(firstFault(moved)).resolves.toMatchObject({ what: 'altered', position: '601', revision: '0' });
  });

  it('names both events of which one was altered together with its hash', async () => {
    await expect(firstFault((client) => forge(client, VICTIM))).resolves.toMatchObject({
      what: 'altered',
      position: '407',
      also: { position: '400', revision: revisionAt(VICTIM) },
    });
  });

  it('names an altered last event of a stream by the head kept of the stream, and the signed heads find it too', async () => {
    const last = 597;
    const { faults } = await verifyAfter((client) => forge(client, last));
    expect(faults).toMatchObject([
      { what: 'headDiffers', position: '451', lastPosition: '600' },
      { what: 'streamHeadDiffers', position: '597', revision: revisionAt(last) },
    ]);
  });

  it('finds a whole stream written anew by the signed heads, between the last that matches and the first that does not', async () => {
    await expect(firstFault((client) => rewrite(client, VICTIM))).resolves.toMatchObject({
      what: 'headDiffers',
      position: '301',
      lastPosition: '450',
      head: { source: 'file', head: { size: 450 } },
    });
  });

  it('narrows that to 256 events by the kept nodes, where a signed root vouches for them', async () => {
    const change = `DELETE FROM es.tree_heads;
      UPDATE es.events SET recorded_at = recorded_at + interval '1 microsecond' WHERE position = ${VICTIM}`;
    await expect(firstFault(change, { heads: heads.slice(-1) })).resolves.toMatchObject({
      what: 'headDiffers',
      position: '257',
      lastPosition: '512',
    });
  });

  it('names an altered time by the order it breaks, or else by the signed heads', async () => {
    const at = (set: string) => `UPDATE es.events SET recorded_at = ${set} WHERE position = ${VICTIM}`;
    await expect(firstFault(at(`recorded_at - interval '1 hour'`))).resolves.toMatchObject({
      what: 'timeWentBack',
      position: '400',
      also: { position: '399' },
    });
    await expect(firstFault(at(`recorded_at + interval '1 hour'`))).resolves.toMatchObject({
      what: 'timeWentBack',
      position: '401',
      also: { position: '400' },
    });
    await expect(firstFault(at(`'infinity'`))).resolves.toMatchObject({ what: 'timeWentBack', position: '401' });
    await expect(firstFault(at(`recorded_at + interval '1 microsecond'`))).resolves.toMatchObject({
      what: 'headDiffers',
      position: '301',
      lastPosition: '450',
    });
  });

  it('names a deleted event: its position, stream and revision', async () => {
    let stream = '';
    const remove = async (client: PoolClient) => {
      ({ stream } = await streamAt(client, VICTIM));
      await client.query('DELETE FROM es.events WHERE position = $1', [VICTIM]);
    };
    const found = await firstFault(remove);
    expect(found).toMatchObject({ what: 'missing', position: '400', stream, revision: revisionAt(VICTIM) });
  });

  it('names a deleted event when the later positions were closed up', async () => {
    const closeUp = `DELETE FROM es.events WHERE position = ${VICTIM};
      UPDATE es.events SET position = -position + 1000000 WHERE position > ${VICTIM};
      UPDATE es.events SET position = 1000000 - position - 1 WHERE position > 1000;
      UPDATE es.counter SET position = 599`;
    await expect(firstFault(closeUp)).resolves.toMatchObject({
      what: 'missing',
      position: '406',
      revision: revisionAt(VICTIM),
    });
  });

  it('names the first of two swapped events of one stream, and where the right one stands', async () => {
    await expect(firstFault(swap(VICTIM, VICTIM + STREAMS))).resolves.toMatchObject({
      what: 'swapped',
      position: '400',
      revision: revisionAt(407),
      also: { position: '407', revision: revisionAt(400) },
    });
  });

  it('finds two swapped events of different streams by their times, or else by the signed heads', async () => {
    await expect(firstFault(swap(VICTIM, VICTIM + 1))).resolves.toMatchObject({
      what: 'timeWentBack',
      position: '401',
      also: { position: '400' },
    });
    const sameTime = `${swap(VICTIM, VICTIM + 1)}; UPDATE es.events SET recorded_at =
      (SELECT recorded_at FROM es.events WHERE position = 399) + (position - 399) * interval '1 millisecond'
      WHERE position IN (400, 401)`;
    await expect(firstFault(sameTime)).resolves.toMatchObject({
      what: 'headDiffers',
      position: '301',
      lastPosition: '450',
    });
  });

  it('finds a removed end of the log by the counter and by the heads of the streams', async () => {
    const { faults } = await verifyAfter('DELETE FROM es.events WHERE position > 590', { heads: [] });
    expect(faults.map(({ what, position }) => ({ what, position }))).toEqual([
      { what: 'missing', position: null },
      { what: 'truncated', position: '591' },
      { what: 'truncated', position: '591' },
    ]);
  });

  it('finds a removed end by a head from outside, the database being put back in all its parts', async () => {
    await expect(firstFault(truncate)).resolves.toMatchObject({
      what: 'truncated',
      position: '591',
      lastPosition: '600',
      head: { source: 'file', head: { size: 600 } },
    });
    const byHand: SourcedHead = { source: 'given', head: heads.at(-1)!.head };
    await expect(firstFault(truncate, { heads: [byHand] })).resolves.toMatchObject({
      what: 'truncated',
      position: '591',
    });
  });

  it('cannot find a removed end without a head from outside', async () => {
    await expect(verifyAfter(truncate, { heads: [] })).resolves.toMatchObject({ proven: true, events: 590 });
  });

  it('names a stream whose kept head was altered or removed, and a counter put back', async () => {
    const victim = '(SELECT stream FROM es.events WHERE position = 3)';
    for (const change of [`UPDATE es.streams SET hash = decode(repeat('00', 32), 'hex')`, 'DELETE FROM es.streams'])
      await expect(firstFault(`${change} WHERE stream = ${victim}`)).resolves.toMatchObject({
        what: 'streamHeadDiffers',
        revision: '85',
      });
    await expect(firstFault('UPDATE es.counter SET position = 599')).resolves.toMatchObject({
      what: 'counterDiffers',
      position: '599',
    });
  });

  it('names an altered node of the kept tree', async () => {
    await expect(
      firstFault(`UPDATE es.tree_nodes SET hash = decode(repeat('00', 32), 'hex') WHERE index = 1`),
    ).resolves.toMatchObject({ what: 'treeNodeDiffers', position: '257', lastPosition: '512' });
  });

  it('refuses heads of a key nobody gave, and heads whose words were altered', async () => {
    const stranger = generateKeyPairSync('ed25519');
    const { size, position, rootHash, at } = heads[0]!.head;
    const forged = signTreeHead({ size, position, rootHash, at }, stranger.privateKey, keyIdOf(stranger.publicKey));
    const given = (head: typeof forged): Given => ({ heads: [{ source: 'given', head }] });
    await expect(firstFault('SELECT 1', given(forged))).resolves.toMatchObject({ what: 'keyUnknown' });
    await expect(firstFault('SELECT 1', given({ ...forged, keyId: key.keyId }))).resolves.toMatchObject({
      what: 'signatureInvalid',
    });
    await expect(firstFault('SELECT 1', { publicKeys: [stranger.publicKey] })).resolves.toMatchObject({
      what: 'keyUnknown',
    });
    await expect(
      firstFault(`UPDATE es.tree_heads SET at = at + interval '1 second' WHERE size = 150`),
    ).resolves.toMatchObject({
      what: 'signatureInvalid',
      head: { source: 'table', head: { size: 150 } },
    });
  });

  /** Alters an event and makes its hash fit, the end of its stream too when it is the last. */
  async function forge(client: PoolClient, position: number): Promise<void> {
    await rewriteFrom(client, position, 1);
  }

  /** Alters an event and makes its whole stream fit, its kept head too. */
  async function rewrite(client: PoolClient, position: number): Promise<void> {
    const hash = await rewriteFrom(client, position, Number.MAX_SAFE_INTEGER);
    const { stream } = await streamAt(client, position);
    await client.query('UPDATE es.streams SET hash = $2 WHERE stream = $1', [stream, hash]);
  }

  async function rewriteFrom(client: PoolClient, position: number, limit: number): Promise<Uint8Array> {
    const { stream, revision } = await streamAt(client, position);
    await client.query(`UPDATE es.events SET data = replace(data, '"n":', '"m":') WHERE position = $1`, [position]);
    const { rows } = await client.query<{
      revision: string;
      hash: Buffer;
      id: string;
      type: string;
      schema: number;
      data: string;
      meta: string;
    }>('SELECT * FROM es.events WHERE stream = $1 AND revision >= $2 - 1 ORDER BY revision', [stream, revision]);
    let previous: Uint8Array = rows[0]!.hash;
    for (const event of rows.slice(1, 1 + limit)) {
      previous = chainHash('sha256', previous, envelopeText(stream, event.revision, event));
      await client.query('UPDATE es.events SET hash = $2 WHERE id = $1', [event.id, previous]);
    }
    return previous;
  }

  async function truncate(client: PoolClient): Promise<void> {
    await client.query(`
      DELETE FROM es.events WHERE position > 590;
      DELETE FROM es.tree_heads WHERE size > 590;
      UPDATE es.counter SET position = 590;
      UPDATE es.streams s SET (revision, hash) =
        (SELECT e.revision, e.hash FROM es.events e WHERE e.stream = s.stream ORDER BY e.revision DESC LIMIT 1)`);
  }

  function swap(a: number, b: number): string {
    return `UPDATE es.events SET position = 1000000 WHERE position = ${a};
      UPDATE es.events SET position = ${a} WHERE position = ${b};
      UPDATE es.events SET position = ${b} WHERE position = 1000000`;
  }
});
