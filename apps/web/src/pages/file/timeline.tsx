import type { TimelineEntry } from '../../api/types.js';
import { dayOf, showTime } from '../../calendar/show-date.js';
import { useText } from '../../text/names.js';
import { useEventWords } from './event-words.js';

export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  const t = useText('file');
  return (
    <section className="card" aria-labelledby="timeline-title">
      <h2 id="timeline-title">{t('timeline.title')}</h2>
      <ol className="timeline">
        {entries.map((entry) => (
          <Entry key={entry.revision} entry={entry} />
        ))}
      </ol>
    </section>
  );
}

/** The time that counts stands first; when it was learned only where that differs (invariant 15). */
function Entry({ entry }: { readonly entry: TimelineEntry }) {
  const t = useText('file');
  const words = useEventWords();
  const { title, detail } = words(entry);
  const later = dayOf(entry.occurredAt) !== dayOf(entry.recordedAt);
  return (
    <li>
      <p className="timeline-time number quiet">
        <time dateTime={entry.occurredAt}>{later ? dayOf(entry.occurredAt) : showTime(entry.occurredAt)}</time>
      </p>
      <div>
        <p>
          <strong>{title}</strong>{' '}
          {later && (
            <span className="tag" data-tone="soon">
              {t('timeline.later')}
            </span>
          )}
        </p>
        {detail && <p className="timeline-detail">{detail}</p>}
        <p className="quiet small">
          {entry.actor.name} · {t(`common:role.${entry.actor.role}`, { defaultValue: entry.actor.role })}
          {entry.actor.organisation && ` · ${entry.actor.organisation}`}
        </p>
        {later && (
          <p className="quiet small">
            {t('timeline.recorded', { time: showTime(entry.recordedAt) })}
            {entry.occurredAtReason && ` ${t('timeline.because', { reason: entry.occurredAtReason })}`}
          </p>
        )}
      </div>
    </li>
  );
}
