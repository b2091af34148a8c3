import { readConfiguration } from '@redress/platform/configuration.js';
import { OperatorError } from '@redress/platform/operator-error.js';
import { type AnsweringCommand, print } from './answer.js';
import type { BuildWeb } from './start/start.js';

const help = `清欠维权 Redress

  npm start                       启动全部服务（同 redress start） · start everything
  npm run redress -- <command>    运行一个命令 · run a command

命令 Commands
  start      启动数据库、接口和后台进程；Ctrl-C 停止 · start database, api and worker; Ctrl-C stops them
  deadline   计算期限，说明理由 · a due date, and why (redress deadline --help)
  interest   计算逾期利息，核对主张的金额 · overdue interest, and a claimed sum checked (redress interest --help)
  law        list、show、check、import、confirm：日历、LPR、法律包 · calendars, LPR, law packs (redress law --help)
  board      任一时点的期限看板 · the SLA board at any moment of the past (redress board --help)
  statistics 全年统计 · the figures of a year (redress statistics --help)
  export     导出视图或整个日志 · a view, or the log for process mining, as a file (redress export --help)
  forget     依法删除个人信息 · forgets a person, or one text, for good (redress forget --help)
  keys       rotate：更换个人信息的主密钥 · changes the master key of personal data (redress keys --help)
  generate   把生成的案件写入空日志 · fills an empty log with generated cases (redress generate --help)
  views      list、rebuild、verify：视图的进度、重建与比对 · progress, rebuild and proof of the views (redress views --help)
  parked     list、replay、drop：停放的事件 · events which views could not apply (redress parked --help)
  escalation dry-run、stuck：将触发的提醒、无法触发的提醒 · what the ladder would do, and what it cannot (redress escalation --help)
  clock      show、confirm：数据库时钟是否可信 · whether the database's clock is trusted (redress clock --help)
  verify     重新推导并验证整个日志 · re-derives the whole log, names what was changed (redress verify --help)
  receipt    出具可离线核验的回执，核验回执 · a receipt which can be checked without us, and the check (redress receipt --help)
  --help     本页 · this page

环境变量 Environment
  PORT              3000       网页和接口的端口 · port of the pages and the API
  HOST              127.0.0.1  监听地址 · address to listen on
  DATABASE_URL                 已有的 PostgreSQL；不设则用内置的 · a PostgreSQL that runs; embedded when not set
  EVENT_STORE                  存放事件日志的 EventStoreDB；不设则在 PostgreSQL 中 · an EventStoreDB for the log (esdb://…); PostgreSQL when not set
  PG_BIN                       PostgreSQL 程序所在目录 · folder of PostgreSQL's programs
  REDRESS_DATA_DIR  .data      数据目录 · folder of the data
  TREE_HEADS_PATH              签名树头的文件 · file of the signed tree heads (.data-proof/tree-heads.jsonl)
  TREE_KEY_PATH                签名密钥的文件 · file of the key which signs them (.data-proof/tree-key.pem)
  MASTER_KEY_PATH              个人信息主密钥的文件 · file of the master key of personal data (.data-proof/master-key)
  HASH_ALGORITHM    sha256     新事件哈希链的算法 · what new events are chained by: sha256, sm3
  DEMONSTRATION     on         载入演示机构、账号和案件 · load demonstration offices, accounts and cases; off with DATABASE_URL
  CLOCK_AHEAD_DAYS  14         启动时时钟最多可超前最新事件的天数 · days the clock may lie past the newest event at a start
  PUBLIC_URL                   邮件中链接的网址 · where people reach the pages, for links in mails
  SMTP_URL                     发送邮件的服务器；不设则不发邮件 · server for mails (smtp://…); none go out when not set
  MAIL_FROM                    邮件的发件人 · the sender of mails
  SMS_GATEWAY_URL              短信网关；不设则不发短信 · gateway for short messages; none go out when not set
  SMS_GATEWAY_KEY_PATH         短信网关签名密钥的文件 · file of the key which signs the calls to it
  LOG_LEVEL         info       fatal, error, warn, info, debug, trace
`;

/** Commands which answer and end, loaded when asked for: they need no framework, and those of the law and the deadlines no database. */
const answering: Readonly<Record<string, () => Promise<{ command: AnsweringCommand; usage: string }>>> = {
  deadline: () => import('./deadline/deadline.js').then(({ deadline: command, usage }) => ({ command, usage })),
  interest: () => import('./interest/interest.js').then(({ interest: command, usage }) => ({ command, usage })),
  law: () => import('./law/law.js').then(({ law: command, usage }) => ({ command, usage })),
  board: () => import('./past/board.js').then(({ board: command, usage }) => ({ command, usage })),
  statistics: () => import('./past/statistics.js').then(({ statistics: command, usage }) => ({ command, usage })),
  export: () => import('./export/export.js').then(({ exportToFile: command, usage }) => ({ command, usage })),
  forget: () => import('./forget/forget.js').then(({ forget: command, usage }) => ({ command, usage })),
  keys: () => import('./keys/keys.js').then(({ keys: command, usage }) => ({ command, usage })),
  generate: () => import('./generate/generate.js').then(({ generate: command, usage }) => ({ command, usage })),
  receipt: () => import('./receipt/receipt.js').then(({ receipt: command, usage }) => ({ command, usage })),
  views: () => import('./views/views.js').then(({ views: command, usage }) => ({ command, usage })),
  parked: () => import('./parked/parked.js').then(({ parked: command, usage }) => ({ command, usage })),
  escalation: () => import('./escalation/escalation.js').then(({ escalation: command, usage }) => ({ command, usage })),
  clock: () => import('./clock/clock.js').then(({ clock: command, usage }) => ({ command, usage })),
  verify: () => import('./verify/verify.js').then(({ verify: command, usage }) => ({ command, usage })),
};

/** Runs one command of `redress`; answers the exit code: 0 done, 1 failed, 2 no such command or bad input. */
export async function run(words: readonly string[], buildWeb: BuildWeb): Promise<number> {
  const [command = '--help', ...rest] = words;
  if (command === '--help' || command === '-h' || command === 'help') {
    process.stdout.write(help);
    return 0;
  }
  const load = Object.hasOwn(answering, command) ? answering[command] : undefined;
  if (load !== undefined) {
    const { command: answer, usage } = await load();
    return print(answer, rest, usage, process);
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
