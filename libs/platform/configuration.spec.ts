import { resolve } from 'node:path';
import { readConfiguration } from './configuration.js';

describe('the configuration', () => {
  test('needs nothing set', () => {
    expect(readConfiguration({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: null,
      eventStoreUrl: null,
      pgBin: null,
      dataFolder: resolve('.data'),
      treeHeadsPath: resolve('.data-proof/tree-heads.jsonl'),
      treeKeyPath: resolve('.data-proof/tree-key.pem'),
      masterKeyPath: resolve('.data-proof/master-key'),
      hashAlgorithm: 'sha256',
      clockAheadDays: 14,
      demonstration: true,
      publicUrl: 'http://127.0.0.1:3000',
      smtpUrl: null,
      mailFrom: 'Redress <notices@redress.invalid>',
      smsGatewayUrl: null,
      smsGatewayKeyPath: null,
      logLevel: 'info',
    });
  });

  test('takes an empty variable for one not set', () => {
    expect(readConfiguration({ PORT: '', DEMONSTRATION: ' ' })).toEqual(readConfiguration({}));
  });

  test('leaves the demonstration out of a database of the operator’s own, unless it is asked for', () => {
    const DATABASE_URL = 'postgresql://redress@db.example/redress';
    expect(readConfiguration({}).demonstration).toBe(true);
    expect(readConfiguration({ DATABASE_URL }).demonstration).toBe(false);
    expect(readConfiguration({ DATABASE_URL, DEMONSTRATION: 'on' }).demonstration).toBe(true);
  });

  test('reads every variable', () => {
    const environment = {
      PORT: '8080',
      HOST: '::',
      DATABASE_URL: 'postgresql://redress:x@db.example/redress',
      EVENT_STORE: 'esdb+discover://redress:x@es.example:2113',
      PG_BIN: '/opt/pg/bin',
      REDRESS_DATA_DIR: 'elsewhere',
      TREE_HEADS_PATH: '/mnt/heads.jsonl',
      MASTER_KEY_PATH: '/mnt/secret/master-key',
      HASH_ALGORITHM: 'sm3',
      CLOCK_AHEAD_DAYS: '30',
      DEMONSTRATION: 'off',
      PUBLIC_URL: 'https://redress.example/',
      SMTP_URL: 'smtps://redress:x@mail.example',
      MAIL_FROM: 'notices@redress.example',
      SMS_GATEWAY_URL: 'https://sms.example/send',
      SMS_GATEWAY_KEY_PATH: '/mnt/secret/sms-key',
      LOG_LEVEL: 'debug',
    };
    expect(readConfiguration(environment)).toEqual({
      port: 8080,
      host: '::',
      databaseUrl: 'postgresql://redress:x@db.example/redress',
      eventStoreUrl: 'esdb+discover://redress:x@es.example:2113',
      pgBin: '/opt/pg/bin',
      dataFolder: resolve('elsewhere'),
      treeHeadsPath: '/mnt/heads.jsonl',
      treeKeyPath: resolve('elsewhere-proof/tree-key.pem'),
      masterKeyPath: '/mnt/secret/master-key',
      hashAlgorithm: 'sm3',
      clockAheadDays: 30,
      demonstration: false,
      publicUrl: 'https://redress.example',
      smtpUrl: 'smtps://redress:x@mail.example',
      mailFrom: 'notices@redress.example',
      smsGatewayUrl: 'https://sms.example/send',
      smsGatewayKeyPath: '/mnt/secret/sms-key',
      logLevel: 'debug',
    });
  });

  test.each([
    ['PORT', '80a'],
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['HOST', 'a b'],
    ['DATABASE_URL', 'mysql://x/y'],
    ['DATABASE_URL', 'postgresql://host'],
    ['DATABASE_URL', 'redress'],
    ['EVENT_STORE', 'http://localhost:2113'],
    ['EVENT_STORE', 'esdb://'],
    ['HASH_ALGORITHM', 'md5'],
    ['CLOCK_AHEAD_DAYS', '0'],
    ['HASH_ALGORITHM', 'SM4'],
    ['DEMONSTRATION', 'maybe'],
    ['LOG_LEVEL', 'loud'],
  ])('refuses %s=%s in one line which names it', (name, value) => {
    expect(() => readConfiguration({ [name]: value })).toThrow(new RegExp(`^${name}=.* is not .*\\.$`));
  });

  test.each(['DATABASE_URL', 'EVENT_STORE'])('does not show the password of a bad %s', (name) => {
    expect(() => readConfiguration({ [name]: 'mysql://me:secret@host/x' })).toThrow(/^(?!.*secret)/);
  });
});
