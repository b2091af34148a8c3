import type { Law } from '@redress/deadlines/clock/clock.js';
import { parseCalendar, type Calendar } from '@redress/deadlines/calendar/calendar.js';
import { parseLawPack } from '@redress/deadlines/law/check-law-pack.js';
import { knownEvents } from '@redress/deadlines/law/known-events.js';
import type { LawPack } from '@redress/deadlines/law/law-pack.js';
import { policyInLog } from '@redress/deadlines/ladder/check-policy.js';
import type { EscalationPolicy } from '@redress/deadlines/ladder/escalation-policy.js';
import type { Ladders } from '@redress/deadlines/ladder/moved-rungs.js';
import type { EventStore, Position } from '@redress/event-store/port.js';
import { referenceCategories } from './reference-events.js';

/** The log has no calendar yet: nothing can be derived, and nothing may be guessed (invariant 12). */
export class NoCalendarError extends Error {
  constructor() {
    super('no calendar has been published to the log');
  }
}

/** The law, the calendar and the policies as the log has them now, held in memory and read on from the last position. */
export class LawDirectory {
  private readUpTo = '0' as Position;
  private calendar: Calendar | null = null;
  private readonly packs = new Map<string, LawPack>();
  private readonly byPolicy = new Map<string, EscalationPolicy>();
  private current: Law | null = null;

  /** @param upTo the law as the log had it at that position; left out, as it has it now */
  constructor(
    private readonly store: EventStore,
    private readonly upTo: Position | null = null,
  ) {}

  async refresh(): Promise<void> {
    for (;;) {
      const page = await this.store.readAll({ after: this.readUpTo, limit: 100, categories: referenceCategories });
      for (const { stream, data, position } of page) {
        if (this.upTo !== null && BigInt(position) > BigInt(this.upTo)) return;
        if ('calendar' in data) this.calendar = parseCalendar(data.calendar);
        if ('pack' in data) this.packs.set(stream, parseLawPack(data.pack, knownEvents));
        if ('policy' in data) this.byPolicy.set(stream, policyInLog(data.policy));
        this.readUpTo = position;
        this.current = null;
      }
      if (page.length === 0) return;
    }
  }

  /** One object as long as nothing new was published: what is derived from it is kept with it. @throws NoCalendarError */
  get law(): Law {
    if (!this.calendar) throw new NoCalendarError();
    this.current ??= { packs: [...this.packs.values()], calendar: this.calendar };
    return this.current;
  }

  /** Whether the log has a calendar, and so dates can be derived. */
  get published(): boolean {
    return this.calendar !== null;
  }

  get policies(): readonly EscalationPolicy[] {
    return [...this.byPolicy.values()];
  }

  /** What the days of rungs follow from. @throws NoCalendarError */
  get ladders(): Ladders {
    return { law: this.law, policies: this.policies };
  }
}
