import { createTransport } from 'nodemailer';
import { DeliveryError, type Channel, type Message, type Sent } from './channel.js';

export interface SmtpSettings {
  /** `smtp://user:password@host:port`, or `smtps://`. */
  readonly url: string;
  /** The sender, `Redress <notices@example.org>`. */
  readonly from: string;
}

const timeoutMs = 30_000;

/** What nodemailer says of a failure, as far as it names nobody. */
interface SmtpFailure {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
}

export function smtpChannel({ url, from }: SmtpSettings): Channel {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 4,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  });
  const domain = /@([^>\s]+)>?\s*$/.exec(from)?.[1] ?? 'redress.invalid';
  return {
    name: 'mail',
    async send({ id, to, subject, text }: Message): Promise<Sent> {
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: to },
          subject,
          text,
          messageId: `<${id}@${domain}>`,
          // RFC 3834: no holiday answers to what no person wrote.
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
        return { outcome: 'sent' };
      } catch (error) {
        return refusedOrThrown(error as SmtpFailure);
      }
    },
    close: () => transport.close(),
  };
}

/** A server which refuses this recipient for good will do so tomorrow; all else may pass. @throws DeliveryError */
function refusedOrThrown({ code = 'unknown', command = '', responseCode = 0 }: SmtpFailure): Sent {
  const why = `${code} ${command} ${responseCode}`.trim();
  const isOfRecipient = command === 'RCPT TO' || code === 'EENVELOPE';
  if (isOfRecipient && (responseCode === 0 || (responseCode >= 500 && responseCode < 560)))
    return { outcome: 'refused', why };
  throw new DeliveryError(why);
}
