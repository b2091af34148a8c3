import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { sealedParts } from '../../api/queries.js';
import type { SealedPart } from '../../api/types.js';
import { Page } from '../../kit/page.js';
import { Answered, Empty } from '../../kit/states.js';
import { useText } from '../../text/names.js';
import { Forget } from './forget.js';

const route = getRouteApi('/cases/$caseId/personal-data');

/** What is sealed in a case, whose it is and whether it is erased; nothing of what it says. */
export function PersonalData() {
  const t = useText('privacy');
  const { caseId } = route.useParams();
  return (
    <Page
      title={t('sealed.title')}
      lede={t('sealed.lede')}
      above={
        <Link className="back" to="/persons">
          ‹ {t('persons.title')}
        </Link>
      }
    >
      <Answered query={useQuery(sealedParts(caseId))}>
        {(parts) => (
          <div className="stack">
            {parts.length === 0 && <Empty>{t('sealed.none')}</Empty>}
            {grouped(parts).map(([id, of]) => (
              <Sealed key={id} caseId={caseId} parts={of} />
            ))}
          </div>
        )}
      </Answered>
    </Page>
  );
}

/** By the person or the text whose key seals it. */
function grouped(parts: readonly SealedPart[]): [string, SealedPart[]][] {
  const by = new Map<string, SealedPart[]>();
  for (const part of parts) by.set(part.id, [...(by.get(part.id) ?? []), part]);
  return [...by];
}

function Sealed({ caseId, parts }: { readonly caseId: string; readonly parts: readonly SealedPart[] }) {
  const t = useText('privacy');
  const events = useText('events');
  const first = parts[0]!;
  const title = t(`sealed.${first.of}`);
  return (
    <section className="card stack" aria-label={`${title} ${first.id}`}>
      <div className="card-head">
        <h2>{title}</h2>
        {first.erased && (
          <span className="tag" data-tone="outline">
            {t('sealed.erased')}
          </span>
        )}
      </div>
      <p className="mono quiet small">{first.id}</p>
      <ul className="plain-list">
        {parts.map((part) => (
          <li key={part.revision + part.path}>
            {events(`title.${part.type}`, { defaultValue: part.type })}
            <span className="sub mono">{part.path}</span>
          </li>
        ))}
      </ul>
      {!first.erased &&
        (first.of === 'person' ? (
          <Forget
            path={`/api/persons/${first.id}/forget`}
            body={{}}
            title={t('forget.person')}
            warning={t('forget.personEverywhere')}
          />
        ) : (
          <Forget
            path={`/api/cases/${caseId}/redact`}
            body={{ text: first.id }}
            title={t('forget.text')}
            warning={t('forget.textWarning')}
          />
        ))}
    </section>
  );
}
