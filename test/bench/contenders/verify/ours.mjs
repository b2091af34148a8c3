import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openSigningKey } from '../../../../dist/libs/event-store/proof/signing-key.js';
import { signHead } from '../../../../dist/libs/event-store/proof/sign-heads.js';
import { verifyLog } from '../../../../dist/libs/event-store/proof/verify-log.js';
import { filledLog, wholeLog } from './filled.mjs';

/** As `redress verify` does it, the signed heads of the table compared. */
export async function open(url, size) {
  const client = await filledLog(url, size);
  const folder = mkdtempSync(join(tmpdir(), 'redress-bench-heads-'));
  const key = openSigningKey(join(folder, 'key.pem'));
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  await signHead({ pool, key, headsPath: join(folder, 'heads.jsonl') });
  await pool.end();
  rmSync(folder, { recursive: true });
  const verified = () => verifyLog(client, { heads: [], publicKeys: [key.publicKey], onProgress: () => undefined });
  return {
    loads: wholeLog(async () => {
      const { proven, events } = await verified();
      if (!proven || events !== size.events) throw new Error(`${events} events verified of ${size.events}`);
      return events;
    }),
    /** One byte of one event, changed behind the triggers, is found where it is. */
    async check() {
      const { heads, signedUpTo } = await verified();
      const position = String(Math.floor(size.events * 0.7));
      await client.query('ALTER TABLE es.events DISABLE TRIGGER events_are_immutable');
      await client.query(`UPDATE es.events SET data = replace(data, '128000.00', '128000.01') WHERE position = $1`, [
        position,
      ]);
      const { faults } = await verified();
      const found = faults[0]?.what === 'altered' && faults[0].position === position;
      return { written: size.events, heads, signedUpTo: Number(signedUpTo), alteredFound: found ? 'yes' : 'no' };
    },
  };
}
