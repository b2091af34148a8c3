import { type Configuration, readConfiguration } from '@redress/platform/configuration.js';
import { OperatorError } from '@redress/platform/operator-error.js';
import { isRetryable } from '@redress/event-store/eventstoredb/retry.js';
import { type Verification, verifyLog } from '@redress/event-store/proof/verify-log.js';
import { type Answer, both, labelled } from '../answer.js';
import { Arguments, BadArgument } from '../arguments.js';
import { describeFault } from './describe-fault.js';
import { givenHeads, givenKeys } from './given-heads.js';
import { withLog } from './open-log.js';
import { verifyChainsAt } from './verify-chains.js';

export const usage = `redress verify [--heads 文件] [--head 'JSON' …] [--key 文件 …] [--json]

  重新推导整个日志：各流的哈希链、版次、位置、时间、树和签名树头；指出第一个有问题的事件
  re-derives the whole log: chains, revisions, positions, times, the tree, the signed heads; names the first event at fault

  --heads  签名树头的文件；默认 TREE_HEADS_PATH · the file of signed tree heads; TREE_HEADS_PATH by default
  --head   另行保存的一个签名树头 · a signed tree head kept elsewhere
  --key    除 TREE_KEY_PATH 外认可的公钥（PEM） · a public key (PEM) to trust beside that of TREE_KEY_PATH

  退出码 Exit code: 0 没有问题 · nothing at fault; 1 有问题 · something is; 2 无法验证 · could not be verified
`;

const unproven = {
  zh: '不能证明：同时掌握数据库、签名密钥和树头全部副本的人，可以写出另一部历史。请把树头另存于他处。',
  en: 'Not proven by this: whoever holds the database, the key and every copy of the heads can write another history. Keep heads elsewhere.',
};

/** `redress verify`. @throws BadArgument when there is nothing to verify, or the words are wrong */
export async function verify(words: readonly string[]): Promise<Answer> {
  const given = new Arguments(words, { one: ['heads'], many: ['head', 'key'], none: ['json'] });
  const configuration = configured();
  const { eventStoreUrl } = configuration;
  if (eventStoreUrl !== null) return reaching(() => verifyChainsAt(eventStoreUrl, given, progress()));
  const heads = await givenHeads(given, configuration);
  const publicKeys = givenKeys(given, configuration);
  const begun = performance.now();
  const verification = await reaching(() =>
    withLog(configuration, (client) => verifyLog(client, { heads, publicKeys, onProgress: progress() })),
  );
  const seconds = (performance.now() - begun) / 1000;
  return {
    json: { ...verification, outsideHeads: heads.length, seconds: Number(seconds.toFixed(3)), unproven: unproven.en },
    lines: describe(verification, heads.length, seconds),
    exit: verification.proven ? 0 : 1,
  };
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

/** What keeps the log from being verified is told apart from a fault in it: exit code 2. */
function cannot(error: unknown): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  if (!(error instanceof OperatorError) && code === undefined && !isRetryable(error)) return error;
  return new BadArgument('verify', { zh: `无法验证：${message || code}`, en: `cannot verify: ${message || code}` });
}

/** Once a second at most, on stderr. */
function progress(): (verified: number, of: number) => void {
  let told = performance.now();
  return (verified, of) => {
    if (performance.now() - told < 1000) return;
    told = performance.now();
    process.stderr.write(`${verified.toLocaleString('en')} / ${of.toLocaleString('en')}\n`);
  };
}

function describe(verification: Verification, outside: number, seconds: number): readonly string[] {
  const { events, streams, heads, signedUpTo, rootHash, faults, proven } = verification;
  const rate = Math.round(events / seconds).toLocaleString('en');
  const unsigned = events - Number(signedUpTo ?? 0);
  return [
    labelled('事件 Events', `${events.toLocaleString('en')} (${seconds.toFixed(1)} s, ${rate}/s)`),
    labelled('流 Streams', streams.toLocaleString('en')),
    labelled('树根 Root', rootHash),
    labelled('树头 Signed heads', both({ zh: `${heads} 个相符`, en: `${heads} match` })),
    ...(unsigned > 0
      ? [
          labelled(
            '未签名 Not signed yet',
            both({
              zh: `最后 ${unsigned} 个事件只有哈希链`,
              en: `the last ${unsigned} events have their chains alone`,
            }),
          ),
        ]
      : []),
    ...(outside === 0
      ? [
          both({
            zh: '没有数据库外的树头：末尾被截断也看不出来。',
            en: 'No head from outside the database: a removed end of the log would not show.',
          }),
        ]
      : []),
    '',
    ...faults.map((fault) => both(describeFault(fault))),
    proven
      ? both({ zh: '没有发现问题。', en: 'Nothing is at fault.' })
      : both({ zh: '日志有问题。', en: 'The log is at fault.' }),
    both(unproven),
  ];
}
