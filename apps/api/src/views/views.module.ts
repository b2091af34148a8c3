import { Global, Module } from '@nestjs/common';
import type { Pool } from 'pg';
import type { ServerClock } from '@redress/casework/kernel/handle-command.js';
import { SERVER_CLOCK } from '@redress/casework/kernel/tokens.js';
import { findCase } from '@redress/projections/case-file/queries.js';
import { POOL } from '../foundation/foundation.module.js';
import { CASE_LOCATOR, type CaseLocator } from '../overdue-payment/case-locator.js';
import { isUuid } from '../problems/uuid.js';
import { CaseFileController } from './case-file.controller.js';
import { ListsController } from './lists.controller.js';
import { ViewReading } from './reading.js';

/** Queries over the views: plain functions that take the scope; the way to a case by its number is one of them. */
@Global()
@Module({
  controllers: [ListsController, CaseFileController],
  providers: [
    {
      provide: ViewReading,
      useFactory: (pool: Pool, clock: ServerClock) => new ViewReading(pool, clock),
      inject: [POOL, SERVER_CLOCK],
    },
    {
      provide: CASE_LOCATOR,
      useFactory: (views: ViewReading): CaseLocator => ({
        async find(reference) {
          if (isUuid(reference)) return reference.toLowerCase();
          const found = await views.of('case-file', undefined, (pool) => findCase(pool, reference));
          return found?.caseId ?? null;
        },
      }),
      inject: [ViewReading],
    },
  ],
  exports: [ViewReading, CASE_LOCATOR],
})
export class ViewsModule {}
