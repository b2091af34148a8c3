import { EventStoreDbStore } from '@redress/event-store/eventstoredb/eventstoredb-store.js';
import type { VerifiedChains } from '@redress/event-store/eventstoredb/verify-chains.js';
import { fault, type Fault } from '@redress/event-store/proof/fault.js';
import { type Answer, both, labelled } from '../answer.js';
import { type Arguments, BadArgument } from '../arguments.js';
import { describeFault } from './describe-fault.js';

const unproven = {
  zh: 'EventStoreDB 的位置由其自定，不保存签名树头：流末尾或日志末尾被截去、整条流被删去，都看不出来。',
  en: 'Positions are EventStoreDB’s own and no signed tree heads are kept of them: the end of a stream or of the log cut off, or a whole stream removed, would not show.',
};

/** `redress verify` of a log in EventStoreDB: the chains of all its streams. @throws BadArgument for options about tree heads */
export async function verifyChainsAt(
  url: string,
  given: Arguments,
  progress: (verified: number, of: number) => void,
): Promise<Answer> {
  for (const option of ['heads', 'head', 'key'])
    if (given.has(option))
      throw new BadArgument(`--${option}`, {
        zh: 'EventStoreDB 上的日志没有签名树头',
        en: 'a log in EventStoreDB has no signed tree heads',
      });
  const begun = performance.now();
  const store = new EventStoreDbStore(url);
  try {
    const { fault: found, ...counted } = await store.verifyChains((verified) => progress(verified, verified));
    const seconds = (performance.now() - begun) / 1000;
    const faults = found === null ? [] : [faultOf(found)];
    return {
      json: { proven: found === null, faults, ...counted, seconds: Number(seconds.toFixed(3)), unproven: unproven.en },
      lines: describe(counted, faults, seconds),
      exit: found === null ? 0 : 1,
    };
  } finally {
    await store.close();
  }
}

function faultOf({ what, position, stream, revision }: NonNullable<VerifiedChains['fault']>): Fault {
  // What is missing has no position of its own: what stands at it is the event after.
  return fault(what, { stream, revision, position: what === 'missing' ? null : position });
}

function describe(
  { events, streams }: Pick<VerifiedChains, 'events' | 'streams'>,
  faults: readonly Fault[],
  seconds: number,
): readonly string[] {
  const rate = Math.round(events / seconds).toLocaleString('en');
  return [
    labelled('事件 Events', `${events.toLocaleString('en')} (${seconds.toFixed(1)} s, ${rate}/s)`),
    labelled('流 Streams', streams.toLocaleString('en')),
    '',
    ...faults.map((found) => both(describeFault(found))),
    faults.length === 0
      ? both({ zh: '各流的哈希链没有问题。', en: 'Nothing is at fault in the chains.' })
      : both({ zh: '日志有问题。', en: 'The log is at fault.' }),
    both(unproven),
  ];
}
