import ical from 'ical-generator';
import type { Language } from '@redress/notices/texts/render.js';
import { derivedId } from '@redress/event-store/identity.js';
import type { OfficerDate } from '@redress/projections/sla-board/officer-dates.js';

const words = {
  'zh-CN': { name: '办理期限', provisional: '（暂定）' },
  en: { name: 'Deadlines', provisional: ' (provisional)' },
} as const;

/** The dates as all-day events of an iCalendar (RFC 5545). Equal dates, equal bytes: what a reader has already is not sent again. */
export function calendarOf(dates: readonly OfficerDate[], language: Language): string {
  const { name, provisional } = words[language];
  const calendar = ical({
    name,
    prodId: { company: 'Redress', product: 'deadlines', language: language === 'en' ? 'EN' : 'ZH' },
  });
  calendar.ttl(3600);
  for (const date of dates) {
    const { caseId, caseNumber, complainant, rule, subject, run, title, dueOn } = date;
    const start = new Date(`${dueOn}T00:00:00Z`);
    calendar.createEvent({
      id: derivedId(0, ['date', caseId, rule, subject, run]),
      start,
      // No time of making: it would differ at each reading.
      stamp: start,
      allDay: true,
      summary: `${language === 'en' ? title.en : title.zh}${date.provisional ? provisional : ''} · ${caseNumber}`,
      description: complainant,
    });
  }
  return calendar.toString();
}
