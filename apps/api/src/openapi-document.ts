import type { Pool } from 'pg';
import { MemoryEventStore } from '@redress/event-store/memory/memory-store.js';
import { createLogger } from '@redress/platform/logging.js';
import { openPrivacy } from '@redress/privacy/privacy.js';
import { createServer, openApi } from './server.js';

/** The OpenAPI document, as `GET /api/docs-json` gives it, without a database: documenting asks it nothing. */
export async function openApiDocument(): Promise<object> {
  const unasked = {} as Pool;
  const app = await createServer({
    pool: unasked,
    store: new MemoryEventStore(),
    clock: { now: () => Promise.reject(new Error('documenting needs no time')) },
    privacy: openPrivacy(unasked, '', true),
    logger: createLogger('openapi', 'fatal'),
    settings: { demonstration: false, webRoot: null },
  });
  try {
    return JSON.parse(JSON.stringify(openApi(app))) as object;
  } finally {
    await app.close();
  }
}
