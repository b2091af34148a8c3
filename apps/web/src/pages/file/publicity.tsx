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
  const columns = ['rules', 'startsOn', 'minimum', 'maximum'] as const;
  return (
    <section className="table-card" aria-labelledby="publicity-title">
      <h2 id="publicity-title" className="table-title">
        {t('publicity.title')}
      </h2>
      <table className="table stacked" role="table" aria-labelledby="publicity-title">
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th role="columnheader" scope="col" key={column}>
                {t(`publicity.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {reading.readings.map((one) => (
            <tr role="row" key={one.regime}>
              <th role="rowheader" scope="row">
                {t(`publicity.regime.${one.regime}`, { defaultValue: one.regime })}
              </th>
              <td role="cell" data-label={t('publicity.startsOn')}>
                {one.startsOn ? <Day date={one.startsOn} /> : t('publicity.unknown')}
              </td>
              <td role="cell" data-label={t('publicity.minimum')}>
                <LastDay bound={one.minimum} />
              </td>
              <td role="cell" data-label={t('publicity.maximum')}>
                <LastDay bound={one.maximum} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
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
