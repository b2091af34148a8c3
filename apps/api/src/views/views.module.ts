import { Global, Module } from '@nestjs/common';
import type { Pool } from 'pg';
import type { ServerClock } from '@redress/casework/kernel/time.js';
import { caseKinds } from '@redress/casework/kinds.js';
import { kindOfCase, type CaseFinder } from '@redress/casework/kernel/other-cases.js';
import { CASE_FINDER, EVENT_STORE, SERVER_CLOCK } from '@redress/casework/kernel/tokens.js';
import type { EventStore } from '@redress/event-store/port.js';
import { findCase } from '@redress/projections/case-file/queries.js';
import { POOL } from '../foundation/foundation.module.js';
import { isUuid } from '../problems/uuid.js';
import { CaseActionsController } from './case-actions.controller.js';
import { CaseFileController } from './case-file.controller.js';
import { CorrectableController } from './correctable.controller.js';
import { GroundsController } from './grounds.controller.js';
import { ListsController } from './lists.controller.js';
import { ViewReading } from './reading.js';
import { ReceiptController } from './receipt.controller.js';

/** Queries over the views: plain functions that take the scope; the way to a case by its number is one of them. */
@Global()
@Module({
  controllers: [
    ListsController,
    CaseFileController,
    CaseActionsController,
    CorrectableController,
    GroundsController,
    ReceiptController,
  ],
  providers: [
    {
      provide: ViewReading,
      useFactory: (pool: Pool, clock: ServerClock, store: EventStore) => new ViewReading(pool, clock, store),
      inject: [POOL, SERVER_CLOCK, EVENT_STORE],
    },
    {
      provide: CASE_FINDER,
      useFactory: (views: ViewReading, store: EventStore): CaseFinder => ({
        async find(reference) {
          if (!isUuid(reference)) return views.of('case-file', undefined, (pool) => findCase(pool, reference));
          const caseId = reference.toLowerCase();
          const kind = await kindOfCase(store, caseKinds, caseId);
          return kind && { kind, caseId };
        },
      }),
      inject: [ViewReading, EVENT_STORE],
    },
  ],
  exports: [ViewReading, CASE_FINDER],
})
export class ViewsModule {}
