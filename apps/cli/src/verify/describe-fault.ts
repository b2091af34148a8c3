import type { Text } from '@redress/deadlines/text.js';
import type { Fault } from '@redress/event-store/proof/fault.js';

/** One fault in a sentence which names the event. */
export function describeFault(fault: Fault): Text {
  const { zh, en } = place(fault);
  switch (fault.what) {
    case 'missing':
      return { zh: `缺失：${zh}的事件已被删除`, en: `missing: the event ${en} was removed` };
    case 'truncated':
      return {
        zh: `截断：日志末尾${zh}的事件已被删除`,
        en: `truncated: the events ${en}, the end of the log, were removed`,
      };
    case 'swapped':
      return {
        zh: `调换：${zh}的事件不在原位，应在此处的事件位于位置${fault.also?.position}`,
        en: `swapped: the event ${en} stands in another's place; the right one is at position ${fault.also?.position}`,
      };
    case 'altered':
      return {
        zh: `篡改：${zh}的事件与其哈希不符${fault.also === null ? '' : `（或其前一事件，位置${fault.also.position}，连同其哈希被改）`}`,
        en: `altered: the event ${en} does not give its hash${fault.also === null ? '' : ` (or the one before it in its stream, at position ${fault.also.position}, was altered with its hash)`}`,
      };
    case 'timeWentBack':
      return {
        zh: `时间倒退：${zh}的事件早于前一事件（位置${fault.also?.position}），二者之一的时间或次序被改`,
        en: `time went back: the event ${en} is earlier than the one before it (position ${fault.also?.position}); the time or place of one of the two was changed`,
      };
    case 'headDiffers':
      return { zh: `与签名树头不符：改动在${zh}之间`, en: `not the log that was signed: the change lies ${en}` };
    case 'streamHeadDiffers':
      return { zh: `流的末端记录不符：${zh}`, en: `the head kept of the stream differs from its last event, ${en}` };
    case 'counterDiffers':
      return { zh: `计数器停在${zh}，事件却在其后`, en: `the counter stands ${en}, and events follow it` };
    case 'treeNodeDiffers':
      return { zh: `保存的树节点与事件不符：${zh}`, en: `the node kept of the tree over the events ${en} was altered` };
    case 'signatureInvalid':
      return { zh: `树头的签名无效：${head(fault)}`, en: `a tree head whose signature does not hold: ${head(fault)}` };
    case 'keyUnknown':
      return {
        zh: `树头由未知的密钥签名（用 --key 给出公钥）：${head(fault)}`,
        en: `a tree head signed by a key which was not given (see --key): ${head(fault)}`,
      };
  }
}

function place({ position, lastPosition, stream, revision }: Fault): Text {
  const zh: string[] = [];
  const en: string[] = [];
  if (position !== null && lastPosition !== null) {
    zh.push(`位置${position}至${lastPosition}`);
    en.push(`from position ${position} to ${lastPosition}`);
  } else if (position !== null) {
    zh.push(`位置${position}`);
    en.push(`at position ${position}`);
  }
  if (stream !== null) {
    zh.push(`流 ${stream} 第${revision}号`);
    en.push(`revision ${revision} of ${stream}`);
  }
  return { zh: zh.join('，'), en: en.join(', ') };
}

function head({ head }: Fault): string {
  return head === null
    ? ''
    : `${head.source}, size ${head.head.size}, ${head.head.at}, key ${head.head.keyId.slice(0, 16)}…`;
}
