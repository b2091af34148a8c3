import type { StreamName } from '@redress/event-store/port.js';
import type { Person } from './person.js';

export interface Key {
  readonly id: string;
  /** 32 bytes. */
  readonly key: Buffer;
}

/** A free text's key is its own: its id follows from the place, so that a command sent again finds the same. */
export interface TextPlace {
  readonly id: string;
  /** `<event id>/<path>`. */
  readonly at: string;
}

/** Where keys are kept. */
export interface Keys {
  /**
   * The keys of these persons and texts of a stream, in their order; made where there are none. What an append which
   * follows has made durable opens for ever, until the key is destroyed.
   */
  take(
    stream: StreamName,
    persons: readonly Person[],
    texts: readonly TextPlace[],
  ): Promise<{ readonly persons: readonly Key[]; readonly texts: readonly Key[] }>;

  /** Those of the ids that have a key still. */
  find(ids: readonly string[]): Promise<ReadonlyMap<string, Buffer>>;
}
