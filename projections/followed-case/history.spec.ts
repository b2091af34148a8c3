import type { RecordedEvent } from '@redress/event-store/port.js';
import { historyEvent } from './history.js';

const event = (data: object) =>
  ({
    id: 'e1',
    type: 'FactCorrected',
    data,
    recordedAt: '2026-03-02T00:00:00Z',
    meta: { occurredAt: '2026-03-02T10:00:00+08:00' },
  }) as unknown as RecordedEvent;

test('the instant of a corrected day reaches the clocks', () => {
  const data = {
    event: 'e0',
    field: 'occurredAt',
    was: '2026-03-02',
    is: '2026-03-01',
    occurredAt: '2026-03-01T00:00:00+08:00',
  };
  expect(historyEvent(event({ ...data, reason: '登记有误' })).data).toEqual(data);
});

test('what people wrote does not', () =>
  expect(historyEvent(event({ reason: '情况复杂，另行说明' })).data).toEqual({}));
