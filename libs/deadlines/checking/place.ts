import { isPlainDate, type PlainDate } from '../calendar/plain-date.js';
import { type Text } from '../text.js';

/** One thing wrong in a data file: `rules[1].extension[0].maxTotal`, and what is wrong there. */
export interface Fault {
  readonly place: string;
  readonly reason: string;
}

/** A data file (calendar, law pack, policy, series) which is not taken over; it names every fault with its place. */
export class DataRefused extends Error {
  override readonly name = 'DataRefused';

  constructor(
    readonly subject: string,
    readonly faults: readonly Fault[],
  ) {
    super(`${subject} is refused: ${faults.map((fault) => `${fault.place}: ${fault.reason}`).join('; ')}`);
  }
}

/**
 * A value in a parsed JSON document together with its path. The readers note a fault and answer with a harmless value of
 * the right type, so that one pass finds all faults; nothing read this way may be used before `refuseIfFaulty`.
 */
export class Place {
  private constructor(
    readonly value: unknown,
    readonly path: string,
    private readonly faults: Fault[],
  ) {}

  static root(value: unknown): Place {
    return new Place(value, '', []);
  }

  fault(reason: string): void {
    this.faults.push({ place: this.path === '' ? 'the document' : this.path, reason });
  }

  refuseIfFaulty(subject: string): void {
    if (this.faults.length > 0) throw new DataRefused(subject, this.faults);
  }

  field(name: string): Place {
    const path = this.path === '' ? name : `${this.path}.${name}`;
    return new Place(isRecord(this.value) ? this.value[name] : undefined, path, this.faults);
  }

  has(name: string): boolean {
    return isRecord(this.value) && this.value[name] !== undefined && this.value[name] !== null;
  }

  /** Refuses a field which the format does not know: a misspelt `roll` must not be taken for the default. */
  onlyFields(...names: readonly string[]): this {
    if (!isRecord(this.value)) this.fault('an object is expected');
    else for (const key of Object.keys(this.value)) if (!names.includes(key)) this.field(key).fault('unknown field');
    return this;
  }

  items(): readonly Place[] {
    if (!Array.isArray(this.value)) {
      this.fault('a list is expected');
      return [];
    }
    return this.value.map((item: unknown, index) => new Place(item, `${this.path}[${index}]`, this.faults));
  }

  string(): string {
    if (typeof this.value === 'string' && this.value.trim() !== '') return this.value;
    this.fault('a text is expected');
    return '';
  }

  text(): Text {
    this.onlyFields('zh', 'en');
    return { zh: this.field('zh').string(), en: this.field('en').string() };
  }

  date(): PlainDate {
    if (isPlainDate(this.value)) return this.value;
    this.fault('a date of the form YYYY-MM-DD is expected');
    return '2000-01-01' as PlainDate;
  }

  integer(least: number, greatest: number): number {
    if (typeof this.value === 'number' && Number.isInteger(this.value) && this.value >= least && this.value <= greatest)
      return this.value;
    this.fault(`a whole number from ${least} to ${greatest} is expected`);
    return least;
  }

  boolean(): boolean {
    if (typeof this.value === 'boolean') return this.value;
    this.fault('true or false is expected');
    return false;
  }

  oneOf<const T extends string>(...allowed: readonly [T, ...T[]]): T {
    const found = allowed.find((candidate) => candidate === this.value);
    if (found !== undefined) return found;
    this.fault(`one of ${allowed.join(', ')} is expected`);
    return allowed[0];
  }

  /** Null where the field is absent or null, else what the reader makes of it. */
  optional<T>(name: string, read: (place: Place) => T): T | null {
    return this.has(name) ? read(this.field(name)) : null;
  }

  list<T>(name: string, read: (place: Place) => T): readonly T[] {
    return this.has(name) ? this.field(name).items().map(read) : [];
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
