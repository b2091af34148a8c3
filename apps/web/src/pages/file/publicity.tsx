import { StackedTable } from '../../kit/stacked-table.js';
import { Day, ProvisionalTag } from '../../kit/tags.js';
import { useText } from '../../text/names.js';
import type { OtherCaseFile } from '../../api/types.js';

interface Bound {
  readonly lastDay: string | null;
  readonly active: boolean;
  readonly mark: string;
}

/** How long a record is shown in public, as the rules in force on the day of the request have it. */
interface Reading {
  readonly on: string;
  readonly requestableFrom: string | null;
  readonly stopsAfter: string | null;
  readonly readings: readonly {
    readonly regime: string;
    readonly startsOn: string | null;
    readonly minimum: Bound;
    readonly maximum: Bound;
  }[];
  readonly conflicts: readonly object[];
}

export function readingOf({ kind, facts }: OtherCaseFile): Reading | null {
  return kind === 'creditRepair' ? ((facts['reading'] ?? null) as Reading | null) : null;
}

/** The governing rules first; where two disagree both stand here, and that they do is said. */
export function Publicity({ file }: { readonly file: OtherCaseFile }) {
  const t = useText('file');
  const reading = readingOf(file);
  if (reading === null) return null;
  return (
    <section className="table-card" aria-labelledby="publicity-title">
      <h2 id="publicity-title" className="table-title">
        {t('publicity.title')}
      </h2>
      <StackedTable
        labelledBy="publicity-title"
        rows={reading.readings}
        keyOf={({ regime }) => regime}
        columns={[
          {
            id: 'rules',
            title: t('publicity.rules'),
            cell: ({ regime }) => t(`publicity.regime.${regime}`, { defaultValue: regime }),
          },
          {
            id: 'startsOn',
            title: t('publicity.startsOn'),
            cell: ({ startsOn }) => (startsOn ? <Day date={startsOn} /> : t('publicity.unknown')),
          },
          { id: 'minimum', title: t('publicity.minimum'), cell: ({ minimum }) => <LastDay bound={minimum} /> },
          { id: 'maximum', title: t('publicity.maximum'), cell: ({ maximum }) => <LastDay bound={maximum} /> },
        ]}
      />
      <div className="table-foot">
        {reading.requestableFrom && (
          <p>
            {t('publicity.requestableFrom')}{' '}
            <strong>
              <Day date={reading.requestableFrom} />
            </strong>
          </p>
        )}
        {reading.stopsAfter && (
          <p>
            {t('publicity.stopsAfter')}{' '}
            <strong>
              <Day date={reading.stopsAfter} />
            </strong>
          </p>
        )}
        {reading.conflicts.length > 0 && <p>{t('publicity.conflict')}</p>}
        <p className="quiet small">
          {t('publicity.readOn')} <Day date={reading.on} />
        </p>
      </div>
    </section>
  );
}

function LastDay({ bound }: { readonly bound: Bound }) {
  const t = useText('file');
  if (bound.lastDay === null) return <span className="quiet">{t('publicity.none')}</span>;
  return (
    <>
      <Day date={bound.lastDay} /> {(!bound.active || bound.mark === 'unconfirmed') && <ProvisionalTag />}
    </>
  );
}
