import type { KeyObject } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { Position, StreamName } from '../port.js';
import { copyRows } from './binary-copy.js';
import { HeadCheck } from './check-heads.js';
import { fault, positionOf, revisionOf, type Fault, type SourcedHead } from './fault.js';
import { KeptNodesCheck } from './kept-nodes-check.js';
import { locateFault, placed, type FaultyEvent } from './locate-fault.js';
import { readLog } from './log-rows.js';
import { LogVerifier, type EventFault } from './log-verifier.js';
import { headsAfter } from './tree-tables.js';

/** Read in one statement: a snapshot kept over the whole log would hold back the server's tidying of the counter's row. */
const PAGE = 20_000;

export interface VerifyOptions {
  /** Heads from outside the database: those which whoever holds the database cannot have changed. */
  readonly heads: readonly SourcedHead[];
  /** Keys whose signatures count. */
  readonly publicKeys: readonly KeyObject[];
  /** After each page: events verified, of so many. */
  readonly onProgress: (verified: number, of: number) => void;
}

export interface Verification {
  /** Nothing is at fault. */
  readonly proven: boolean;
  /** In the order of positions; those which have none come first. Of each kind the first. */
  readonly faults: readonly Fault[];
  /** Events re-derived and found right: all up to the first at fault. */
  readonly events: number;
  readonly streams: number;
  /** Root of the tree over these events, hex. */
  readonly rootHash: string;
  /** Signed heads which the log matches. */
  readonly heads: number;
  /** Up to here the log is the one that was signed; null when no head matches. Later events have their chains alone. */
  readonly signedUpTo: Position | null;
}

/**
 * Re-derives the whole log from its bytes and compares it with all that was kept of it: chains, revisions, positions,
 * times, the heads of the streams, the counter, the tree, the signed heads. The log may grow meanwhile.
 * The client is this call's alone; no transaction may be open on it.
 */
export async function verifyLog(client: ClientBase, options: VerifyOptions): Promise<Verification> {
  await client.query('SET enable_seqscan = off; SET enable_bitmapscan = off');
  const kept = (await headsAfter(client, 0)).map((head): SourcedHead => ({ source: 'table', head }));
  const heads = new HeadCheck([...options.heads, ...kept], options.publicKeys);
  const nodes = new KeptNodesCheck(client);
  const run = new Run(client, heads, nodes);

  const head = await counterOf(client);
  let before = -1;
  while (run.fault === null && run.verified > before && run.verified < head) {
    before = run.verified;
    await run.page();
    options.onProgress(run.verified, Math.max(head, run.verified));
  }
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  const found = await run.end(options.onProgress);
  await client.query('COMMIT');

  const faults = await nodes.conclude([...heads.faults, ...found]);
  const { matched, signedUpTo } = heads.result;
  return {
    proven: faults.length === 0,
    faults: [...faults].sort((a, b) => Number(a.position ?? 0) - Number(b.position ?? 0)),
    events: run.verified,
    streams: run.verifier.streams.count,
    rootHash: run.verifier.tree.root(),
    heads: matched,
    signedUpTo: signedUpTo === 0 ? null : positionOf(signedUpTo),
  };
}

class Run {
  readonly verifier: LogVerifier;
  fault: { readonly found: EventFault; readonly event: FaultyEvent } | null = null;

  constructor(
    private readonly client: ClientBase,
    private readonly heads: HeadCheck,
    private readonly nodes: KeptNodesCheck,
  ) {
    this.verifier = new LogVerifier(nodes.completed);
  }

  get verified(): number {
    return this.verifier.verified;
  }

  async page(): Promise<void> {
    const { verifier, heads } = this;
    await this.nodes.load(this.verified, this.verified + PAGE);
    let nextSize = heads.nextSize;
    await readLog(this.client, this.verified, PAGE, (event) => {
      if (this.fault !== null) return;
      const found = verifier.next(event);
      if (found !== null) {
        const { position, stream, revision } = event;
        this.fault = { found, event: { position, stream, revision } };
      } else if (verifier.verified === nextSize) {
        heads.compare(verifier.tree.root());
        nextSize = heads.nextSize;
      }
    });
  }

  /** In one snapshot: the rest of the log, and what the log says of itself. */
  async end(onProgress: VerifyOptions['onProgress']): Promise<readonly Fault[]> {
    const head = await counterOf(this.client);
    for (let before = -1; this.fault === null && this.verified > before;) {
      before = this.verified;
      await this.page();
      onProgress(this.verified, Math.max(head, this.verified));
    }
    if (this.fault !== null) return [await locateFault(this.client, this.fault.found, this.fault.event)];
    this.heads.end(this.verified);
    const faults: Fault[] = [];
    if (head !== this.verified)
      faults.push(
        head > this.verified
          ? fault('truncated', { position: positionOf(this.verified + 1), lastPosition: positionOf(head) })
          : fault('counterDiffers', { position: positionOf(head) }),
      );
    return [...faults, ...(await this.streamFaults())];
  }

  /** es.streams against the streams' ends as the events give them: the first that differs. */
  private async streamFaults(): Promise<readonly Fault[]> {
    const { streams } = this.verifier;
    let first: Fault | null = null;
    let rows = 0;
    await copyRows(this.client, 'SELECT stream, revision, hash FROM es.streams ORDER BY stream', (row) => {
      rows++;
      const stream = row.take().toString('utf8');
      const revision = row.takeInt8();
      const hash = row.take().toString('hex');
      const end = streams.find(stream);
      if (first !== null || (end?.revision === revision && end.hash === hash)) return;
      const reached = end?.revision ?? -1;
      first =
        revision > reached
          ? fault('missing', { stream, revision: revisionOf(reached + 1) })
          : fault('streamHeadDiffers', { stream, revision: revisionOf(reached) });
    });
    if (first !== null) return [await placed(this.client, first)];
    if (rows === streams.count) return [];
    const met = new Set<StreamName>();
    await copyRows(this.client, 'SELECT stream FROM es.streams', (row) => void met.add(row.take().toString('utf8')));
    const stream = [...streams.names()].find((name) => !met.has(name))!;
    const lost = fault('streamHeadDiffers', { stream, revision: revisionOf(streams.find(stream)!.revision) });
    return [await placed(this.client, lost)];
  }
}

async function counterOf(client: ClientBase): Promise<number> {
  const { rows } = await client.query<{ position: Position }>('SELECT position FROM es.counter');
  return Number(rows[0]?.position ?? 0);
}
