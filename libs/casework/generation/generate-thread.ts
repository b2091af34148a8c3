import { parentPort, workerData } from 'node:worker_threads';
import { GatheredRows } from '@redress/event-store/import/gathered-rows.js';
import { AppendRows, type ImportedRows } from '@redress/event-store/import/imported-rows.js';
import { MadeKeys } from '@redress/privacy/made-keys.js';
import { Vault } from '@redress/privacy/vault.js';
import type { Plan, Share } from './city.js';
import { generatedLog } from './generate-log.js';

export interface ShareOfWork {
  readonly plan: Plan;
  readonly share: Share;
  readonly secret: Uint8Array;
  readonly ring: {
    readonly master: { readonly id: string; readonly key: Uint8Array };
    readonly indexKey: Uint8Array;
  };
}

/** Rows in the order of the log, each with the number of its case, and the keys which seal them. */
export interface GeneratedRows extends ImportedRows {
  /** -1: of the law or the organisation. */
  readonly numbers: Int32Array;
  readonly keys: string;
}

/** How many are sent before the first is asked for: memory holds no more. */
const AHEAD = 4;

const { plan, share, secret, ring } = workerData as ShareOfWork;
const made = new MadeKeys(secret, {
  master: { id: ring.master.id, key: Buffer.from(ring.master.key) },
  indexKey: Buffer.from(ring.indexKey),
});
const port = parentPort!;
let owed = AHEAD;
let askedForMore = () => undefined as void;
port.on('message', () => {
  owed++;
  askedForMore();
});

const chain = new AppendRows();
const gathered = new GatheredRows();
let numbers: number[] = [];

async function send(): Promise<void> {
  while (owed === 0) await new Promise<void>((resolve) => (askedForMore = resolve));
  owed--;
  const rows = gathered.take();
  const message: GeneratedRows = { ...rows, numbers: Int32Array.from(numbers), keys: made.taken() };
  numbers = [];
  port.postMessage(message, [rows.bytes.buffer as ArrayBuffer]);
}

for await (const append of generatedLog(plan, new Vault(made), share)) {
  const { number, recordedAt } = append;
  // The law and the organisation are every part's; one of them tells of them.
  if (number === null && share.nth > 0) continue;
  const at = Date.parse(recordedAt);
  for (const row of chain.of(append)) {
    gathered.add(row, at);
    numbers.push(number ?? -1);
  }
  if (gathered.isFull) await send();
}
await send();
port.postMessage(null);
port.close();
