/** The ladder's worker and nothing else, quick and with a short lease: its arguments are the database and the key's file. */
import { randomUUID } from 'node:crypto';
import { runEscalation } from '../../dist/apps/worker/src/escalation.js';
import { openParts } from '../../dist/libs/casework/kernel/parts.js';
import { LawDirectory } from '../../dist/libs/casework/reference/law-directory.js';
import { OfficeDirectory } from '../../dist/libs/organisation/office-directory.js';
import { createLogger } from '../../dist/libs/platform/logging.js';
import { ClockGuard } from '../../dist/libs/processing/timers/clock-guard.js';
import { runProjections } from '../../dist/libs/processing/runner.js';
import { escalations } from '../../dist/projections/escalations/projection.js';

const [databaseUrl, masterKeyPath] = process.argv.slice(2);
const parts = openParts({ databaseUrl, eventStoreUrl: null, masterKeyPath }, 'faults', createLogger('faults', 'error'));
const views = runProjections(parts.store, parts.pool, [escalations], { onError: () => undefined });
const escalation = runEscalation(
  {
    ...parts,
    law: new LawDirectory(parts.store),
    offices: new OfficeDirectory(parts.store),
    guard: new ClockGuard(parts.pool, parts.store, 3650),
    owner: randomUUID(),
  },
  { tickMs: 50, leaseSeconds: 1 },
);
console.log('the escalation worker runs');
process.on('SIGTERM', async () => {
  await escalation.stop();
  await views.stop();
  await parts.close();
});
