import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A real SMTP server, which keeps what it takes and refuses whom it is told to. */
export interface MailServer {
  readonly url: string;
  readonly mails: ParsedMail[];
  /** Recipients nobody of whom is here: 550. */
  readonly unknown: Set<string>;
  /** How many more mails it cannot take just now: 451. */
  busyFor: number;
  /** The mails to an address, once there are so many. */
  to(address: string, count: number): Promise<readonly ParsedMail[]>;
  close(): Promise<void>;
}

export async function mailServer(port = 0): Promise<MailServer> {
  const mails: ParsedMail[] = [];
  const unknown = new Set<string>();
  const state = { busyFor: 0 };
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo({ address }, _session, callback) {
      if (!unknown.has(address)) return callback();
      callback(Object.assign(new Error('nobody of that name here'), { responseCode: 550 }));
    },
    onData(stream, _session, callback) {
      void simpleParser(stream).then((mail) => {
        if (state.busyFor > 0) {
          state.busyFor -= 1;
          return callback(Object.assign(new Error('come back later'), { responseCode: 451 }));
        }
        mails.push(mail);
        callback();
      }, callback);
    },
  });
  // A sender that is killed leaves its connection in the middle of a word; the server goes on.
  smtp.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') throw error;
  });
  await new Promise<void>((resolve) => void smtp.listen(port, '127.0.0.1', resolve));
  const { port: taken } = smtp.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${taken}`,
    mails,
    unknown,
    get busyFor() {
      return state.busyFor;
    },
    set busyFor(count) {
      state.busyFor = count;
    },
    async to(address, count) {
      const those = () => mails.filter(({ to }) => [to].flat().some((one) => one?.text === address));
      for (let tries = 0; tries < 2_000 && those().length < count; tries++)
        await new Promise((resolve) => setTimeout(resolve, 25));
      return those();
    },
    close: () => new Promise<void>((resolve) => smtp.close(() => resolve())),
  };
}
