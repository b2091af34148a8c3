import { fileURLToPath } from 'node:url';
import { existsSync } from 'node:fs';
import { readConfiguration } from '@redress/platform/configuration.js';
import { reportReady, whenParentLeaves } from '@redress/platform/child.js';
import { createLogger } from '@redress/platform/logging.js';
import { OperatorError } from '@redress/platform/operator-error.js';
import { runMain } from '@redress/platform/run-main.js';
import { openParts } from '@redress/casework/kernel/parts.js';
import { createServer } from './server.js';

await runMain(async () => {
  const {
    port,
    host,
    databaseUrl,
    eventStoreUrl,
    masterKeyPath,
    clockAheadDays,
    treeKeyPath,
    hashAlgorithm,
    demonstration,
    logLevel,
  } = readConfiguration(process.env);
  if (databaseUrl === null) throw new OperatorError('DATABASE_URL is needed: the api opens no database of its own.');
  const logger = createLogger('api', logLevel);
  const parts = openParts({ databaseUrl, eventStoreUrl, hashAlgorithm, masterKeyPath, clockAheadDays }, 'api', logger);
  await parts.privacy.ring.open();
  const pages = fileURLToPath(new URL('../../../../apps/web/dist', import.meta.url));
  const settings = {
    demonstration,
    webRoot: existsSync(pages) ? pages : null,
    ...(eventStoreUrl === null && { treeKeyPath }),
  };
  const app = await createServer({ ...parts, settings });
  whenParentLeaves(async () => {
    await app.close();
    await parts.close();
  });
  await app.listen(port, host);
  logger.info({ port, host }, 'the api listens');
  reportReady();
});
