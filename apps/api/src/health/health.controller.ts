import { setTimeout as pause } from 'node:timers/promises';
import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Pool } from 'pg';
import { zone } from '@redress/casework/kernel/time.js';
import { EVENT_STORE } from '@redress/casework/kernel/tokens.js';
import { dayInZone } from '@redress/deadlines/calendar/zone-day.js';
import type { EventStore, Position } from '@redress/event-store/port.js';
import { deliveryHealth, type DeliveryHealth } from '@redress/notices/delivery-health.js';
import { now } from '@redress/platform/server-clock.js';
import { erasureLag, type ErasureLag } from '@redress/privacy/forgetting/erasure-lag.js';
import { readProgress } from '@redress/processing/progress.js';
import { readClock } from '@redress/processing/timers/clock-guard.js';
import { timerHealth } from '@redress/processing/timers/timer-health.js';
import { stuckWork } from '@redress/projections/stuck-work.js';
import { escalationTimer } from '@redress/projections/escalations/queries.js';
import { instalmentTimer } from '@redress/projections/instalments/queries.js';
import { views } from '@redress/projections/registry.js';
import { POOL } from '../foundation/foundation.module.js';
import { OpenToAll } from '../session/session.guard.js';

export class ViewHealth {
  @ApiProperty() view!: string;
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty() position!: string;
  @ApiProperty() head!: string;
  @ApiProperty({ type: 'integer' }) lagEvents!: number;
  @ApiProperty({ description: 'How old the oldest event not yet shown may be at most, in seconds' })
  lagSeconds!: number;
  @ApiProperty({ description: 'Seconds since a worker last worked on the view' }) silentSeconds!: number;
  @ApiProperty({ type: 'integer', description: 'Events which could not be applied, and those held back behind them' })
  parked!: number;
  @ApiProperty({ type: String, nullable: true, description: 'Why the last attempt failed' }) error!: string | null;
  @ApiProperty() healthy!: boolean;
}

export class ClockHealth {
  @ApiProperty() healthy!: boolean;
  @ApiProperty({ type: String, nullable: true, enum: ['wentBack', 'ranAhead', 'aheadOfLog'] }) why!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Since when nothing fires and nothing is recorded' })
  since!: string | null;
}

export class NoticesHealth implements DeliveryHealth {
  @ApiProperty() healthy!: boolean;
  @ApiProperty({ type: String, description: 'How far the log has been gone through for notices' }) actedTo!: Position;
  @ApiProperty({ type: 'integer' }) queued!: number;
  @ApiProperty({ type: 'integer', description: 'How long the oldest of the queue has waited' }) oldestSeconds!: number;
  @ApiProperty({ type: 'integer', description: 'Dead letters: given up after the last try' }) dead!: number;
  @ApiProperty({ type: 'integer', description: 'Addresses at which there is nobody' }) refused!: number;
  @ApiProperty({ type: 'integer', description: 'Events which this release could not read for notices' })
  parked!: number;
}

export class ErasureHealth implements ErasureLag {
  @ApiProperty() healthy!: boolean;
  @ApiProperty({ type: String, description: 'What the log forgets up to here is gone' }) erasedTo!: Position;
  @ApiProperty({ description: 'How long the first that waits has been in the log, in seconds' }) lagSeconds!: number;
}

export class DueWorkHealth {
  @ApiProperty({ description: 'False when nobody looks at what is due, a look failed, or something due is refused' })
  healthy!: boolean;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Seconds since a worker last looked; null before the first',
  })
  silentSeconds!: number | null;
  @ApiProperty({ type: String, nullable: true, description: 'Why the last look failed' }) error!: string | null;
  @ApiProperty({
    type: 'integer',
    description: 'Rungs and instalments which are due and refused; counted to a hundred',
  })
  stuck!: number;
}

/** A worker looks every second, with pauses of up to ten where that fails. */
const longestSilence = 30;
const stuckCountedTo = 100;
const longestLookMs = 5_000;

export class Health {
  @ApiProperty({ enum: ['ok', 'degraded'] }) status!: 'ok' | 'degraded';
  @ApiProperty({ enum: ['ok', 'unreachable'] }) database!: 'ok' | 'unreachable';
  @ApiProperty({ type: ClockHealth, nullable: true }) clock!: ClockHealth | null;
  @ApiProperty({ type: NoticesHealth, nullable: true }) notices!: NoticesHealth | null;
  @ApiProperty({ type: ErasureHealth, nullable: true }) erasure!: ErasureHealth | null;
  @ApiProperty({ type: DueWorkHealth, nullable: true, description: 'Null while the views of what is due do not serve' })
  due!: DueWorkHealth | null;
  @ApiProperty({ type: [ViewHealth] }) projections!: readonly ViewHealth[];
}

const unreachable: Health = {
  status: 'degraded',
  database: 'unreachable',
  clock: null,
  notices: null,
  erasure: null,
  due: null,
  projections: [],
};

@ApiTags('Health')
@Controller('api/health')
export class HealthController {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  @Get()
  @OpenToAll()
  @ApiOperation({ summary: 'Whether the database answers and every view keeps up; 503 when not' })
  @ApiOkResponse({ type: Health })
  async health(@Res({ passthrough: true }) response: Response): Promise<Health> {
    const given = new AbortController();
    // A database that is frozen, or locked, keeps its asker waiting for ever.
    const late = pause(longestLookMs, unreachable, { signal: given.signal, ref: false });
    const health = await Promise.race([this.look(), late]).finally(() => given.abort());
    response.status(health.status === 'ok' ? 200 : 503);
    return health;
  }

  private async look(): Promise<Health> {
    try {
      const progress = await readProgress(this.store, this.pool);
      const projections = progress.map(({ state: _, ...view }) => view);
      const allThere = views.every(({ name }) => progress.some(({ view }) => view === name));
      const { haltedAt, why } = await readClock(this.pool);
      const clock = { healthy: why === null, why, since: haltedAt };
      const serves = (name: string) => progress.some(({ view, state }) => view === name && state === 'serving');
      const due = serves('escalations') && serves('instalments') ? await this.dueWork() : null;
      const notices = await deliveryHealth(this.pool);
      const erasure = await erasureLag(this.store, this.pool);
      const all = [clock, notices, erasure, ...(due ? [due] : []), ...projections];
      const status = allThere && all.every(({ healthy }) => healthy) ? 'ok' : 'degraded';
      return { status, database: 'ok', clock, notices, erasure, due, projections };
    } catch {
      // Whatever the reason, the answer is that the database cannot be asked; the operator's log has the error of each request.
      return unreachable;
    }
  }

  private async dueWork(): Promise<DueWorkHealth> {
    const all = await Promise.all([escalationTimer, instalmentTimer].map((timer) => timerHealth(this.pool, timer)));
    const today = dayInZone(await now(this.pool), zone);
    const { length: stuck } = await stuckWork(this.pool, today, stuckCountedTo);
    const silences = all.map(({ silentSeconds }) => silentSeconds);
    const silentSeconds = silences.reduce((a, b) => (a === null || b === null ? null : Math.max(a, b)));
    const error = all.find((timer) => timer.error !== null)?.error ?? null;
    const healthy = silentSeconds !== null && silentSeconds < longestSilence && error === null && stuck === 0;
    return { healthy, silentSeconds, error, stuck };
  }
}
