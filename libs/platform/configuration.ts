import { getHashes } from 'node:crypto';
import { join, resolve } from 'node:path';
import { OperatorError } from './operator-error.js';

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
export type LogLevel = (typeof logLevels)[number];

export const chainAlgorithms = ['sha256', 'sm3'] as const;
export type ChainAlgorithm = (typeof chainAlgorithms)[number];

/** Everything the environment decides. */
export interface Configuration {
  /** `PORT`, 3000: where the pages and the API are served. */
  readonly port: number;
  /** `HOST`, 127.0.0.1: the address listened on; 0.0.0.0 for every one of the machine. */
  readonly host: string;
  /** `DATABASE_URL`: a PostgreSQL that runs already; null for an embedded one. */
  readonly databaseUrl: string | null;
  /** `EVENT_STORE`: an EventStoreDB which holds the log, `esdb://…`; null for PostgreSQL. */
  readonly eventStoreUrl: string | null;
  /** `PG_BIN`: folder of PostgreSQL's programs, in place of the npm package's. */
  readonly pgBin: string | null;
  /** `REDRESS_DATA_DIR`, .data: absolute. */
  readonly dataFolder: string;
  /** `TREE_HEADS_PATH`: file to which the signed tree heads are appended; in a folder beside the data folder by default. */
  readonly treeHeadsPath: string;
  /** `TREE_KEY_PATH`: file of the key which signs them, made when missing; beside the data folder by default. */
  readonly treeKeyPath: string;
  /**
   * `MASTER_KEY_PATH`: file of the key under which all keys of personal data are kept, made at the first start; beside the
   * data folder by default.
   */
  readonly masterKeyPath: string;
  /** `HASH_ALGORITHM`, sha256: what new events are chained by; those there are keep theirs. */
  readonly hashAlgorithm: ChainAlgorithm;
  /**
   * `DEMONSTRATION`: whether the demonstration organisation, accounts and cases are loaded. On with the embedded database,
   * off with one of the operator's own, since the accounts' password is public.
   */
  readonly demonstration: boolean;
  /** `CLOCK_AHEAD_DAYS`, 14: how far past the newest event the clock may lie at a start without a confirmation. */
  readonly clockAheadDays: number;
  /** `PUBLIC_URL`: where people reach the pages, for the links in mails; `HOST` and `PORT` when not set. No slash at its end. */
  readonly publicUrl: string;
  /** `SMTP_URL`: the server that mails go out by, `smtp://…` or `smtps://…`; null: none go out. */
  readonly smtpUrl: string | null;
  /** `MAIL_FROM`: the sender of mails. */
  readonly mailFrom: string;
  /** `SMS_GATEWAY_URL`: where short messages are handed over by a signed call; null: none go out. */
  readonly smsGatewayUrl: string | null;
  /** `SMS_GATEWAY_KEY_PATH`: file of the key which signs those calls. */
  readonly smsGatewayKeyPath: string | null;
  /** `LOG_LEVEL`, info. */
  readonly logLevel: LogLevel;
}

