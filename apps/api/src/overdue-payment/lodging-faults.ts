import { Inject, Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Request } from 'express';
import { catchError, from, switchMap, throwError, type Observable } from 'rxjs';
import type { ServerClock } from '@redress/casework/kernel/time.js';
import { SERVER_CLOCK } from '@redress/casework/kernel/tokens.js';
import { faultsOfClaim } from '@redress/cases/overdue-payment/claim-rules.js';
import type { Claim } from '@redress/cases/overdue-payment/claim.js';
import { dayInZone } from '@redress/deadlines/calendar/zone-day.js';
import { ProblemException, type Fault } from '../problems/problem.js';

/** A claim whose form is at fault is judged by the rules too, as far as it can be read: one is told once (一次告知). */
@Injectable()
export class LodgingFaults implements NestInterceptor {
  constructor(@Inject(SERVER_CLOCK) private readonly clock: ServerClock) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const body: unknown = context.switchToHttp().getRequest<Request>().body;
    return next.handle().pipe(
      catchError((error: unknown) => {
        const ofForm = error instanceof ProblemException && error.status === 400 && error.faults.length > 0;
        if (!ofForm) return throwError(() => error);
        return from(this.judged(body, error)).pipe(switchMap((judged) => throwError(() => judged)));
      }),
    );
  }

  private async judged(body: unknown, error: ProblemException): Promise<ProblemException> {
    if (error.faults.some(({ code }) => code === 'tooDeep')) return error;
    const today = dayInZone(await this.clock.now(), 'Asia/Shanghai');
    const unread = unreadBy(error.faults);
    // Of a list, one row of which cannot be read, nothing can be said as a whole.
    const partlyUnread = (path: string) => error.faults.some(({ field }) => field.startsWith(`${path}[`));
    const faults = faultsOfClaim(legible(body, unread), today).flatMap(({ field, code, params }): Fault[] =>
      field === undefined || unread(field) || partlyUnread(field) ? [] : [{ field, code, ...(params && { params }) }],
    );
    return error.with(faults);
  }
}

/** Whether a field, or what it stands in, could not be read. */
function unreadBy(faults: readonly Fault[]): (path: string) => boolean {
  return (path) =>
    faults.some(({ field }) => path === field || path.startsWith(`${field}.`) || path.startsWith(`${field}[`));
}

/** The members which the rules judge by; where one cannot be read, what no rule objects to stands in its place. */
function legible(body: unknown, unread: (path: string) => boolean): Claim {
  const read = (path: string, otherwise: string | null) =>
    unread(path) ? otherwise : (valueAt(body, path) ?? otherwise);
  const lines = unread('lines') ? [] : (valueAt(body, 'lines') as unknown[]);
  const sizesRead = !unread('respondent.unitType') && !unread('respondent.sizeType');
  const claim = {
    complainant: { creditCode: read('complainant.creditCode', '') },
    respondent: {
      creditCode: read('respondent.creditCode', null),
      unitType: sizesRead ? valueAt(body, 'respondent.unitType') : 'otherFirm',
      sizeType: sizesRead ? valueAt(body, 'respondent.sizeType') : 'unknown',
    },
    privateOrganisation: read('privateOrganisation', null),
    contract: { subject: read('contract.subject', 'works'), concludedOn: read('contract.concludedOn', '') },
    lines: lines.map((_, i) => ({
      deliveredOn: read(`lines[${i}].deliveredOn`, ''),
      workAcceptedOn: read(`lines[${i}].workAcceptedOn`, null),
      agreedDueOn: read(`lines[${i}].agreedDueOn`, null),
      agreedDays: read(`lines[${i}].agreedDays`, null),
      inspectionEndsOn: read(`lines[${i}].inspectionEndsOn`, null),
      settlementConfirmedOn: read(`lines[${i}].settlementConfirmedOn`, null),
      amount: read(`lines[${i}].amount`, '999999999999999.99'),
      disputed: read(`lines[${i}].disputed`, '0.00'),
    })),
  };
  return claim as unknown as Claim;
}

function valueAt(body: unknown, path: string): unknown {
  return path
    .split(/[.[\]]+/)
    .filter(Boolean)
    .reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], body);
}
