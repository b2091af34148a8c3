import type { OtherCaseFile } from '../../api/types.js';
import { useText } from '../../text/names.js';
import { FactsView } from './facts-view.js';
import { Section } from './section.js';

type Facts = Readonly<Record<string, unknown>>;

export interface PartyFacts {
  readonly name: string;
  readonly creditCode?: string | null;
  readonly sizeType?: string;
  readonly unitType?: string;
  readonly address?: string | null;
  readonly contact?: { readonly name: string; readonly phone: string } | null;
}

/** What was sent at the lodging, as last submitted: the parties, the papers, and the matter itself. */
export function lodgedOf({ facts }: OtherCaseFile) {
  const sent = (facts['complaint'] ?? facts['request'] ?? {}) as Facts;
  const { complainant, applicant, respondent, evidence, materials, promises, promise, lodging, ...rest } = sent;
  const { route: _, ...said } = (rest['matter'] ?? {}) as Facts;
  const matter = { ...rest, matter: said };
  return {
    complainant: (complainant ?? applicant ?? null) as PartyFacts | null,
    respondent: (respondent ?? null) as PartyFacts | null,
    papers: (evidence ?? materials ?? []) as readonly { readonly title: string; readonly reference: string }[],
    signatory: ((promises ?? promise ?? {}) as { readonly signatory?: string }).signatory ?? null,
    matter,
    lodging: (facts['lodging'] ?? lodging ?? null) as (Facts & { readonly by?: string }) | null,
  };
}

export function LodgedMatter({ file }: { readonly file: OtherCaseFile }) {
  const t = useText('file');
  const { matter, papers, signatory, lodging } = lodgedOf(file);
  return (
    <Section id="matter-title" title={t('lodgedMatter')}>
      <FactsView facts={matter} within="matter" />
      <dl className="facts">
        <dt>{t('claim.evidence')}</dt>
        <dd>
          {papers.length === 0 ? (
            <span className="quiet">{t('claim.noEvidence')}</span>
          ) : (
            papers.map((one, index) => (
              <span className="block" key={index}>
                {one.title} <span className="quiet">{one.reference}</span>
              </span>
            ))
          )}
        </dd>
        {lodging && lodging.by !== 'complainant' && (
          <>
            <dt data-deep>{t('cameIn')}</dt>
            <dd data-deep>
              <FactsView facts={lodging} within="lodging" />
            </dd>
          </>
        )}
        {signatory && (
          <>
            <dt>{t('claim.promises')}</dt>
            <dd>{t('promisedBy', { signatory })}</dd>
          </>
        )}
      </dl>
    </Section>
  );
}

export function OtherParties({ file }: { readonly file: OtherCaseFile }) {
  const t = useText('file');
  const sent = lodgedOf(file);
  const respondent = sent.respondent ?? file.respondent;
  return (
    <Section id="parties-title" title={t('parties.title')}>
      <div className="parties">
        <Party title={t('parties.complainant')} party={sent.complainant ?? file.complainant} />
        {respondent && <Party title={t('parties.respondent')} party={respondent} />}
      </div>
    </Section>
  );
}

function Party({ title, party }: { readonly title: string; readonly party: PartyFacts }) {
  const t = useText('file');
  const { sizeType, unitType } = party;
  const kinds = [
    unitType && t([`acts:option.${unitType}`, `unitType.${unitType}`], { defaultValue: unitType }),
    sizeType && t(`size.${sizeType}`, { defaultValue: sizeType }),
    party.address,
  ].filter(Boolean);
  return (
    <div>
      <h3>{title}</h3>
      <p className="party-name">{party.name}</p>
      <p className="mono">{party.creditCode ?? t('parties.unknownCode')}</p>
      {kinds.length > 0 && <p className="quiet small">{kinds.join(' · ')}</p>}
      {party.contact && (
        <p className="small">
          {party.contact.name} {party.contact.phone}
        </p>
      )}
    </div>
  );
}
