import type { Answer } from '../answer.js';
import { Arguments, asTyped, BadArgument, shown } from '../arguments.js';
import { both } from '../answer.js';
import { checkLaw } from './check.js';
import { linesOf, summaryOf } from './describe.js';
import { releasedLaw } from './release.js';

export const usage = `redress law list [--json]              本版本的日历、LPR、法律包和平台规则 · the law of this release
redress law show <id> [--json]         一份文件的全部内容 · one document in full
redress law check [<file>] [--json]    检查一份文件，或本版本的全部文件；指出有误的行
                                       check a file, or all of the release; names the line at fault
redress law import <file> --account 账号 [--moves FILE] [--json]
                                       登记新的放假通知、LPR、法律包或平台规则，列出将变动的期限
                                       enters a notice, LPR, pack or policy; counts the open clocks it would move, names the first
redress law confirm <import> --account 账号 [--moves FILE] [--json]
                                       由另一个账号确认，自此生效 · another account confirms it: in force from then on
  --moves FILE  全部变动写入文件，每案一行 JSON · all that moves, one line of JSON a case
  密码取自 REDRESS_PASSWORD 或标准输入的第一行 · the password is REDRESS_PASSWORD, or the first line of stdin
`;

/** `redress law`: the law of the release, without a database; `import` and `confirm` on the log. @throws BadArgument */
export async function law(words: readonly string[]): Promise<Answer> {
  const [command, ...rest] = words;
  switch (command) {
    case 'list':
      new Arguments(rest, { none: ['json'] });
      return list();
    case 'show':
      return show(new Arguments(rest, { none: ['json'], words: ['id'] }).word(0));
    case 'check':
      return checkLaw(new Arguments(rest, { none: ['json'], words: ['file'] }).word(0));
    case 'import':
      return (await import('./import.js')).importFile(rest);
    case 'confirm':
      return (await import('./import.js')).confirm(rest);
    default:
      throw new BadArgument(`law ${command === undefined ? '' : asTyped(command)}`.trim(), {
        zh: '应为 list、show、check、import 或 confirm',
        en: 'list, show, check, import or confirm is expected',
      });
  }
}

async function list(): Promise<Answer> {
  const summaries = (await releasedLaw()).map(({ parsed }) => summaryOf(parsed));
  const lines = summaries.flatMap(({ id, version, title, validFrom, validTo, clocks, marks }) => [
    `${id}  ${both(title)}`,
    `    版本 version ${version}  ${validFrom ?? ''} – ${validTo ?? ''}` +
      (clocks === 0 ? '' : `  期限 clocks ${clocks}`) +
      `  已核实 confirmed ${marks.confirmed}，二手 secondary ${marks.secondary}，未核实 unconfirmed ${marks.unconfirmed}`,
  ]);
  return { json: summaries, lines };
}

async function show(id: string | null): Promise<Answer> {
  if (id === null) throw new BadArgument('law show <id>', { zh: '必须给出', en: 'is required' });
  const found = (await releasedLaw()).find(({ parsed }) => summaryOf(parsed).id === id);
  if (found === undefined)
    throw new BadArgument('law show <id>', {
      zh: `没有 ${shown(id)}，redress law list 列出全部`,
      en: `there is no ${shown(id)}: redress law list names them`,
    });
  return { json: found.file.document, lines: linesOf(found.parsed) };
}
