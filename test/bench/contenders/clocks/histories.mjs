/** A claim of twenty events, every case begun on another day of 2025-06 to 2026-09. */
const course = [
  [0, 'ClaimLodged'],
  [3, 'SupplementRequested'],
  [9, 'Resubmitted'],
  [14, 'FormallyAccepted'],
  [22, 'Transferred'],
  [24, 'MaterialsReceived'],
  [25, 'MediatorAssigned'],
  [30, 'RespondentReplied'],
  [33, 'MediationHeld'],
  [38, 'MediationHeld'],
  [45, 'MediationHeld'],
  [50, 'HandlingExtended', { totalDays: 60 }],
  [52, 'MediationHeld'],
  [58, 'SettlementAgreed'],
  [62, 'PaymentRecorded'],
  [70, 'PaymentRecorded'],
  [75, 'PaymentRecorded'],
  [80, 'ResultIssued'],
  [81, 'ResultFedBack', { to: 'complainant' }],
  [82, 'ResultFedBack', { to: 'acceptingAuthority' }],
];

export const casesAnAct = 1000;

/** Ten thousand cases; a third of them have not come to their end. */
export function histories() {
  return Array.from({ length: 10_000 }, (_, n) => {
    const start = Date.UTC(2025, 5, 2 + (n % 480));
    const events = n % 3 === 0 ? course.slice(0, 14) : course;
    return events.map(([day, type, data = {}], order) => {
      const at = new Date(start + day * 86_400_000 + order * 60_000).toISOString();
      return { id: `${n}-${order}`, type, data, occurredAt: at, recordedAt: at };
    });
  });
}

/** One caller which works through the cases, a thousand at a time. */
export function inTurn(derive) {
  const all = histories();
  return {
    callers: 1,
    caller() {
      let next = 0;
      return () => {
        for (let n = 0; n < casesAnAct; n++) derive(all[(next + n) % all.length]);
        next = (next + casesAnAct) % all.length;
        return Promise.resolve(casesAnAct);
      };
    },
  };
}
