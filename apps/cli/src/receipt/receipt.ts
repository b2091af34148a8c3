import type { Client } from 'pg';
import { caseKinds } from '@redress/casework/kinds.js';
import { streamOf } from '@redress/casework/kernel/case-stream.js';
import { eventsOf, issueReceipts, type IssuedReceipts } from '@redress/event-store/proof/issue-receipts.js';
import { readPublicKey } from '@redress/event-store/proof/signing-key.js';
import { type Configuration, readConfiguration } from '@redress/platform/configuration.js';
import { OperatorError } from '@redress/platform/operator-error.js';
import { readCaseNumber } from '@redress/cases/shared/case-number.js';
import { type Answer, both, labelled } from '../answer.js';
import { Arguments, BadArgument, shown } from '../arguments.js';
import { withLog } from '../verify/open-log.js';
import { check } from './check.js';
import { keptHead } from './kept-head.js';

export const usage = `redress receipt <案号、案件或事件> [--head 'JSON' …] [--json]
redress receipt check <文件> [--key 文件 | --key-id 十六进制] [--head 'JSON' …] [--json]

  出具回执：事件、其在日志中的位置和签名树头，日后不经我方即可核验；用 --json 存成文件
  issues a receipt: the event, its place in the log, the signed tree head, to be checked later without us; keep it with --json

  check    不连数据库，核验回执文件 · checks a file of receipts, without a database
  --head   另行保存的较晚的树头：出具时附上从回执到它的证明，核验时与之对照
           a later head kept elsewhere: the proof that leads to it is added; checking compares with it
  --key    认可的公钥文件（PEM） · file of the public key to trust; --key-id 其标识 · or its id

  退出码 Exit code: 0 成立 · holds; 1 不成立 · does not hold; 2 输入有误 · bad input
`;

const subject = 'receipt <case|event>';
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** `redress receipt`. @throws BadArgument */
export async function receipt(words: readonly string[]): Promise<Answer> {
  if (words[0] === 'check') return check(words.slice(1));
  const given = new Arguments(words, { many: ['head'], none: ['json'], words: ['reference'] });
  const reference = given.word(0);
  if (reference === null)
    throw new BadArgument(subject, {
      zh: '必须给出案号、案件或事件',
      en: 'a case number, a case or an event is required',
    });
  const kept = given.all('head').map(keptHead);
  const configuration = configured();
  const publicKey = readPublicKey(configuration.treeKeyPath);
  if (publicKey === null)
    throw new BadArgument('TREE_KEY_PATH', {
      zh: `没有签名密钥：${configuration.treeKeyPath}`,
      en: `no signing key in ${configuration.treeKeyPath}`,
    });
  const issued = await reaching(() =>
    withLog(configuration, async (client) =>
      issueReceipts(client, await eventsNamed(client, reference), publicKey, kept),
    ),
  );
  return { json: issued, lines: describe(issued), exit: 0 };
}

/** Of a case every event, by its number or its id; of an event its own. @throws BadArgument */
async function eventsNamed(client: Client, reference: string): Promise<readonly string[]> {
  const none = new BadArgument(subject, {
    zh: `日志中没有${shown(reference)}`,
    en: `the log has no case and no event ${shown(reference)}`,
  });
  const id = uuid.test(reference.toLowerCase()) ? reference.toLowerCase() : await caseOfNumber(client, reference);
  if (id === null) throw none;
  const { rows } = await client.query('SELECT FROM es.events WHERE id = $1', [id]);
  if (rows.length > 0) return [id];
  for (const kind of caseKinds) {
    const events = await eventsOf(client, streamOf(kind, id));
    if (events.length > 0) return events;
  }
  throw none;
}

async function caseOfNumber(client: Client, reference: string): Promise<string | null> {
  const number = readCaseNumber(reference);
  if (number === null) return null;
  const { rows } = await client.query<{ id: string }>(
    `SELECT case_id AS id FROM views.case_file WHERE case_number = $1`,
    [number],
  );
  return rows[0]?.id ?? null;
}

function configured(): Configuration {
  try {
    return readConfiguration(process.env);
  } catch (error) {
    throw cannot(error);
  }
}

async function reaching<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw cannot(error);
  }
}

/** What keeps the receipt from being issued, an operator's matter, is one line and exit code 2. */
function cannot(error: unknown): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  if (error instanceof BadArgument || (!(error instanceof OperatorError) && code === undefined)) return error;
  return new BadArgument('receipt', { zh: `无法出具：${message || code}`, en: `cannot be issued: ${message || code}` });
}

function describe({ receipts, continuations, notYetSigned }: IssuedReceipts): readonly string[] {
  const [first] = receipts;
  return [
    ...receipts.map(({ event, position, recordedAt, head }) =>
      labelled(
        `${event.stream.split('-')[0]} ${event.revision}`,
        `${event.type} @${position}, ${recordedAt}, ≤ ${head.size}`,
      ),
    ),
    ...(first === undefined
      ? []
      : [labelled('密钥 Key', first.head.keyId), labelled('延续 Continuations', String(continuations.length))]),
    ...(notYetSigned.length > 0
      ? [
          both({
            zh: `${notYetSigned.length} 个事件尚无签名树头，约一分钟后再试。`,
            en: `${notYetSigned.length} events are not covered by a signed head yet; ask again in a minute.`,
          }),
        ]
      : []),
    ...(first === undefined
      ? []
      : [
          both({
            zh: '用 --json 存成文件交给当事人；redress receipt check 可离线核验。',
            en: 'Keep it with --json; redress receipt check checks it offline.',
          }),
        ]),
  ];
}
