import { randomUUID } from 'node:crypto';
import { openSigningKey } from '@redress/event-store/proof/signing-key.js';
import { signHeads } from '@redress/event-store/proof/sign-heads.js';
import { openParts } from '@redress/casework/kernel/parts.js';
import { followMergers } from '@redress/casework/linking/follow-mergers.js';
import { LawDirectory } from '@redress/casework/reference/law-directory.js';
import { OfficeDirectory } from '@redress/organisation/office-directory.js';
import { reportReady, whenParentLeaves } from '@redress/platform/child.js';
import { readConfiguration } from '@redress/platform/configuration.js';
import { openPool } from '@redress/platform/database.js';
import { createLogger } from '@redress/platform/logging.js';
import { OperatorError } from '@redress/platform/operator-error.js';
import { runMain } from '@redress/platform/run-main.js';
import { eraseForgotten } from '@redress/privacy/forgetting/erase-forgotten.js';
import { ClockGuard } from '@redress/processing/timers/clock-guard.js';
import { runProjections } from '@redress/processing/runner.js';
import { views, viewsModule } from '@redress/projections/registry.js';
import { runEscalation } from './escalation.js';
import { tell } from './notices/tell.js';

/** How often a head is signed while the log grows. */
const headEveryMs = 60_000;

await runMain(async () => {
  const {
    databaseUrl,
    eventStoreUrl,
    hashAlgorithm,
    masterKeyPath,
    clockAheadDays,
    logLevel,
    treeHeadsPath,
    treeKeyPath,
    ...ways
  } = readConfiguration(process.env);
  if (databaseUrl === null) throw new OperatorError('DATABASE_URL is needed: the worker opens no database of its own.');
  const logger = createLogger('worker', logLevel);
  const parts = openParts(
    { databaseUrl, eventStoreUrl, hashAlgorithm, masterKeyPath, clockAheadDays },
    'worker',
    logger,
  );
  await parts.privacy.ring.open();
  const onError = (error: unknown, view: string) => logger.error({ err: error, view }, 'a view could not go on');
  const threads = { databaseUrl, module: viewsModule };
  // Each view holds a session while it writes a page: nobody else waits for one.
  const viewPool = openPool(databaseUrl, { applicationName: 'redress-views', max: views.length + 6 });
  const projections = runProjections(parts.store, viewPool, views, { onError, threads });
  const escalation = runEscalation({
    ...parts,
    guard: new ClockGuard(parts.pool, parts.store, clockAheadDays),
    law: new LawDirectory(parts.store),
    offices: new OfficeDirectory(parts.store),
    owner: randomUUID(),
  });
  const erasing = eraseForgotten(parts.store, parts.pool, (error) =>
    logger.error({ err: error }, 'the keys of the forgotten could not be destroyed'),
  );
  const mergers = followMergers(parts, (error) =>
    logger.error({ err: error }, 'a merged case could not be given to the other'),
  );
  const notices = tell(parts, ways);
  const stop = new AbortController();
  // The tree is of the log in PostgreSQL; EventStoreDB keeps positions of its own kind.
  const signing =
    eventStoreUrl === null
      ? signHeads(
          { pool: parts.pool, key: openSigningKey(treeKeyPath), headsPath: treeHeadsPath },
          headEveryMs,
          stop.signal,
          (error) => logger.error({ err: error }, 'the head of the tree could not be signed'),
        )
      : Promise.resolve();
  whenParentLeaves(async () => {
    stop.abort();
    await signing;
    await erasing.stop();
    await mergers.stop();
    await notices.stop();
    await escalation.stop();
    await projections.stop();
    await viewPool.end();
    await parts.close();
  });
  logger.info('the worker runs');
  reportReady();
});
