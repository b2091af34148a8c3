import { createHmac } from 'node:crypto';
import { DeliveryError, type Channel, type Message, type Sent } from './channel.js';

export interface GatewaySettings {
  readonly url: string;
  /** What both sides know: the call is signed with it. */
  readonly key: string;
}

const timeoutMs = 15_000;

/**
 * Any gateway which takes a signed call: `POST {id, to, text}`, with `X-Redress-Timestamp` (seconds since 1970) and
 * `X-Redress-Signature: sha256=<HMAC-SHA-256, hex, of "<timestamp>.<body>">`. The `Idempotency-Key` is the same for every
 * try of one message. 2xx: taken; 404, 410, 422: nobody has this number; anything else is tried again.
 */
export function smsGateway({ url, key }: GatewaySettings): Channel {
  return {
    name: 'sms',
    async send({ id, to, text }: Message): Promise<Sent> {
      const body = JSON.stringify({ id, to, text });
      const timestamp = String(Math.floor(Date.now() / 1000));
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'Idempotency-Key': id,
          'X-Redress-Timestamp': timestamp,
          'X-Redress-Signature': `sha256=${signature(key, timestamp, body)}`,
        },
        body,
        signal: AbortSignal.timeout(timeoutMs),
      }).catch((error: Error) => {
        throw new DeliveryError(`the gateway does not answer (${error.name})`);
      });
      await response.body?.cancel();
      if (response.ok) return { outcome: 'sent' };
      if ([404, 410, 422].includes(response.status)) return { outcome: 'refused', why: `HTTP ${response.status}` };
      throw new DeliveryError(`HTTP ${response.status}`);
    },
    close: () => undefined,
  };
}

function signature(key: string, timestamp: string, body: string): string {
  return createHmac('sha256', key).update(`${timestamp}.${body}`).digest('hex');
}
