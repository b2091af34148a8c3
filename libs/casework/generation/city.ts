import type { OfficeRef } from '@redress/cases/shared/reference.js';
import type { Calendar } from '@redress/deadlines/calendar/calendar.js';
import { addDays, plainDate, type PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import type { PaymentTermRule } from '@redress/deadlines/payment/payment-terms.js';
import { derivedId } from '@redress/event-store/identity.js';
import type { Actor } from '@redress/event-store/port.js';
import type { UnsealedEvent } from '@redress/privacy/vault.js';
import type { Desks } from './desks.js';
import { GeneratedCase } from './generated-case.js';
import { Population, type Sme } from './population.js';
import { Chance } from './random.js';
import { stories } from './stories.js';
import type { Act, Stage } from './story.js';
import { daysFrom, Timetable } from './timetable.js';

export interface Plan {
  readonly seed: string;
  readonly cases: number;
  /** PlainDates: the first and the last day on which anything is recorded. */
  readonly from: string;
  readonly until: string;
}

/** One act on one case, as it is recorded at this instant (ISO 8601 with offset), its personal data not yet sealed. */
export interface Occurrence {
  readonly at: string;
  /** The case's: what is recorded within one second stands in the order of these. */
  readonly number: number;
  readonly of: GeneratedCase;
  /** Nothing more comes of it. */
  readonly last: boolean;
  readonly events: readonly UnsealedEvent[];
  readonly body: object;
}

interface Task {
  /** The case's. */
  readonly number: number;
  readonly one: GeneratedCase;
  readonly chance: Chance;
}

/** One of so many equal parts of a city's cases: cases do not hang on one another. */
export interface Share {
  readonly nth: number;
  readonly of: number;
}

/** The cases of a city, lodged day by day and worked on side by side. */
export class City {
  private readonly population: Population;
  private readonly timetable: Timetable<Task>;

  constructor(
    private readonly plan: Plan,
    private readonly desks: Desks,
    private readonly calendar: Calendar,
    private readonly paymentTerms: readonly PaymentTermRule[],
    private readonly share: Share = { nth: 0, of: 1 },
  ) {
    this.population = new Population(plan.seed);
    this.timetable = new Timetable(calendar, plainDate(plan.until));
  }

  /** Every act in the order of time. */
  *occurrences(): Generator<Occurrence, void, void> {
    const days = daysFrom(this.plan.from, this.plan.until);
    const lodgings = this.lodgingsByDay(days);
    let lodged = 0;
    for (const [index, day] of days.entries()) {
      for (let n = lodgings[index]!; n > 0; n--, lodged++)
        if (lodged % this.share.of === this.share.nth) this.lodge(lodged, day);
      for (const [at, task] of this.timetable.take(day)) {
        const acted = task.one.act(at, day);
        this.putNext(task, day);
        yield { at, number: task.number, of: task.one, last: !task.one.goesOn, ...acted };
      }
    }
  }

  private putNext(task: Task, day: PlainDate): void {
    const { one, chance } = task;
    const wait = one.daysToNext;
    // What follows on the same day waits for the next: an office does one thing a day on one case.
    if (wait === null || !this.timetable.put(task, addDays(day, Math.max(1, wait)), chance)) one.ends();
  }

  /** Before the lunar new year, when wages fall due, more comes in; little at weekends. */
  private lodgingsByDay(days: readonly PlainDate[]): readonly number[] {
    const weights = days.map((day) => {
      const atWork = this.calendar.isWorkingDay(day) === false ? 0.25 : 1;
      return atWork * (Number(day.slice(5, 7)) <= 2 ? 1.8 : 1);
    });
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    let reached = 0;
    return weights.map((weight) => {
      const before = Math.round((reached / total) * this.plan.cases);
      reached += weight;
      return Math.round((reached / total) * this.plan.cases) - before;
    });
  }

  private lodge(number: number, day: PlainDate): void {
    const { seed, cases } = this.plan;
    const chance = new Chance(seed, 'case', number);
    const { kind, tell } = chance.weighted(stories.map((story) => [story.share, story] as const));
    const complainant = this.population.sme(chance.whole(0, Math.ceil(cases * 0.7)));
    const caseId = derivedId(Date.parse(`${day}T00:00:00+08:00`), ['generated', seed, String(number)]);
    const accepting = this.desks.accepting(kind.kind, day);
    const stage = this.stage(chance, accepting, complainant, day);
    const turn = chance.whole(0, 1_000_000);
    const one = new GeneratedCase(kind, caseId, tell(stage), (act) => this.actor(act, accepting, complainant, turn));
    this.timetable.put({ number, one, chance }, day, chance, 'anyDay');
  }

  private stage(chance: Chance, acceptingOffice: OfficeRef, complainant: Sme, lodgedOn: PlainDate): Stage {
    return {
      chance,
      population: this.population,
      complainant,
      lodgedOn,
      acceptingOffice,
      calendar: this.calendar,
      paymentTerms: this.paymentTerms,
      handlingOffice: (district) => this.desks.handlingOffice(district),
      officer: (office, role) => {
        const { id, name } = this.desks.officer(office, role, chance.whole(0, 1_000_000));
        return { id, name: name.zh };
      },
    };
  }

  private actor({ by, office }: Act, accepting: OfficeRef, complainant: Sme, turn: number): Actor {
    if (by === 'complainant') {
      const { name } = complainant.contact;
      return { id: `sme-${complainant.creditCode}`, name, role: 'sme', organisation: complainant.creditCode };
    }
    const seat = office ?? (by === 'intakeOfficer' ? accepting : this.desks.handlingOffice(complainant.district));
    return this.desks.actor(this.desks.officer(seat, by, turn));
  }
}
