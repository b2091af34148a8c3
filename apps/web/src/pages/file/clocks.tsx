import type { AnyCaseFile, Clock } from '../../api/types.js';
import { ClockTag, Day, ProvisionalTag } from '../../kit/tags.js';
import { useName, useText } from '../../text/names.js';
import { Why } from './why.js';

const urgency: readonly Clock['status'][] = [
  'late',
  'dueSoon',
  'running',
  'cannotTell',
  'paused',
  'metLate',
  'endedLate',
  'met',
  'ended',
];

export function Clocks({ file }: { readonly file: AnyCaseFile }) {
  const t = useText('file');
  if (file.clocks.length === 0 && !file.reopenedWithoutTerm) return null;
  const sorted = [...file.clocks].sort((a, b) => urgency.indexOf(a.status) - urgency.indexOf(b.status));
  return (
    <section className="card" aria-labelledby="clocks-title">
      <h2 id="clocks-title">{t('clocks.title')}</h2>
      {file.reopenedWithoutTerm && <p>{t('clocks.reopened')}</p>}
      {sorted.length > 0 && <ClockList clocks={sorted} />}
    </section>
  );
}

function ClockList({ clocks }: { readonly clocks: readonly Clock[] }) {
  const t = useText('file');
  const name = useName();
  return (
    <ul className="clock-list">
      {clocks.map((clock) => (
        <li key={clock.rule + clock.subject + clock.run}>
          <div className="clock-line">
            <h3>{name(clock.title)}</h3>
            <ClockTag clock={clock} />
          </div>
          <p>
            {clock.dueOn ? (
              <>
                {t('clocks.due')}{' '}
                <strong>
                  <Day date={clock.dueOn} />
                </strong>{' '}
                {clock.provisional && <ProvisionalTag />}
              </>
            ) : (
              t('clocks.noDate')
            )}
            {clock.cautiousDueOn && clock.cautiousDueOn !== clock.dueOn && (
              <span className="sub">
                {t('why.cautious')} <Day date={clock.cautiousDueOn} />
              </span>
            )}
            <span className="sub">
              {t('clocks.from')} <Day date={clock.startedOn} />
              {clock.stoppedOn && (
                <>
                  {' · '}
                  {t('clocks.stopped')} <Day date={clock.stoppedOn} />
                </>
              )}
            </span>
          </p>
          <Why clock={clock} />
        </li>
      ))}
    </ul>
  );
}
