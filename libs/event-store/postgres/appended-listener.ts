import { Client, type ClientConfig } from 'pg';

const LONGEST_PAUSE_MS = 10_000;

/**
 * One connection which LISTENs for appends and wakes the listeners; opened with the first of them, opened anew for
 * ever when lost. Wake-ups missed meanwhile are made up by one after each reconnection.
 */
export class AppendedListener {
  private readonly listeners = new Set<() => void>();
  private client: Client | null = null;
  private retry: NodeJS.Timeout | null = null;
  private attempts = 0;
  private closed = false;

  constructor(private readonly config: ClientConfig) {}

  add(listener: () => void): () => void {
    const own = () => listener();
    this.listeners.add(own);
    if (this.client === null && this.retry === null) this.connect();
    return () => void this.listeners.delete(own);
  }

  async close(): Promise<void> {
    this.closed = true;
    if (this.retry !== null) clearTimeout(this.retry);
    this.listeners.clear();
    const client = this.client;
    this.client = null;
    await client?.end();
  }

  private connect(): void {
    this.retry = null;
    const client = new Client({ ...this.config, application_name: 'redress-listen', keepAlive: true });
    this.client = client;
    client.on('notification', () => this.wake());
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    client
      .connect()
      .then(() => client.query('LISTEN es_appended'))
      .then(
        () => {
          this.attempts = 0;
          this.wake();
        },
        () => this.lost(client),
      );
  }

  /** Fires once a connection: a connection that fails reports it as an error, as an end, or as a refused query. */
  private lost(client: Client): void {
    if (this.client !== client || this.closed) return;
    this.client = null;
    client.end().catch(() => undefined);
    const pause = Math.min(LONGEST_PAUSE_MS, 50 * 2 ** this.attempts++) * (0.5 + Math.random() / 2);
    this.retry = setTimeout(() => this.connect(), pause);
  }

  private wake(): void {
    for (const listener of this.listeners) listener();
  }
}
