import type { AnyCaseFile, TimelineEntry } from '../../api/types.js';
import { dayOf, showTime } from '../../calendar/show-date.js';
import { useName, useText } from '../../text/names.js';
import { useEventWords } from './event-words.js';

export function Timeline({ file }: { readonly file: AnyCaseFile }) {
  const t = useText('file');
  return (
    <section className="card" aria-labelledby="timeline-title">
      <h2 id="timeline-title">{t('timeline.title')}</h2>
      <ol className="timeline">
        {file.timeline.map((entry) => (
          <Entry key={entry.revision} entry={entry} file={file} />
        ))}
      </ol>
    </section>
  );
}

/** The time that counts stands first; when it was learned only where that differs (invariant 15). */
function Entry({ entry, file }: { readonly entry: TimelineEntry; readonly file: AnyCaseFile }) {
  const t = useText('file');
  const words = useEventWords();
  const organisation = useOrganisation(file)(entry.actor.organisation);
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
          {organisation && ` · ${organisation}`}
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

/** Events name an organisation by its id; of those which have to do with the case the file knows the name. */
function useOrganisation(file: AnyCaseFile): (id: string | null) => string {
  const name = useName();
  return (id) => {
    const { complainant } = file.kind === 'overduePayment' ? file.claim : file;
    if (id === complainant.creditCode) return complainant.name;
    return name([file.acceptingOffice, file.handlingOffice].find((office) => office?.id === id)?.name);
  };
}
