import type { EventStore, Position } from '@redress/event-store/port.js';
import { competentOffices, type CompetenceQuestion, type CompetentOffice } from './competence.js';
import {
  evolveOffice,
  officeCategory,
  officeEvent,
  type Office,
  type OfficeFunction,
  type OfficeLevel,
  type Officer,
  type OfficerRole,
} from './office.js';

export interface OfficeFilter {
  readonly level?: OfficeLevel;
  readonly district?: string;
  readonly function?: OfficeFunction;
  readonly parent?: string;
}

export interface OfficerFilter {
  readonly office?: string;
  readonly role?: OfficerRole;
}

const pageSize = 500;

/**
 * The offices and officers as the log has them, held in memory. `refresh` reads on from the last position; the queries
 * answer from what was read by then. Lists are in the order of the log.
 */
export class OfficeDirectory {
  readonly #offices = new Map<string, Office>();
  #readUpTo = '0' as Position;
  #reading: Promise<void> | null = null;
  #next: Promise<void> | null = null;

  constructor(private readonly store: EventStore) {}

  /** Resolves when everything appended before the call has been read. Calls at once share a reading. */
  refresh(): Promise<void> {
    if (this.#reading === null) {
      this.#reading = this.#readOn().finally(() => (this.#reading = null));
      return this.#reading;
    }
    // A reading under way may have passed the end of the log already: the call waits for one begun after it.
    this.#next ??= this.#settled(this.#reading).then(() => {
      this.#next = null;
      return this.refresh();
    });
    return this.#next;
  }

  office(id: string): Office | undefined {
    return this.#offices.get(id);
  }

  offices(filter: OfficeFilter = {}): readonly Office[] {
    return [...this.#offices.values()].filter((office) => matches(office, filter));
  }

  officer(id: string): Officer | undefined {
    return this.officers().find((officer) => officer.id === id);
  }

  officers(filter: OfficerFilter = {}): readonly Officer[] {
    return [...this.#offices.values()]
      .filter((office) => filter.office === undefined || office.id === filter.office)
      .flatMap((office) => office.officers)
      .filter((officer) => filter.role === undefined || officer.role === filter.role);
  }

  /** The offices which the reference data names for this, with the ground of each. */
  competent(question: CompetenceQuestion): readonly CompetentOffice[] {
    return competentOffices(this.offices(), question);
  }

  /** The division code of the office; null when it is the city's, or unknown. */
  districtOf(officeId: string): string | null {
    return this.#offices.get(officeId)?.district ?? null;
  }

  /** Whether the office is known and lies in that district, stands on that level, has that function, or all of these. */
  isWithin(officeId: string, area: OfficeFilter): boolean {
    const office = this.#offices.get(officeId);
    return office !== undefined && matches(office, area);
  }

  /** A reading that failed has told its own caller; the next one tries for itself. */
  async #settled(reading: Promise<void>): Promise<void> {
    await Promise.allSettled([reading]);
  }

  async #readOn(): Promise<void> {
    // The head is taken first: by invariant 3 every office event up to it is in what is read after it, so the next
    // reading may begin there and need not search the cases in between again.
    const head = await this.store.head();
    while (BigInt(this.#readUpTo) < BigInt(head)) {
      const page = await this.store.readAll({ after: this.#readUpTo, limit: pageSize, categories: [officeCategory] });
      for (const recorded of page) {
        const id = recorded.stream.slice(officeCategory.length + 1);
        const office = evolveOffice(this.#offices.get(id) ?? null, officeEvent(recorded));
        if (office !== null) this.#offices.set(id, office);
        this.#readUpTo = recorded.position;
      }
      if (page.length < pageSize && BigInt(this.#readUpTo) < BigInt(head)) this.#readUpTo = head;
    }
  }
}

function matches(office: Office, filter: OfficeFilter): boolean {
  return (
    (filter.level === undefined || office.level === filter.level) &&
    (filter.district === undefined || office.district === filter.district) &&
    (filter.function === undefined || office.functions.includes(filter.function)) &&
    (filter.parent === undefined || office.parent === filter.parent)
  );
}