/** @throws OperatorError naming the variable at fault */
export function readConfiguration(environment: NodeJS.ProcessEnv): Configuration {
  const read = <T>(name: string, fallback: T, parse: (text: string) => T | null, wanted: string): T => {
    const text = environment[name]?.trim();
    if (text === undefined || text === '') return fallback;
    const value = parse(text);
    if (value === null) throw new OperatorError(`${name}=${shown(name, text)} is not ${wanted}.`);
    return value;
  };
  const dataFolder = read('REDRESS_DATA_DIR', resolve('.data'), (text) => resolve(text), 'a folder');
  // Outside the data folder: whoever loses it, or puts an old copy back, is told so by these.
  const besideData = `${dataFolder}-proof`;
  const databaseUrl = read<string | null>(
    'DATABASE_URL',
    null,
    parseDatabaseUrl,
    'a postgresql:// address which names a database',
  );
  const port = read('PORT', 3000, parsePort, 'a port number from 1 to 65535');
  const host = read('HOST', '127.0.0.1', (text) => (/^[\w.:-]+$/.test(text) ? text : null), 'a host name or address');
  return {
    port,
    host,
    databaseUrl,
    eventStoreUrl: read<string | null>(
      'EVENT_STORE',
      null,
      (text) => (/^esdb(\+discover)?:\/\/[^/]/.test(text) ? text : null),
      'an esdb:// or esdb+discover:// address',
    ),
    pgBin: read<string | null>('PG_BIN', null, (text) => resolve(text), 'a folder'),
    dataFolder,
    treeHeadsPath: read('TREE_HEADS_PATH', join(besideData, 'tree-heads.jsonl'), (text) => resolve(text), 'a file'),
    treeKeyPath: read('TREE_KEY_PATH', join(besideData, 'tree-key.pem'), (text) => resolve(text), 'a file'),
    masterKeyPath: read('MASTER_KEY_PATH', join(besideData, 'master-key'), (text) => resolve(text), 'a file'),
    hashAlgorithm: read<ChainAlgorithm>(
      'HASH_ALGORITHM',
      'sha256',
      (text) => chainAlgorithms.find((name) => name === text && getHashes().includes(name)) ?? null,
      "sha256 or sm3 (where this Node's OpenSSL has it)",
    ),
    demonstration: read<boolean>('DEMONSTRATION', databaseUrl === null, parseSwitch, 'on or off'),
    clockAheadDays: read('CLOCK_AHEAD_DAYS', 14, parseDays, 'a number of days from 1 on'),
    publicUrl: read(
      'PUBLIC_URL',
      `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
      parseWebUrl,
      'an http:// or https:// address',
    ),
    smtpUrl: read<string | null>(
      'SMTP_URL',
      null,
      (text) => (/^smtps?:\/\/[^/]/.test(text) && URL.canParse(text) ? text : null),
      'an smtp:// or smtps:// address',
    ),
    mailFrom: read(
      'MAIL_FROM',
      'Redress <notices@redress.invalid>',
      (text) => (/^([^<>\r\n]*<)?[^\s<>@]+@[^\s<>@]+>?$/.test(text) ? text : null),
      'a sender such as Redress <notices@example.org>',
    ),
    smsGatewayUrl: read<string | null>('SMS_GATEWAY_URL', null, parseWebUrl, 'an http:// or https:// address'),
    smsGatewayKeyPath: read<string | null>('SMS_GATEWAY_KEY_PATH', null, (text) => resolve(text), 'a file'),
    logLevel: read<LogLevel>(
      'LOG_LEVEL',
      'info',
      (text) => logLevels.find((level) => level === text) ?? null,
      `one of ${logLevels.join(', ')}`,
    ),
  };
}

/** A connection string may hold a password. */
function shown(name: string, text: string): string {
  return ['DATABASE_URL', 'EVENT_STORE', 'SMTP_URL', 'SMS_GATEWAY_URL'].includes(name) ? '…' : text;
}

function parsePort(text: string): number | null {
  const port = Number(text);
  return /^\d+$/.test(text) && port >= 1 && port <= 65_535 ? port : null;
}

function parseDays(text: string): number | null {
  return /^[1-9]\d{0,4}$/.test(text) ? Number(text) : null;
}

function parseDatabaseUrl(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { protocol, pathname } = new URL(text);
  return (protocol === 'postgresql:' || protocol === 'postgres:') && pathname.length > 1 ? text : null;
}

function parseWebUrl(text: string): string | null {
  return URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol) ? text.replace(/\/+$/, '') : null;
}

function parseSwitch(text: string): boolean | null {
  if (['on', 'true', '1', 'yes'].includes(text.toLowerCase())) return true;
  return ['off', 'false', '0', 'no'].includes(text.toLowerCase()) ? false : null;
}
