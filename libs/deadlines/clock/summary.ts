import { addDays, dateOfDay, type PlainDate } from '../calendar/plain-date.js';
import { type Text } from '../text.js';
import { type ExplainedDay, type Explanation } from './explanation.js';
import { UNIT_NAMES } from './phrases.js';
import { type Term } from './term.js';

/**
 * One sentence: "2025-10-16, Art 25¶1 (…Order 802), 10 working days from 2025-09-26; skipped …; 2025-09-28 and
 * 2025-10-11 counted as make-up days".
 */
export function summary(parts: Omit<Explanation, 'summary'>, { due, total, reach }: Term): Text {
  const { law, unit, start, length, anchor } = parts;
  const term = total ?? length.base;
  const zh = [law.instrument.zh + law.citation.zh];
  const en = [`${law.citation.en} (${law.instrument.en})`];
  if (due !== null) {
    const at = parts.dueAt === null ? dateOfDay(due) : parts.dueAt;
    zh.unshift(at);
    en.unshift(at);
  }
  if (term !== null) {
    const [from, back] = [anchor?.on ?? start.on, anchor?.direction === 'backwards'];
    zh.push(back ? `${from}之前${term}${UNIT_NAMES[unit].zh}` : `自${from}起${term}${UNIT_NAMES[unit].zh}`);
    en.push(`${term} ${UNIT_NAMES[unit].en} ${back ? 'before' : 'from'} ${from}`);
  }
  const clauses = clausesOf(parts, reach.remaining);
  return {
    zh: [zh.join('，'), ...clauses.map((clause) => clause.zh)].join('；'),
    en: [en.join(', '), ...clauses.map((clause) => clause.en)].join('; '),
  };
}

function clausesOf(parts: Omit<Explanation, 'summary'>, remaining: number | null): readonly Text[] {
  const clauses: Text[] = [];
  const skipped = runsOfDays(parts.skipped);
  const madeUp = parts.madeUp.map((day) => day.date);
  const leftOut = parts.pauses.reduce((sum, pause) => sum + (pause.days ?? 0), 0);
  if (skipped.length > 0)
    clauses.push({ zh: `跳过${skipped.map(spanZh).join('、')}`, en: `skipped ${skipped.map(spanEn).join(', ')}` });
  if (madeUp.length > 0)
    clauses.push({
      zh: `${madeUp.join('、')}为调休上班日，计入`,
      en: `${madeUp.join(' and ')} counted as make-up days`,
    });
  if (leftOut > 0) clauses.push({ zh: `中止${leftOut}日不计入`, en: `${leftOut} days of pause left out` });
  for (const extension of parts.extensions) {
    clauses.push({
      zh: `${extension.approval.on}批准延长：${extension.why.zh}`,
      en: `extension of ${extension.approval.on}: ${extension.why.en}`,
    });
  }
  for (const { on, recordedOn } of parts.recordedAfterDue)
    clauses.push({
      zh: `${on}的事项${recordedOn}才登记，登记时期限已届满`,
      en: `what took effect on ${on} was recorded on ${recordedOn}, after the due date`,
    });
  if (remaining !== null) clauses.push({ zh: `已中止，余${remaining}`, en: `paused with ${remaining} left` });
  for (const text of [parts.provisional, parts.cannotTell]) if (text !== null) clauses.push(text);
  return clauses;
}

interface Span {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** Neighbouring days as one span: ten days off in October are one stretch for a reader. */
function runsOfDays(days: readonly ExplainedDay[]): readonly Span[] {
  const spans: Span[] = [];
  for (const { date } of days) {
    const last = spans.at(-1);
    if (last !== undefined && addDays(last.to, 1) === date) spans[spans.length - 1] = { from: last.from, to: date };
    else spans.push({ from: date, to: date });
  }
  return spans;
}

function spanZh({ from, to }: Span): string {
  return from === to ? from : `${from}至${to}`;
}

function spanEn({ from, to }: Span): string {
  return from === to ? from : `${from} to ${to}`;
}
