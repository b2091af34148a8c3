import type { OtherCaseFile } from '../../api/types.js';
import { StackedTable } from '../../kit/stacked-table.js';
import { Day } from '../../kit/tags.js';
import { useName, useText } from '../../text/names.js';
import { Section } from './section.js';

/** What the shared procedure keeps of a case, as far as its page shows it. */
interface Procedure {
  readonly documents?: readonly Document[];
  readonly pauses?: readonly { readonly ground: string; readonly from: string; readonly to: string | null }[];
  readonly links?: readonly { readonly caseNumber: string; readonly relation: string }[];
  readonly mergedInto?: { readonly caseNumber: string } | null;
  readonly joint?: { readonly coHandlers: readonly CoHandler[] } | null;
  readonly satisfaction?: { readonly rating: number; readonly on: string } | null;
}

interface Document {
  readonly document: number;
  readonly documentKind: string;
  readonly to: string;
  readonly issuedOn: string;
  readonly servedOn: string | null;
}

interface CoHandler {
  readonly office: { readonly id: string; readonly name: { readonly zh: string; readonly en: string } };
  readonly reportBy: string | null;
  readonly reported: boolean;
}

export const procedureOf = ({ facts }: OtherCaseFile) => (facts['procedure'] ?? {}) as Procedure;

/** Documents issued, with the day from which what they start counts. */
export function Documents({ file }: { readonly file: OtherCaseFile }) {
  const t = useText('file');
  const option = useText('acts');
  const { documents = [] } = procedureOf(file);
  if (documents.length === 0) return null;
  return (
    <section className="table-card" aria-labelledby="documents-title">
      <h2 id="documents-title" className="table-title">
        {t('documents.title')}
      </h2>
      <StackedTable
        labelledBy="documents-title"
        rows={documents}
        keyOf={({ document }) => String(document)}
        columns={[
          { id: 'number', title: t('documents.number'), cell: ({ document }) => document },
          { id: 'document', title: t('documents.document'), cell: ({ documentKind }) => documentKind },
          { id: 'to', title: t('documents.to'), cell: ({ to }) => option(`option.${to}`, { defaultValue: to }) },
          { id: 'issuedOn', title: t('documents.issuedOn'), cell: ({ issuedOn }) => <Day date={issuedOn} /> },
          {
            id: 'servedOn',
            title: t('documents.servedOn'),
            cell: ({ servedOn }) =>
              servedOn ? <Day date={servedOn} /> : <span className="quiet">{t('documents.notServed')}</span>,
          },
        ]}
      />
    </section>
  );
}

/** What else the file holds: pauses, cases beside it, offices acting with, how the firm rated it. */
export function Beside({ file }: { readonly file: OtherCaseFile }) {
  const t = useText('file');
  const option = useText('acts');
  const name = useName();
  const { pauses = [], links = [], mergedInto, joint, satisfaction } = procedureOf(file);
  const coHandlers = joint?.coHandlers ?? [];
  if (pauses.length + links.length + coHandlers.length === 0 && !mergedInto && !satisfaction) return null;
  return (
    <Section id="beside-title" title={t('beside.title')}>
      <dl className="facts">
        {mergedInto && (
          <>
            <dt>{t('beside.mergedInto')}</dt>
            <dd className="mono">{mergedInto.caseNumber}</dd>
          </>
        )}
        {links.map((link) => (
          <Row key={link.caseNumber} label={option(`option.${link.relation}`, { defaultValue: link.relation })}>
            <span className="mono">{link.caseNumber}</span>
          </Row>
        ))}
        {coHandlers.map(({ office, reportBy, reported }) => (
          <Row key={office.id} label={t('beside.with')}>
            {name(office.name)}
            <span className="sub">{reported ? t('beside.reported') : reportBy && <Day date={reportBy} />}</span>
          </Row>
        ))}
        {pauses.map((pause) => (
          <Row key={pause.from + pause.ground} label={t('beside.pause')}>
            <Day date={pause.from} /> – {pause.to ? <Day date={pause.to} /> : t('beside.lasting')}
            <span className="sub">{option(`option.${pause.ground}`, { defaultValue: pause.ground })}</span>
          </Row>
        ))}
        {satisfaction && (
          <Row label={t('beside.rated')}>
            {t('beside.rating', { rating: satisfaction.rating })} · <Day date={satisfaction.on} />
          </Row>
        )}
      </dl>
    </Section>
  );
}

function Row({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}
