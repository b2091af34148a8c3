import { readConfiguration } from '@redress/platform/configuration.js';
import { OperatorError } from '@redress/platform/operator-error.js';
import type { BuildWeb } from './start/start.js';

const help = `清欠维权 Redress

  npm start                       启动全部服务（同 redress start） · start everything
  npm run redress -- <command>    运行一个命令 · run a command

命令 Commands
  start      启动数据库、接口和后台进程；Ctrl-C 停止 · start database, api and worker; Ctrl-C stops them
  --help     本页 · this page

环境变量 Environment
  PORT              3000       网页和接口的端口 · port of the pages and the API
  HOST              127.0.0.1  监听地址 · address to listen on
  DATABASE_URL                 已有的 PostgreSQL；不设则用内置的 · a PostgreSQL that runs; embedded when not set
  PG_BIN                       PostgreSQL 程序所在目录 · folder of PostgreSQL's programs
  REDRESS_DATA_DIR  .data      数据目录 · folder of the data
  DEMONSTRATION     on         载入演示机构、账号和案件 · load demonstration offices, accounts and cases
  LOG_LEVEL         info       fatal, error, warn, info, debug, trace
`;

/** Runs one command of `redress`; answers the exit code: 0 done, 1 failed, 2 no such command. */
export async function run(words: readonly string[], buildWeb: BuildWeb): Promise<number> {
  const [command = '--help', ...rest] = words;
  if (command === '--help' || command === '-h' || command === 'help') {
    process.stdout.write(help);
    return 0;
  }
  if (command !== 'start' || rest.length > 0) {
    process.stderr.write(`redress: no such command: ${words.join(' ')} (redress --help lists them)\n`);
    return 2;
  }
  try {
    const configuration = readConfiguration(process.env);
    const { start } = await import('./start/start.js');
    return await start(configuration, buildWeb);
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}
