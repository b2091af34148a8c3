import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { caseDifference } from '../../api/queries.js';
import type { CaseDifference as Difference, Clock, TimelineEntry } from '../../api/types.js';
import { showTime } from '../../calendar/show-date.js';
import { Page } from '../../kit/page.js';
import { Answered, Empty } from '../../kit/states.js';
import { ClockTag, Day } from '../../kit/tags.js';
import { useLanguage, useName, useText } from '../../text/names.js';
import { useEventWords } from '../file/event-words.js';
import { FactValue, useFactLabel } from '../file/facts-view.js';
import { Section } from '../file/section.js';
import { toldFacts, type ChangedFact } from './told-facts.js';
import { TwoDaysForm } from './two-days.js';

const route = getRouteApi('/cases/$caseId/difference');

/** What became known of a case between two days: the old value above the new. */
export function CaseDifference() {
  const t = useText('past');
  const { caseId } = route.useParams();
  const search = route.useSearch();
  const navigate = useNavigate();
  const query = useQuery({
    ...caseDifference(caseId, search.from ?? '', search.to),
    enabled: search.from !== undefined,
  });
  return (
    <Page
      title={t('difference.titleOfCase')}
      lede={t('difference.lede')}
      above={
        <Link className="back" to="/cases/$caseId" params={{ caseId }}>
          ‹ {t('action.back')}
        </Link>
      }
    >
      <div className="stack">
        <TwoDaysForm
          key={`${search.from ?? ''}|${search.to ?? ''}`}
          days={search}
          go={(days) => void navigate({ to: '/cases/$caseId/difference', params: { caseId }, search: days })}
        />
        {search.from !== undefined && <Answered query={query}>{(data) => <Changes data={data} />}</Answered>}
      </div>
    </Page>
  );
}

function Changes({ data }: { readonly data: Difference }) {
  const t = useText('past');
  const { facts, clocks, added, removed } = data;
  const told = toldFacts(facts, useLanguage());
  if (facts.length + clocks.length + added.length + removed.length === 0) {
    return <Empty>{t('difference.none')}</Empty>;
  }
  return (
    <>
      <Records title={t('difference.added')} id="added" entries={added} />
      <Records title={t('difference.removed')} id="removed" entries={removed} />
      {clocks.length > 0 && (
        <Section id="clocks-changed" title={t('difference.clocks')}>
          <ul className="plain-list">
            {clocks.map((clock) => (
              <li key={clock.rule + clock.subject}>
                <ChangedClock before={clock.before} after={clock.after} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {told.length > 0 && (
        <Section id="facts-changed" title={t('difference.facts')}>
          <dl className="facts">
            {told.map((fact) => (
              <Change key={fact.names.join('.')} fact={fact} />
            ))}
          </dl>
        </Section>
      )}
    </>
  );
}

function ChangedClock({ before, after }: { readonly before: Clock | null; readonly after: Clock | null }) {
  const t = useText('past');
  const name = useName();
  const one = (clock: Clock | null) =>
    clock ? (
      <>
        <ClockTag clock={clock} /> {clock.dueOn && <Day date={clock.dueOn} />}
      </>
    ) : (
      <span className="quiet">{t('difference.gone')}</span>
    );
  return (
    <>
      <strong>{name((after ?? before)?.title)}</strong>
      <span className="sub">
        {t('difference.was')} {one(before)}
      </span>
      <span className="sub">
        {t('difference.is')} {one(after)}
      </span>
    </>
  );
}

interface ChangeProps {
  readonly fact: ChangedFact;
}

/** The old value above the new, under the last names of its path. */
function Change({ fact: { names, before, after } }: ChangeProps) {
  const t = useText('past');
  const label = useFactLabel();
  const last = names.at(-1) ?? '';
  const value = (of: unknown) => {
    if (of === null || of === undefined) return <span className="quiet">{t('difference.gone')}</span>;
    return last === 'status' && typeof of === 'string' ? (
      t(`common:status.${of}`, { defaultValue: of })
    ) : (
      <FactValue name={last} value={of} listed />
    );
  };
  return (
    <>
      <dt>{names.map((name, at) => label(name, names[at - 1] ?? '')).join(' · ')}</dt>
      <dd>
        <span className="block quiet">
          {t('difference.was')} <del>{value(before)}</del>
        </span>
        <span className="block">
          {t('difference.is')} <ins>{value(after)}</ins>
        </span>
      </dd>
    </>
  );
}

interface RecordsProps {
  readonly title: string;
  readonly id: string;
  readonly entries: readonly TimelineEntry[];
}

function Records({ title, id, entries }: RecordsProps) {
  const words = useEventWords();
  if (entries.length === 0) return null;
  return (
    <Section id={`records-${id}`} title={title}>
      <ul className="plain-list">
        {entries.map((entry) => {
          const { title: what, detail } = words(entry);
          return (
            <li key={entry.revision}>
              <strong>{what}</strong> <span className="quiet small">{showTime(entry.recordedAt)}</span>
              {detail && <span className="sub">{detail}</span>}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
