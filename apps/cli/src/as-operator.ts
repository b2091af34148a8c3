import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { Sessions } from '@redress/access/sessions.js';
import type { Account } from '@redress/access/account.js';
import { openParts, type Parts } from '@redress/casework/kernel/parts.js';
import { readConfiguration, type Configuration } from '@redress/platform/configuration.js';
import { runningServerUrl } from '@redress/platform/embedded-postgres/running.js';
import { createLogger } from '@redress/platform/logging.js';
import { ClockAheadError } from '@redress/processing/timers/clock-guard.js';
import { BadArgument } from './arguments.js';

export interface AtTheDesk {
  readonly parts: Parts;
  readonly account: Account;
  readonly commandId: string;
}

/**
 * Runs an operator's command on the log, signed in as the account named. The password is that of `REDRESS_PASSWORD`, or else
 * the first line of standard input: a command line is seen by every user of the machine. @throws BadArgument
 */
export async function asOperator<T>(accountName: string, use: (desk: AtTheDesk) => Promise<T>): Promise<T> {
  const configuration = readConfiguration(process.env);
  const databaseUrl = runningDatabaseUrl(configuration);
  const password = await givenPassword();
  const parts = openParts(
    {
      databaseUrl,
      eventStoreUrl: configuration.eventStoreUrl,
      hashAlgorithm: configuration.hashAlgorithm,
      masterKeyPath: configuration.masterKeyPath,
    },
    'cli',
    createLogger('cli', 'error'),
  );
  try {
    const signedIn = await new Sessions(parts.pool).signIn(accountName, password, hostname());
    if (signedIn.outcome !== 'signedIn')
      throw new BadArgument('--account', {
        zh: signedIn.outcome === 'refused' ? '账号或密码不对' : `尝试过多，请等 ${signedIn.retryAfterSeconds} 秒`,
        en: signedIn.outcome === 'refused' ? 'unknown, or the password is wrong' : 'too many attempts, wait a while',
      });
    await new Sessions(parts.pool).signOut(signedIn.token);
    return await use({ parts, account: signedIn.account, commandId: randomUUID() });
  } catch (error) {
    if (!(error instanceof ClockAheadError)) throw error;
    throw new BadArgument('clock', {
      zh: '数据库时钟超前，确认之前不予记录：redress clock show',
      en: 'the clock is ahead, and nothing is recorded before it is confirmed: redress clock show',
    });
  } finally {
    await parts.close();
  }
}

/** The database that `DATABASE_URL` names, or the embedded one which `npm start` runs. @throws BadArgument */
export function runningDatabaseUrl({ databaseUrl, dataFolder }: Configuration): string {
  const url = databaseUrl ?? runningServerUrl(join(dataFolder, 'postgres'), 'redress');
  if (url !== null) return url;
  throw new BadArgument('DATABASE_URL', {
    zh: '没有运行中的数据库：先 npm start，或指明 DATABASE_URL',
    en: 'no database runs: npm start first, or name one by DATABASE_URL',
  });
}

async function givenPassword(): Promise<string> {
  const { REDRESS_PASSWORD } = process.env;
  if (REDRESS_PASSWORD !== undefined) return REDRESS_PASSWORD;
  if (process.stdin.isTTY) process.stderr.write('密码（回车结束，会显示在屏幕上） · password (it is shown): ');
  const lines = createInterface({ input: process.stdin });
  for await (const line of lines) return line;
  return '';
}
