import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { ChainedRows, type ImportedRows } from '@redress/event-store/import/imported-rows.js';
import { MadeKeys } from '@redress/privacy/made-keys.js';
import { Vault } from '@redress/privacy/vault.js';
import type { Plan, Share } from './city.js';
import { generatedLog } from './generate-log.js';

export interface ShareOfWork {
  readonly plan: Plan;
  readonly share: Share;
  readonly secret: Uint8Array;
}

/** What comes first, when the database has it; then only that more is wanted. */
export interface SentRing {
  readonly master: { readonly id: string; readonly key: Uint8Array };
  readonly indexKey: Uint8Array;
}

/** Rows in the order of the log, each with the number of its case, and the keys which seal them. */
export interface GeneratedRows extends ImportedRows {
  /** -1: of the law or the organisation. */
  readonly numbers: Int32Array;
  readonly keys: string;
}

/** How many are sent before the first is asked for: memory holds no more. */
const AHEAD = 4;

const { plan, share, secret } = workerData as ShareOfWork;
const port = parentPort!;
const opening = once(port, 'message').then(([ring]) => {
  const { master, indexKey } = ring as SentRing;
  port.on('message', () => {
    owed++;
    askedForMore();
  });
  return new MadeKeys(secret, {
    master: { id: master.id, key: Buffer.from(master.key) },
    indexKey: Buffer.from(indexKey),
  });
});
let owed = AHEAD;
let askedForMore = () => undefined as void;

const told = new ChainedRows();
let numbers: number[] = [];

async function send(): Promise<void> {
  while (owed === 0) await new Promise<void>((resolve) => (askedForMore = resolve));
  owed--;
  const rows = told.take();
  const made = await opening;
  const message: GeneratedRows = { ...rows, numbers: Int32Array.from(numbers), keys: made.taken() };
  numbers = [];
  port.postMessage(message, [rows.bytes.buffer]);
}

const vault = opening.then((made) => new Vault(made));
for await (const append of generatedLog(plan, vault, share)) {
  // The law and the organisation are every part's; one of them tells of them.
  if (append.number === null && share.nth > 0) continue;
  for (let rows = told.add(append); rows > 0; rows--) numbers.push(append.number ?? -1);
  if (told.isFull) await send();
}
await send();
port.postMessage(null);
port.close();
