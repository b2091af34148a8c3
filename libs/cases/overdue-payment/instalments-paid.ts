import { dayCorrected } from '../shared/procedure/correction.js';
import { moves } from './commands.js';
import type { Instalment, OverduePaymentEvent } from './events.js';
import type { File } from './file.js';
import { openUpTo, paidUpOn, settlementOf } from './owed.js';
import type { Status } from './state.js';

/**
 * What changes of the instalments of the settlement that stands, once the payments read as on this file: one is paid, on the
 * day on which they reached it; one that was recorded as paid is open after all, or was paid on another day. A correction
 * opens no run of a clock (invariant 13), so what was said wrongly is taken back, or given its true day, and nothing restarts.
 *
 * @param reason why a day that was recorded is another
 */
export function instalmentsFollowing(
  file: File & { readonly status: Status },
  reason: string,
): readonly OverduePaymentEvent[] {
  const settlement = settlementOf(file);
  // Elsewhere no payment is recorded any more, and the clocks ended with the case.
  if (settlement === null || !moves.recordPayment.includes(file.status)) return [];
  return settlement.instalments.flatMap(({ instalment, dueOn }: Instalment): readonly OverduePaymentEvent[] => {
    const recorded = settlement.paid.find((one) => one.instalment === instalment);
    const on = paidUpOn(file, settlement, instalment);
    if (!recorded) return on === null ? [] : [{ type: 'InstalmentPaid', on, data: { instalment, dueOn } }];
    if (on === null) {
      const open = openUpTo(file, settlement, instalment);
      const data = { instalment, dueOn, open, takesBack: recorded.event };
      return [{ type: 'InstalmentReopened', on: recorded.on, data }];
    }
    const event = file.procedure.events.find(({ id }) => id === recorded.event);
    return event && on !== recorded.on ? [dayCorrected(event, on, reason)] : [];
  });
}
