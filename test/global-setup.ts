import { existsSync } from 'node:fs';
import Module from 'node:module';
import type { DatabaseService } from './database-service.js';

interface Resolver {
  _resolveFilename(request: string, ...rest: unknown[]): string;
}

/**
 * Jest transforms what its global set-up requires, but resolves it as Node does, and our imports end in `.js`. The service is
 * loaded here in full, for Jest takes its transformer away again afterwards.
 */
function requireTypeScript(path: string): { startDatabaseService(): Promise<DatabaseService> } {
  const resolver = Module as unknown as Resolver;
  const plain = resolver._resolveFilename;
  resolver._resolveFilename = function (request, parent, ...rest) {
    const source = request.startsWith('.') ? request.replace(/\.js$/, '.ts') : request;
    const from = (parent as { filename?: string } | undefined)?.filename;
    const known = from !== undefined && existsSync(new URL(source, `file://${from}`));
    return plain.call(this, known ? source : request, parent, ...rest);
  };
  try {
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    return require(path) as ReturnType<typeof requireTypeScript>;
  } finally {
    resolver._resolveFilename = plain;
  }
}

/** Once a Jest run, before its workers: opens the service from which each spec file takes its database (database.ts). */
export default async function globalSetup(): Promise<void> {
  const service = await requireTypeScript('./database-service.ts').startDatabaseService();
  process.env.REDRESS_TEST_DATABASES = service.address;
  (globalThis as { redressTestDatabases?: DatabaseService }).redressTestDatabases = service;
}
