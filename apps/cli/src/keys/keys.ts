import { readConfiguration } from '@redress/platform/configuration.js';
import { openPool } from '@redress/platform/database.js';
import { MasterKeyError } from '@redress/privacy/master-key.js';
import { rotateMasterKey } from '@redress/privacy/rotate-master-key.js';
import { type Answer, both } from '../answer.js';
import { Arguments, asTyped, BadArgument } from '../arguments.js';
import { runningDatabaseUrl } from '../as-operator.js';

export const usage = `redress keys rotate [--json]
  更换个人信息的主密钥（MASTER_KEY_PATH）：全部密钥在一个事务中改由新主密钥保护
  puts all keys of personal data under a new master key, in one transaction

  运行中的程序自行改用新主密钥；在其他机器上运行的程序须得到新文件
  programs which run take the new key by themselves; on other machines they need the new file
  此后销毁旧主密钥及其备份，已删除者在旧备份中亦不可恢复
  destroy the old key and its backups then: what was forgotten is gone from old backups too
`;

/** `redress keys`. @throws BadArgument */
export async function keys(words: readonly string[]): Promise<Answer> {
  const [command, ...rest] = words;
  if (command !== 'rotate')
    throw new BadArgument(`keys ${command === undefined ? '' : asTyped(command)}`.trim(), {
      zh: '应为 rotate',
      en: 'rotate is expected',
    });
  new Arguments(rest, { none: ['json'] });
  const configuration = readConfiguration(process.env);
  const pool = openPool(runningDatabaseUrl(configuration), { applicationName: 'redress-cli' });
  try {
    const { master, keys: count } = await rotateMasterKey(pool, configuration.masterKeyPath);
    const text = { zh: `主密钥已更换，共 ${count} 个密钥`, en: `the master key was changed, of ${count} keys` };
    return { json: { master, keys: count }, lines: [`${both(text)}: ${master}`] };
  } catch (error) {
    if (!(error instanceof MasterKeyError)) throw error;
    throw new BadArgument('MASTER_KEY_PATH', { zh: '文件中没有现用的主密钥', en: error.message });
  } finally {
    await pool.end();
  }
}
