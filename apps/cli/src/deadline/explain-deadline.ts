import type { Computed } from '@redress/deadlines/calendar/calendar.js';
import type { DayNote, DayReason } from '@redress/deadlines/calendar/day-notes.js';
import { type PlainDate, weekday } from '@redress/deadlines/calendar/plain-date.js';
import { DAY_REASONS } from '@redress/deadlines/clock/phrases.js';
import type { Text } from '@redress/deadlines/text.js';
import { both, labelled } from '../answer.js';
import type { AddedUnit, DeadlineAsked } from './asked.js';

const WEEKDAYS: readonly Text[] = [
  { zh: '星期日', en: 'Sunday' },
  { zh: '星期一', en: 'Monday' },
  { zh: '星期二', en: 'Tuesday' },
  { zh: '星期三', en: 'Wednesday' },
  { zh: '星期四', en: 'Thursday' },
  { zh: '星期五', en: 'Friday' },
  { zh: '星期六', en: 'Saturday' },
];

const UNITS: Readonly<Record<AddedUnit, Text>> = {
  wd: { zh: '个工作日', en: 'working days' },
  d: { zh: '日', en: 'days' },
  m: { zh: '个月', en: 'months' },
};

/** The lines for people: the date, and why it is that one (invariant 11). */
export function explainDeadline(asked: DeadlineAsked, computed: Computed): readonly string[] {
  const { from, count, unit, roll } = asked;
  const { due, raw, readings, provisional, provisionalReason, calendar } = computed;
  const lines = [
    labelled('到期日 Due', due === null ? '无法确定 · cannot be told' : onDay(due)),
    labelled('起算 From', `${onDay(from)}；${both({ zh: '当日不计入', en: 'not counted itself' })}`),
    labelled('期限 Term', `${count}${UNITS[unit].zh} · ${count} ${UNITS[unit].en}`),
  ];
  if (roll === 'next-working-day' && raw !== null) lines.push(labelled('顺延前 Before the roll', onDay(raw)));
  if (readings.makeUpOff !== readings.makeUpCounts && readings.makeUpOff !== null)
    lines.push(
      labelled('调休日不作末日 Reading 2', onDay(readings.makeUpOff)),
      labelled(
        '',
        both({ zh: '调休上班日可否为末日尚无定论，两种理解并列', en: 'both readings of a make-up workday' }),
      ),
    );
  lines.push(...days('跳过 Skipped', computed.skipped), ...days('调休计入 Make-up', computed.madeUp));
  if (calendar.length > 0) lines.push(labelled('日历版本 Calendar', calendar.join(', ')));
  if (provisional && provisionalReason !== null) lines.push(labelled('注意 Note', both(provisionalReason)));
  return lines;
}

function onDay(date: PlainDate): string {
  return `${date}（${both(WEEKDAYS[weekday(date)] as Text)}）`;
}

function days(label: string, notes: readonly DayNote[]): readonly string[] {
  const why = (reason: DayReason) => both(DAY_REASONS[reason]);
  return notes.map(({ date, why: reason, source }, at) =>
    labelled(at === 0 ? label : '', [date, why(reason), source].filter((part) => part !== null).join('  ')),
  );
}
