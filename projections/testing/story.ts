import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Claim } from '@redress/cases/overdue-payment/claim.js';
import type { OfficeRef } from '@redress/cases/shared/reference.js';
import type { OverduePaymentEvent } from '@redress/cases/overdue-payment/events.js';
import { schemas, streamOf } from '@redress/cases/overdue-payment/events.js';
import type { Money } from '@redress/cases/shared/money.js';
import { MemoryEventStore } from '@redress/event-store/memory/memory-store.js';
import type { Actor, EventStore, RecordedEvent } from '@redress/event-store/port.js';

export const city: OfficeRef = {
  id: 'city-accepting',
  name: { zh: '市经济信息化委', en: 'Municipal Commission of Economy and Informatization' },
  district: null,
};
export const pudong: OfficeRef = {
  id: '310115-handling',
  name: { zh: '浦东新区科经委', en: 'Pudong Commission of Science and Economy' },
  district: '310115',
};
export const minhang: OfficeRef = {
  id: '310112-handling',
  name: { zh: '闵行区经委', en: 'Minhang Commission of Economy' },
  district: '310112',
};
export const mediator = { id: 'officer-li', name: '李敏' };

export const money = (text: string) => text as Money;

export const claim: Claim = {
  complainant: {
    name: '上海申精机械有限公司',
    creditCode: '91310115MA1K35N123',
    sizeType: 'small',
    address: '浦东新区川沙路1号',
    contact: { name: '王芳', phone: '13800000000' },
  },
  respondent: {
    name: '上海宏业建设（集团）有限公司',
    creditCode: '91310000132207927P',
    unitType: 'largeFirm',
    sizeType: 'large',
    address: '闵行区虹梅路2号',
    contact: null,
  },
  privateOrganisation: null,
  contract: { title: '设备采购合同', number: null, subject: 'goods', concludedOn: '2025-03-01', payWhenPaid: false },
  lines: [
    {
      line: 1,
      description: '数控机床两台',
      deliveredOn: '2025-06-10',
      workAcceptedOn: null,
      inspectionEndsOn: null,
      settlementConfirmedOn: null,
      agreedDays: null,
      agreedDueOn: '2025-07-10',
      amount: money('1280000.00'),
      disputed: money('80000.00'),
    },
  ],
  request: '支付货款1280000元',
  facts: '货到验收后未付款',
  evidence: [{ kind: 'contract', title: '采购合同', reference: 'contract.pdf' }],
  promises: { noOtherForum: true, truth: true, signatory: '陈强' },
};

const actor: Actor = { id: 'officer-zhao', name: '赵军', role: 'handlingOfficer', organisation: pudong.id };

export const calendarNow = document('deadlines/calendar/data/calendar-cn.json');
export const lawPack = document('deadlines/law/data/cn-order-802.json');
export const policy = document('deadlines/ladder/data/policy-default.json');

/** The calendar as it was before the notice for 2026 was out. */
export const calendarOf2025 = {
  ...calendarNow,
  coverageEnd: '2025-12-31',
  versions: (calendarNow.versions as { year: number }[]).filter(({ year }) => year <= 2025),
};

/** A log, written as the days go by. */
export class Story {
  private now = Date.parse('2025-06-01T09:00:00+08:00');

  /** @param store with a clock of its own; left out: one in memory, which goes by the story's */
  constructor(readonly store: EventStore = new MemoryEventStore(() => this.now)) {}

  /** From now on it is ten o'clock in Shanghai on this day. */
  on(day: string): this {
    this.now = Date.parse(`${day}T10:00:00+08:00`);
    return this;
  }

  async law(...documents: readonly (readonly [stream: string, type: string, field: string, document: object])[]) {
    for (const [stream, type, field, published] of documents) await this.append(stream, type, { [field]: published });
  }

  async releaseLaw(calendar: object = calendarNow) {
    await this.law(
      ['calendar-CN', 'CalendarPublished', 'calendar', calendar],
      ['lawPack-CN-ORDER-802', 'LawPackPublished', 'pack', lawPack],
      ['policy-default', 'EscalationPolicyPublished', 'policy', policy],
    );
  }

  /** An event of a case; `occurredOn` when it took effect earlier than it is recorded. */
  async event<T extends OverduePaymentEvent['type']>(
    caseId: string,
    type: T,
    data: Extract<OverduePaymentEvent, { type: T }>['data'],
    occurredOn?: string,
  ): Promise<RecordedEvent> {
    return this.append(streamOf(caseId), type, data, occurredOn);
  }

  async lodged(caseId: string, caseNumber: string, changes: Partial<Claim> = {}) {
    await this.event(caseId, 'ClaimLodged', {
      caseNumber,
      acceptingOffice: city,
      lodging: { by: 'complainant', channel: 'online', receivedOn: null, agent: null },
      due: [],
      scopes: null,
      claim: { ...claim, ...changes },
      total: money('1280000.00'),
      disputed: money('80000.00'),
    });
  }

  async append(stream: string, type: string, data: object, occurredOn?: string): Promise<RecordedEvent> {
    const commandId = randomUUID();
    const backdated = occurredOn === undefined ? {} : { occurredAtReason: '补记' };
    const result = await this.store.append(stream, 'any', [
      {
        id: randomUUID(),
        type,
        schema: schemas[type as OverduePaymentEvent['type']] ?? 1,
        data: data as Record<string, unknown>,
        meta: {
          commandId,
          commandHash: '5a'.repeat(32),
          correlationId: commandId,
          causationId: null,
          actor,
          occurredAt: occurredOn ? `${occurredOn}T16:30:00+08:00` : new Date(this.now).toISOString(),
          ...backdated,
          hashAlgorithm: 'sha256',
        },
      },
    ]);
    if (result.outcome !== 'appended') throw new Error('the story does not append');
    return result.events[0]!;
  }
}

function document(path: string): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL(`../../libs/${path}`, import.meta.url), 'utf8')) as Record<string, unknown>;
}
