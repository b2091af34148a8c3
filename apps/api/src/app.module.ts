import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { CaseworkModule } from '@redress/casework/casework.module.js';
import { CaseCommands } from './commands/case-commands.js';
import { complaintControllers } from './complaint/controllers.js';
import { creditRepairControllers } from './credit-repair/controllers.js';
import { EscalationController } from './escalation/escalation.controller.js';
import { FoundationModule, type Foundation } from './foundation/foundation.module.js';
import { ipFastTrackControllers } from './ip-fast-track/controllers.js';
import { overduePaymentControllers } from './overdue-payment/controllers.js';
import { PrivacyController } from './privacy/privacy.controller.js';
import { procedureControllers } from './procedure/controllers.js';
import { FiguresExportController } from './exports/figures.controller.js';
import { MiningController } from './exports/mining.controller.js';
import { ExportsController } from './exports/exports.controller.js';
import { CalendarController } from './notices/calendar.controller.js';
import { NoticesController } from './notices/notices.controller.js';
import { PartiesController } from './parties/parties.controller.js';
import { WatchController } from './watch/watch.controller.js';
import { SessionController } from './session/session.controller.js';
import { CaseHoldersController } from './statistics/case-holders.controller.js';
import { ReportTasksController } from './statistics/report-tasks.controller.js';
import { StatisticsController } from './statistics/statistics.controller.js';
import { SessionGuard } from './session/session.guard.js';
import { HealthController } from './health/health.controller.js';
import { ViewsModule } from './views/views.module.js';

@Module({})
export class AppModule {
  static with(foundation: Foundation): DynamicModule {
    return {
      module: AppModule,
      imports: [CqrsModule.forRoot(), FoundationModule.with(foundation), CaseworkModule, ViewsModule],
      controllers: [
        SessionController,
        ...overduePaymentControllers,
        ...procedureControllers,
        ...complaintControllers,
        ...creditRepairControllers,
        ...ipFastTrackControllers,
        EscalationController,
        PrivacyController,
        NoticesController,
        CalendarController,
        // Before the exports: their addresses are names among theirs.
        MiningController,
        FiguresExportController,
        ExportsController,
        PartiesController,
        WatchController,
        StatisticsController,
        ReportTasksController,
        CaseHoldersController,
        HealthController,
      ],
      providers: [CaseCommands, { provide: APP_GUARD, useClass: SessionGuard }],
    };
  }
}
