import { openParts, type Parts } from '@redress/casework/kernel/parts.js';
import { readConfiguration } from '@redress/platform/configuration.js';
import { createLogger } from '@redress/platform/logging.js';
import type { ProjectionDefinition } from '@redress/processing/projection.js';
import { views } from '@redress/projections/registry.js';
import { asTyped, BadArgument } from '../arguments.js';
import { runningDatabaseUrl } from '../as-operator.js';

/** Runs with the log and the views of the database which `DATABASE_URL` names, or of the embedded one which runs. */
export async function withViews<T>(use: (parts: Parts, databaseUrl: string) => Promise<T>): Promise<T> {
  const configuration = readConfiguration(process.env);
  const databaseUrl = runningDatabaseUrl(configuration);
  const parts = openParts({ ...configuration, databaseUrl }, 'cli', createLogger('cli', 'error'));
  try {
    return await use(parts, databaseUrl);
  } finally {
    await parts.close();
  }
}

/** The view of a name, or all of them. @throws BadArgument naming those there are */
export function namedViews(word: string | null, argument: string): readonly ProjectionDefinition[] {
  if (word === 'all') return views;
  const found = views.find(({ name }) => name === word);
  if (found !== undefined) return [found];
  const names = views.map(({ name }) => name).join(', ');
  throw new BadArgument(argument, {
    zh: word === null ? `应指明视图：all 或 ${names}` : `没有视图 ${asTyped(word)}，只有 ${names}`,
    en: word === null ? `a view is expected: all, or one of ${names}` : `no such view; there are ${names}`,
  });
}
