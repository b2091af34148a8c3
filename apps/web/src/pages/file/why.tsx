import type { ReactNode } from 'react';
import type { Clock, ExplainedDay } from '../../api/types.js';
import { Day, ProvisionalTag } from '../../kit/tags.js';
import { useName, useText } from '../../text/names.js';
import { useEventWords } from './event-words.js';

/** Why a date is what it is (invariant 11), behind one press. */
export function Why({ clock }: { readonly clock: Clock }) {
  const t = useText('file');
  const name = useName();
  return (
    <details className="why">
      <summary>
        {t('why.open')}
        <span className="visually-hidden">：{name(clock.title)}</span>
      </summary>
      <div className="why-body">
        <Reasons clock={clock} />
      </div>
    </details>
  );
}

function Reasons({ clock }: { readonly clock: Clock }) {
  const t = useText('file');
  const name = useName();
  const words = useEventWords();
  const why = clock.explanation;
  const { law } = why;
  return (
    <div className="stack">
      <p>{name(why.summary)}</p>
      {why.provisional && (
        <p>
          <ProvisionalTag /> {name(why.provisional)}
        </p>
      )}
      {why.cannotTell && <p>{name(why.cannotTell)}</p>}
      <dl className="facts">
        <dt>{t('why.law')}</dt>
        <dd>
          {name(law.instrument)} {name(law.citation)} <MarkTag clock={clock} />
          <span className="sub">{name(law.text)}</span>
          <span className="sub">
            {t('why.validity', { from: law.validFrom, to: law.validTo ?? t('why.now') })} ·{' '}
            {t('why.pack', { pack: law.pack, version: law.packVersion })}
          </span>
        </dd>
        <dt>{t('why.start')}</dt>
        <dd>
          {words({ type: why.start.type, data: {} }).title} · <Day date={why.start.on} />
          {why.start.recordedOn && <span className="sub">{t('why.learned', { date: why.start.recordedOn })}</span>}
        </dd>
        {why.counted && (
          <>
            <dt>{t('why.counted')}</dt>
            <dd>
              {t(`why.days.${why.unit}`, { count: why.counted.days })}：
              <Day date={why.counted.from} /> – <Day date={why.counted.to} />
            </dd>
          </>
        )}
        <Days term={t('why.skipped')} days={why.skipped} />
        <Days term={t('why.madeUp')} days={why.madeUp} />
        {why.pauses.map((pause) => (
          <Term key={pause.from.event} term={t('why.pause')}>
            {pause.from.on} – {pause.to?.on ?? t('why.now')}
            {pause.days !== null && ` · ${t('why.days.D', { count: pause.days })}`} {name(pause.citation)}
          </Term>
        ))}
        {why.extensions.map((extension) => (
          <Term key={extension.approval.event} term={t('why.extension')}>
            {name(extension.why)}
            <span className="sub">
              {extension.dueBefore} → {extension.dueAfter} · {name(extension.approver)} · {name(extension.citation)}
            </span>
          </Term>
        ))}
        {why.roll && (
          <Term term={t('why.roll')}>
            {name(why.roll.note)}
            {why.roll.makeUpCounts !== null && why.roll.makeUpCounts !== why.roll.raw && (
              <span className="sub">
                {t('why.rolledMakeUpCounts')} <Day date={why.roll.makeUpCounts} />
                {why.roll.provisional && <ProvisionalTag />}
              </span>
            )}
            {why.roll.makeUpOff !== null && why.roll.makeUpOff !== why.roll.makeUpCounts && (
              <span className="sub">
                {t('why.rolledMakeUpOff')} <Day date={why.roll.makeUpOff} />
                {why.roll.provisional && <ProvisionalTag />}
              </span>
            )}
          </Term>
        )}
        {clock.cautiousDueOn && clock.dueOn && clock.cautiousDueOn !== clock.dueOn && (
          <Term term={t('why.readings')}>
            <span className="sub">
              {t('why.cautious')} <Day date={clock.cautiousDueOn} />
            </span>
            <span className="sub">
              {t('why.latest')} <Day date={clock.dueOn} />
            </span>
          </Term>
        )}
        {why.calendar.length > 0 && <Term term={t('why.calendar')}>{why.calendar.join('、')}</Term>}
        {why.designChoices.length > 0 && (
          <Term term={t('why.choices')}>
            {why.designChoices.map((choice) => (
              <span className="sub" key={choice.zh}>
                {name(choice)}
              </span>
            ))}
          </Term>
        )}
      </dl>
    </div>
  );
}

function Term({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Days({ term, days }: { readonly term: string; readonly days: readonly ExplainedDay[] }) {
  const name = useName();
  if (days.length === 0) return null;
  return (
    <Term term={`${term}（${days.length}）`}>
      <ul className="day-list">
        {days.map((day) => (
          <li key={day.date}>
            <span className="number">{day.date}</span> {name(day.why)}
            {day.source && <span className="quiet"> · {day.source}</span>}
          </li>
        ))}
      </ul>
    </Term>
  );
}

/** How sure the rule is, and what follows from it; never shown as law what is a service norm. */
function MarkTag({ clock }: { readonly clock: Clock }) {
  const t = useText('file');
  return (
    <>
      <span className="tag" data-tone={clock.effect === 'statutory' ? 'accent' : 'outline'}>
        {t(`effect.${clock.effect}`)}
      </span>{' '}
      {clock.effect !== 'serviceNorm' && (
        <span className="tag" data-tone={clock.mark === 'confirmed' ? 'good' : 'soon'}>
          {t(`mark.${clock.mark}`)}
        </span>
      )}
    </>
  );
}
