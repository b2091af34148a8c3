import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { nearCases } from '../../api/analysis-queries.js';
import { useMe } from '../../app/session.js';
import { Money } from '../../kit/money.js';
import { Day } from '../../kit/tags.js';
import { useText } from '../../text/names.js';
import { Section } from './section.js';

/** Cases linked to this one, and those which may be of the same matter: whether they are, people decide. */
export function NearCases({ caseId }: { readonly caseId: string }) {
  const t = useText('file');
  const option = useText('acts');
  // What the offices look at together is theirs.
  const { office } = useMe();
  const { data } = useQuery({ ...nearCases(caseId), enabled: office !== null });
  if (!data || data.links.length + data.duplicates.length === 0) return null;
  return (
    <Section id="near-title" title={t('near.title')}>
      <ul className="plain-list">
        {data.links.map((link) => (
          <li key={link.caseId + link.relation}>
            <Link className="mono" to="/cases/$caseId" params={{ caseId: link.caseId }}>
              {link.caseNumber}
            </Link>
            <span className="sub">{option(`option.${link.relation}`, { defaultValue: link.relation })}</span>
          </li>
        ))}
        {data.duplicates.map((one) => (
          <li key={one.caseId}>
            <Link className="mono" to="/cases/$caseId" params={{ caseId: one.caseId }}>
              {one.caseNumber}
            </Link>{' '}
            <span className="tag" data-tone="soon">
              {t('near.maybe')}
            </span>
            <span className="sub">
              {one.reasons.map((reason) => t(`near.reason.${reason}`)).join('、')} · <Day date={one.lodgedOn} />
              {one.amount && (
                <>
                  {' · '}
                  <Money amount={one.amount} />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
