import { randomUUID } from 'node:crypto';
import { openParts } from '@redress/casework/kernel/parts.js';
import { LawDirectory } from '@redress/casework/reference/law-directory.js';
import { reportReady, whenParentLeaves } from '@redress/platform/child.js';
import { readConfiguration } from '@redress/platform/configuration.js';
import { createLogger } from '@redress/platform/logging.js';
import { OperatorError } from '@redress/platform/operator-error.js';
import { runProjections } from '@redress/processing/runner.js';
import { views } from '@redress/projections/registry.js';
import { runEscalation } from './escalation.js';

const { databaseUrl, eventStoreUrl, logLevel } = readConfiguration(process.env);
if (databaseUrl === null) throw new OperatorError('DATABASE_URL is needed: the worker opens no database of its own.');
const logger = createLogger('worker', logLevel);
const parts = openParts({ databaseUrl, eventStoreUrl }, 'worker', logger);
const onError = (error: unknown, view: string) => logger.error({ err: error, view }, 'a view could not go on');
const projections = runProjections(parts.store, parts.pool, views, { onError });
const escalation = runEscalation({ ...parts, law: new LawDirectory(parts.store), owner: randomUUID() });
whenParentLeaves(async () => {
  await escalation.stop();
  await projections.stop();
  await parts.close();
});
logger.info('the worker runs');
reportReady();
