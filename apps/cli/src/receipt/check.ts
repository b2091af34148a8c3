import { createPublicKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { ReceiptVerdict } from '@redress/event-store/proof/check-receipt.js';
import {
  checkReceiptFile,
  parseReceiptFile,
  type FileVerdict,
  type ReceiptFile,
} from '@redress/event-store/proof/receipt-file.js';
import { readPublicKey } from '@redress/event-store/proof/signing-key.js';
import { keyIdOf, signatureHolds, type SignedTreeHead } from '@redress/event-store/proof/tree-head.js';
import type { Text } from '@redress/deadlines/text.js';
import { type Answer, both, labelled } from '../answer.js';
import { Arguments, BadArgument } from '../arguments.js';
import { keptHead } from './kept-head.js';

const reasons: Readonly<Record<Extract<ReceiptVerdict, { holds: false }>['because'], Text>> = {
  malformed: { zh: '不是完整的回执', en: 'is no whole receipt' },
  anotherKey: { zh: '由另一把密钥签名', en: 'was signed by another key' },
  signature: { zh: '树头的签名无效', en: 'has a head whose signature does not hold' },
  notIncluded: {
    zh: '该事件不在签名的日志中，或已被改动',
    en: 'names an event which is not, or not so, in the log that was signed',
  },
};

/** `redress receipt check <file>`: offline; nothing but the file and the key. @throws BadArgument */
export async function check(words: readonly string[]): Promise<Answer> {
  const given = new Arguments(words, { one: ['key', 'key-id'], many: ['head'], none: ['json'], words: ['file'] });
  const path = given.word(0);
  if (path === null) throw new BadArgument('receipt check <file>', { zh: '必须给出文件', en: 'a file is required' });
  const file = await receiptFile(path);
  const told = trustedKeyId(given);
  const keyId = told ?? file.receipts[0]!.head.keyId;
  const kept = given.all('head').map((json) => signedBy(keptHead(json), file));
  const verdict = checkReceiptFile(file, keyId, kept);
  return {
    json: { keyId, keyTrusted: told !== null, ...verdict },
    lines: describe(file, verdict, keyId, told !== null),
    exit: verdict.holds ? 0 : 1,
  };
}

async function receiptFile(path: string): Promise<ReceiptFile> {
  try {
    return parseReceiptFile(await readFile(path, 'utf8'));
  } catch (error) {
    const { message } = error as Error;
    throw new BadArgument('receipt check <file>', { zh: `无法读取：${message}`, en: `cannot be read: ${message}` });
  }
}

function trustedKeyId(given: Arguments): string | null {
  const id = given.text('key-id');
  const path = given.text('key');
  if (id !== null && path !== null)
    throw new BadArgument('--key-id', { zh: '已给出 --key', en: '--key is given already' });
  if (id !== null && !/^[0-9a-f]{64}$/.test(id))
    throw new BadArgument('--key-id', { zh: '应为 64 位十六进制', en: '64 digits in hex are expected' });
  if (path === null) return id;
  try {
    const key = readPublicKey(path);
    if (key !== null) return keyIdOf(key);
  } catch (error) {
    const { message } = error as Error;
    throw new BadArgument('--key', { zh: `无法读取：${message}`, en: `cannot be read: ${message}` });
  }
  throw new BadArgument('--key', { zh: `没有这个文件：${path}`, en: `no such file: ${path}` });
}

/** A head which nobody signed says nothing against a receipt. */
function signedBy(head: SignedTreeHead, { receipts }: ReceiptFile): SignedTreeHead {
  const signed = receipts.some(({ publicKey }) => {
    try {
      return signatureHolds(head, createPublicKey(publicKey));
    } catch {
      return false;
    }
  });
  if (signed) return head;
  throw new BadArgument('--head', { zh: '不是由回执的密钥签名', en: "is not signed by the receipt's key" });
}

function describe(file: ReceiptFile, verdict: FileVerdict, keyId: string, trusted: boolean): readonly string[] {
  const { receipts, continuations, unconnected, contradicted, holds } = verdict;
  return [
    ...receipts.map((one, i) => {
      const { event, position } = file.receipts[i]!;
      const name = `${event?.type ?? '?'} @${position ?? '?'}`;
      return labelled(name, one.holds ? both({ zh: '成立', en: 'holds' }) : both(reasons[one.because]), 32);
    }),
    ...continuations.map((continued, i) => {
      const { from, head } = file.continuations[i]!;
      const verdict = continued
        ? { zh: `成立，签于 ${head.at}`, en: `holds, signed ${head.at}` }
        : { zh: '不成立：后来的日志不是从这里延续的', en: 'does not hold: the later log does not go on from this one' };
      return labelled(`${from} → ${head.size}`, both(verdict), 32);
    }),
    ...contradicted.map(({ size, at }) =>
      both({
        zh: `与另存的树头矛盾：${size} 个事件，签于 ${at}；签过两部历史`,
        en: `contradicts the head kept elsewhere of ${size} events, signed ${at}: two histories were signed`,
      }),
    ),
    ...unconnected.map(({ size }) =>
      both({
        zh: `文件中没有通向 ${size} 个事件的树头的证明；用 redress receipt … --head 重新出具`,
        en: `nothing in the file leads to the head of ${size} events; have it issued anew with --head`,
      }),
    ),
    labelled('密钥 Key', keyId, 32),
    ...(trusted
      ? []
      : [
          both({
            zh: '未给出认可的密钥：请与公布的密钥标识核对。',
            en: 'No key to trust was given: compare its id with the one which was published.',
          }),
        ]),
    holds
      ? both({ zh: '回执成立。', en: 'The receipt holds.' })
      : both({ zh: '回执不成立。', en: 'The receipt does not hold.' }),
  ];
}
