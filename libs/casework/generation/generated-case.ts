import type { CaseKind, SensitiveField } from '@redress/cases/shared/case-kind.js';
import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import { derivedId } from '@redress/event-store/identity.js';
import type { Actor, StreamName } from '@redress/event-store/port.js';
import type { UnsealedEvent } from '@redress/privacy/vault.js';
import type { CommandOfAnyKind, EventOfAnyKind } from '../kernel/case-stream.js';
import { streamOf } from '../kernel/case-stream.js';
import { newEvents } from '../kernel/new-events.js';
import type { Act, Story } from './story.js';

/** A story which the rules refuse is a fault of the generator. */
export class StoryRefused extends Error {
  override readonly name = 'StoryRefused';
}

/** One case on its way through its story, decided by the rules of its kind as any command is. */
export class GeneratedCase {
  readonly stream: StreamName;
  private state: unknown;
  private revision = 0;
  private next: Act | null;

  constructor(
    private readonly kind: CaseKind<unknown, CommandOfAnyKind, EventOfAnyKind>,
    private readonly caseId: string,
    private readonly story: Story,
    private readonly actorOf: (act: Act) => Actor,
  ) {
    this.stream = streamOf(kind, caseId);
    this.state = kind.initial;
    this.next = this.following('');
  }

  /** Nothing more is recorded of it: what comes would fall after the end of the log. */
  ends(): void {
    this.next = null;
  }

  get goesOn(): boolean {
    return this.next !== null;
  }

  sensitivePaths = ({ type }: { readonly type: string }): readonly SensitiveField[] =>
    (this.kind.sensitive as Readonly<Record<string, readonly SensitiveField[] | undefined>>)[type] ?? [];

  /** Calendar days after the act before; null where the story is over. */
  get daysToNext(): number | null {
    return this.next?.after ?? null;
  }

  /** The next act, taken at this instant of this day in Shanghai. @throws StoryRefused */
  act(at: string, today: PlainDate): { readonly events: readonly UnsealedEvent[]; readonly body: object } {
    const act = this.next!;
    const on = act.on ?? today;
    const actor = this.actorOf(act);
    const commandId = derivedId(Date.parse(at), ['generated', this.caseId, String(this.revision)]);
    const occasion = { caseId: this.caseId, today, on, actor: { id: actor.id, name: actor.name } };
    const decision = this.kind.decide({ name: act.name, body: act.body }, this.state, occasion);
    if (decision.outcome === 'refused')
      throw new StoryRefused(`${this.kind.kind}, ${act.name} on ${on}: ${JSON.stringify(decision.refusals)}`);
    const request = { commandId, actor, ...(on === today ? {} : { occurredOnReason: '事后录入。' }) };
    const events = newEvents(decision.events, this.kind.schemas, {
      stream: this.stream,
      caseId: this.caseId,
      request,
      now: at,
      today,
      on,
    });
    for (const event of events) {
      const { id, type, schema, data } = event;
      this.state = this.kind.evolve(this.state, { id, revision: String(this.revision++), type, schema, data, on });
    }
    this.next = this.following(today);
    return { events, body: act.body };
  }

  private following(today: string): Act | null {
    const step = this.story.next(today);
    return step.done === true ? null : step.value;
  }
}
