import { destination, type DestinationStream, type Logger, pino, stdTimeFunctions } from 'pino';
import type { LogLevel } from './configuration.js';

export type { Logger };

/**
 * A logger whose lines are JSON with a level by name and an ISO time, written to standard output unless told otherwise.
 *
 * The writes are synchronous: pino's asynchronous ones are flushed when the process exits, and that flush tries a broken pipe
 * again for ever. A worker whose parent had been killed lived on in it, deaf to everything.
 */
export function createLogger(program: string, level: LogLevel, stream?: DestinationStream): Logger {
  const options = {
    base: { program },
    level,
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: ['req.headers.authorization', 'req.headers.cookie', 'password'],
  };
  return pino(options, stream ?? destination({ dest: 1, sync: true }));
}

interface Line {
  readonly time?: string;
  readonly level?: string;
  readonly program?: string;
  readonly msg?: string;
  readonly err?: { readonly stack?: string; readonly message?: string };
}

/** A logged line for a person's eye: `16:20:03 api warn  message {"more":"…"}`; what is no such line comes back as it is. */
export function readable(line: string): string {
  if (!line.startsWith('{')) return line;
  let parsed: Line;
  try {
    parsed = JSON.parse(line) as Line;
  } catch {
    return line;
  }
  const { time, level, program, msg, err, ...more } = parsed;
  if (time === undefined || level === undefined) return line;
  const clock = new Date(time).toTimeString().slice(0, 8);
  const rest = Object.keys(more).length === 0 ? '' : ` ${JSON.stringify(more)}`;
  const trace = err === undefined ? '' : `\n${err.stack ?? err.message}`;
  return `${clock} ${program ?? ''} ${level.padEnd(5)} ${msg ?? ''}${rest}${trace}`;
}
