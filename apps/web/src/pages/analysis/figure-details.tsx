import type { Figures } from '../../api/types.js';
import { Money } from '../../kit/money.js';
import { Sheet } from '../../kit/sheet.js';
import { useText } from '../../text/names.js';
import { useOutcomeWords } from './figure-words.js';
import { RateInFull } from './rate.js';

/** The figures of a period, all in one. */
export function FigureDetails({ figures }: { readonly figures: Figures }) {
  const t = useText('analysis');
  const counts = ['lodged', 'accepted', 'refused', 'concluded'] as const;
  return (
    <div className="stack">
      <ul className="totals">
        {counts.map((name) => (
          <li key={name} className="total">
            <span className="total-number number">{figures[name]}</span>
            <span>{t(`figure.${name}`)}</span>
          </li>
        ))}
      </ul>
      <dl className="sums">
        {(['claimed', 'recovered'] as const).map((name) => (
          <div key={name} data-sum={name === 'claimed' ? 'total' : 'paid'}>
            <dt>{t(`figure.${name}`)}</dt>
            <dd>
              <Money amount={figures[name]} />
            </dd>
          </div>
        ))}
      </dl>
      <div className="parties">
        {figures.onTime && <RateInFull onTime={figures.onTime} />}
        <Shares title={t('figure.concludedWith')} counts={figures.concludedWith} />
        <Shares title={t('figure.refusedBy')} counts={figures.refusedBy} />
        <Satisfaction figures={figures} />
      </div>
    </div>
  );
}

function Shares({ title, counts }: { readonly title: string; readonly counts: Readonly<Record<string, number>> }) {
  const words = useOutcomeWords();
  const shares = Object.entries(counts).sort(([, a], [, b]) => b - a);
  if (shares.length === 0) return null;
  return (
    <div className="card">
      <h2>{title}</h2>
      <dl className="facts counts">
        {shares.map(([name, count]) => (
          <Share key={name} name={words(name)} count={count} />
        ))}
      </dl>
    </div>
  );
}

function Share({ name, count }: { readonly name: string; readonly count: number }) {
  return (
    <>
      <dt>{name}</dt>
      <dd className="number">{count}</dd>
    </>
  );
}

function Satisfaction({ figures }: { readonly figures: Figures }) {
  const t = useText('analysis');
  const { ratings, mean } = figures.satisfaction;
  if (mean === null) return null;
  return (
    <div className="card">
      <h2>{t('figure.satisfaction')}</h2>
      <p>{t('figure.mean', { mean: mean.toFixed(1) })}</p>
      <dl className="facts counts">
        {['5', '4', '3', '2', '1'].map((rating) => (
          <Share key={rating} name={t('figure.rating', { rating })} count={ratings[rating] ?? 0} />
        ))}
      </dl>
    </div>
  );
}

/** How long each stage took; of what, where a page shows several. */
export function Stages({ stages, about }: Pick<Figures, 'stages'> & { readonly about?: string }) {
  const t = useText('analysis');
  const words = useOutcomeWords();
  if (stages.length === 0) return null;
  return (
    <Sheet
      title={[about, t('stage.title')].filter(Boolean).join(' · ')}
      titled
      rows={stages}
      keyOf={({ stage }) => stage}
      columns={[
        { id: 'stage', title: t('stage.stage'), cell: ({ stage }) => words(stage) },
        ...(['left', 'medianDays', 'p90Days'] as const).map((id) => ({
          id,
          title: t(`stage.${id}`),
          cell: (row: Figures['stages'][number]) => row[id],
          amount: true,
        })),
      ]}
    />
  );
}
