import type { AnyCaseFile, Clock } from '../../api/types.js';
import { useHolder } from '../../kit/holder.js';
import { ClockTag, Day, ProvisionalTag } from '../../kit/tags.js';
import { useName, useText } from '../../text/names.js';
import { Why } from './why.js';

const open: ReadonlySet<Clock['status']> = new Set(['running', 'dueSoon', 'late', 'paused', 'cannotTell']);

/** Who has it, and by when. */
export function Now({ file, title }: { readonly file: AnyCaseFile; readonly title: string }) {
  const t = useText('cases');
  const name = useName();
  const holder = useHolder();
  const clock = file.clocks
    .filter(({ status }) => open.has(status))
    .sort((a, b) => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9'))[0];
  return (
    <section className="card" aria-labelledby="now-title">
      <h2 id="now-title">{title}</h2>
      <dl className="facts">
        <dt>{t('holder')}</dt>
        <dd>{holder(file)}</dd>
        {!clock && file.reopenedWithoutTerm && (
          <>
            <dt>{t('by')}</dt>
            <dd>{t('reopened')}</dd>
          </>
        )}
        {clock && (
          <>
            <dt>{t('by')}</dt>
            <dd>
              {clock.dueOn ? (
                <strong>
                  <Day date={clock.dueOn} />
                </strong>
              ) : (
                t('noDate')
              )}{' '}
              {clock.provisional && <ProvisionalTag />} <ClockTag clock={clock} />
              <span className="sub">{name(clock.title)}</span>
              <Why clock={clock} />
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}
