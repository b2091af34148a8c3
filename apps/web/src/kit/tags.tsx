import { showDate } from '../calendar/show-date.js';
import type { ClockStatus, RowClock } from '../api/types.js';
import { useLanguage, useText } from '../text/names.js';

type Tone = 'accent' | 'good' | 'soon' | 'late' | 'plain' | 'outline';

/** By the names all kinds share; what ended otherwise, or is not named here, is plain. */
const statusTones: Readonly<Record<string, Tone>> = {
  lodged: 'accent',
  returnedForSupplement: 'soon',
  accepted: 'accent',
  transferred: 'accent',
  inHandling: 'accent',
  settled: 'good',
  resultIssued: 'good',
  concluded: 'good',
  requested: 'accent',
  passed: 'accent',
  repaired: 'good',
  stoppedAtMaximum: 'good',
  requestFiled: 'accent',
  defectsTold: 'soon',
  caseFiled: 'accent',
  inAdjudication: 'accent',
  ruled: 'good',
  mediationRequested: 'accent',
  awaitingOpinion: 'accent',
  opinionAgreed: 'good',
  inMediation: 'accent',
  priorityRequested: 'accent',
  recommended: 'accent',
  underPriority: 'accent',
  complaintLodged: 'accent',
  agreed: 'good',
};

export function StatusTag({ status }: { readonly status: string }) {
  const t = useText();
  return (
    <span className="tag" data-tone={statusTones[status] ?? 'plain'}>
      {t(`status.${status}`, { defaultValue: status })}
    </span>
  );
}

export const clockTones: Readonly<Record<ClockStatus, Tone>> = {
  running: 'plain',
  dueSoon: 'soon',
  paused: 'plain',
  met: 'good',
  metLate: 'soon',
  late: 'late',
  ended: 'plain',
  endedLate: 'soon',
  cannotTell: 'outline',
};

/** How a clock stands, in words first: colour only repeats them. */
export function useClockWords(): (clock: Pick<RowClock, 'status' | 'daysLeft' | 'unit'>) => string {
  const t = useText();
  return ({ status, daysLeft, unit }) => {
    const open = status === 'running' || status === 'dueSoon' || status === 'late';
    if (!open || daysLeft === null) return t(`clock.${status}`);
    if (daysLeft < 0) return t(`clock.over.${unit}`, { count: -daysLeft });
    return daysLeft === 0 ? t('clock.today') : t(`clock.left.${unit}`, { count: daysLeft });
  };
}

export function ClockTag({ clock }: { readonly clock: Pick<RowClock, 'status' | 'daysLeft' | 'unit'> }) {
  const words = useClockWords();
  return (
    <span className="tag" data-tone={clockTones[clock.status]}>
      {words(clock)}
    </span>
  );
}

export function ProvisionalTag() {
  const t = useText();
  return (
    <span className="tag" data-tone="outline" title={t('clock.provisionalHelp')}>
      {t('clock.provisional')}
    </span>
  );
}

/** A plain date in the words of the page's language. */
export function Day({ date }: { readonly date: string }) {
  const language = useLanguage();
  return <time dateTime={date}>{showDate(date, language)}</time>;
}
