import { readingOf, stepsOf } from './readings.js';

const lodged = {
  id: 'e1',
  revision: '0',
  type: 'ClaimLodged',
  occurredAt: '2026-03-02T10:00:00+08:00',
  data: { claim: { lines: [{ description: '轴承' }] } },
};
const corrected = (revision: string, field: string, is: string, event = 'e1') => ({
  ...lodged,
  id: `c${revision}`,
  revision,
  type: 'FactCorrected',
  data: { event, field, is },
});
const line = 'claim.lines[0].description';

test('a field reads as it was recorded, until it was corrected', () => {
  expect(readingOf([lodged], lodged, line)).toBe('轴承');
  expect(readingOf([lodged], lodged, 'occurredAt')).toBe('2026-03-02');
  // A timeline has the newest first.
  const timeline = [
    corrected('10', line, '轴承座'),
    corrected('9', line, '轴'),
    corrected('8', line, '座', 'e0'),
    lodged,
  ];
  expect(readingOf(timeline, lodged, line)).toBe('轴承座');
  expect(readingOf([corrected('1', 'occurredAt', '2026-03-01'), lodged], lodged, 'occurredAt')).toBe('2026-03-01');
});

test('what bears no text reads as nothing', () => {
  expect(readingOf([lodged], lodged, 'claim.lines[1].description')).toBeNull();
  expect(readingOf([lodged], { ...lodged, data: { erased: true } }, line)).toBeNull();
});

test('a path is told by its names, rows counted from one, without the whole it stands in', () => {
  expect(stepsOf(line)).toEqual(['lines', 1, 'description']);
  expect(stepsOf('request.record.body.name')).toEqual(['record', 'body', 'name']);
  expect(stepsOf('title')).toEqual(['title']);
});
