export type EventData = Readonly<Record<string, unknown>>;

/** The data of one schema version as the next one has it. Pure; what was not recorded then is null, never a guess. */
export type Upcaster = (data: EventData) => EventData;

/** By event type, and by the schema version which the upcaster reads: `SupplementRequested: { 1: … }` leads from 1 to 2. */
export type Upcasters = Readonly<Record<string, Readonly<Record<number, Upcaster>>>>;

/** The shapes of a release: every event type with the schema version written today, and the ways from the earlier ones. */
export interface Shapes {
  readonly schemas: Readonly<Record<string, number>>;
  readonly upcasters?: Upcasters;
}

interface Versioned {
  readonly type: string;
  readonly schema: number;
  readonly data: EventData;
}

/**
 * An event which this release does not know: of another type, of a later schema version, or of an earlier one from which
 * no upcaster leads on. To fold a case without it would be to decide on a state that is not the case's.
 */
export class UnknownEventError extends Error {
  override readonly name = 'UnknownEventError';

  constructor(
    readonly type: string,
    readonly schema: number,
    /** The version this release writes; null where it does not know the type. */
    readonly written: number | null,
  ) {
    super(
      `${type} of schema ${schema} is not known to this release` +
        (written === null ? '' : `, which writes schema ${written}`),
    );
  }
}

/**
 * The event in the shape which this release writes (invariant 5). For folds alone: the stored shape is the one whose
 * chain is verified. @throws UnknownEventError
 */
export function upcast<E extends Versioned>(event: E, { schemas, upcasters = {} }: Shapes): E {
  const { type, schema } = event;
  const written = Object.hasOwn(schemas, type) ? schemas[type]! : null;
  if (schema === written) return event;
  if (written === null || schema > written) throw new UnknownEventError(type, schema, written);
  let { data } = event;
  for (let version = schema; version < written; version++) {
    const next = Object.hasOwn(upcasters, type) ? upcasters[type]![version] : undefined;
    if (next === undefined) throw new UnknownEventError(type, schema, written);
    data = next(data);
  }
  return { ...event, schema: written, data };
}

/** The events of a stream as `upcast` gives each. @throws UnknownEventError */
export function upcasting<E extends Versioned>(events: readonly E[], shapes: Shapes): readonly E[] {
  return events.map((event) => upcast(event, shapes));
}
