import { readFileSync } from 'node:fs';
import type { Parts } from '@redress/casework/kernel/parts.js';
import type { Channel } from '@redress/notices/channels/channel.js';
import { smsGateway } from '@redress/notices/channels/sms-gateway.js';
import { smtpChannel } from '@redress/notices/channels/smtp.js';
import { runNotices } from '@redress/notices/run-notices.js';
import type { Configuration } from '@redress/platform/configuration.js';
import { OperatorError } from '@redress/platform/operator-error.js';
import { watchDates } from './watch-dates.js';

type Ways = Pick<Configuration, 'smtpUrl' | 'mailFrom' | 'smsGatewayUrl' | 'smsGatewayKeyPath' | 'publicUrl'>;

/** Tells people of events, and of dates which draw near, by the ways that are set up. */
export function tell(parts: Parts, ways: Ways): { stop(): Promise<void> } {
  const onError = (error: unknown) => parts.logger.error({ err: error }, 'the notices could not go on');
  const channels = channelsOf(ways);
  const names = new Set(channels.map(({ name }) => name));
  const notices = runNotices({ ...parts, channels, publicUrl: ways.publicUrl }, onError);
  const dates = watchDates(parts, names, onError);
  return {
    async stop() {
      await dates.stop();
      await notices.stop();
    },
  };
}

/** @throws OperatorError where the gateway's key is missing */
function channelsOf({ smtpUrl, mailFrom, smsGatewayUrl, smsGatewayKeyPath }: Ways): readonly Channel[] {
  const channels: Channel[] = [];
  if (smtpUrl !== null) channels.push(smtpChannel({ url: smtpUrl, from: mailFrom }));
  if (smsGatewayUrl !== null) channels.push(smsGateway({ url: smsGatewayUrl, key: gatewayKey(smsGatewayKeyPath) }));
  return channels;
}

function gatewayKey(path: string | null): string {
  if (path === null) throw new OperatorError('SMS_GATEWAY_URL needs SMS_GATEWAY_KEY_PATH: calls to it are signed.');
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (cause) {
    throw new OperatorError(`The key of the SMS gateway cannot be read from ${path}.`, { cause });
  }
}
