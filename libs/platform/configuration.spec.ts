import { resolve } from 'node:path';
import { readConfiguration } from './configuration.js';

describe('the configuration', () => {
  test('needs nothing set', () => {
    expect(readConfiguration({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: null,
      pgBin: null,
      dataFolder: resolve('.data'),
      demonstration: true,
      logLevel: 'info',
    });
  });

  test('takes an empty variable for one not set', () => {
    expect(readConfiguration({ PORT: '', DEMONSTRATION: ' ' })).toEqual(readConfiguration({}));
  });

  test('reads every variable', () => {
    const environment = {
      PORT: '8080',
      HOST: '::',
      DATABASE_URL: 'postgresql://redress:x@db.example/redress',
      PG_BIN: '/opt/pg/bin',
      REDRESS_DATA_DIR: 'elsewhere',
      DEMONSTRATION: 'off',
      LOG_LEVEL: 'debug',
    };
    expect(readConfiguration(environment)).toEqual({
      port: 8080,
      host: '::',
      databaseUrl: 'postgresql://redress:x@db.example/redress',
      pgBin: '/opt/pg/bin',
      dataFolder: resolve('elsewhere'),
      demonstration: false,
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
    ['DEMONSTRATION', 'maybe'],
    ['LOG_LEVEL', 'loud'],
  ])('refuses %s=%s in one line which names it', (name, value) => {
    expect(() => readConfiguration({ [name]: value })).toThrow(new RegExp(`^${name}=.* is not .*\\.$`));
  });

  test('does not show the password of a bad DATABASE_URL', () => {
    expect(() => readConfiguration({ DATABASE_URL: 'mysql://me:secret@host/x' })).toThrow(/^(?!.*secret)/);
  });
});
