import chineseDays from 'chinese-days';
import { releaseCalendar } from '../specimens/release.js';
import { dateOfDay, dayNumber, plainDate } from './plain-date.js';

test('every day from 2019 to 2026 is worked or not as the package chinese-days has it', () => {
  const calendar = releaseCalendar();
  const differing: string[] = [];
  for (let day = dayNumber(plainDate('2019-01-01')); day <= dayNumber(plainDate('2026-12-31')); day++) {
    const date = dateOfDay(day);
    if (calendar.isWorkingDay(date) !== chineseDays.isWorkday(date)) differing.push(date);
  }
  expect(differing).toEqual([]);
});
