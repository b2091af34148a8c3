import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMe } from '../../app/session.js';
import { Page } from '../../kit/page.js';
import { useText } from '../../text/names.js';
import { DraftKept } from '../lodge/draft-kept.js';
import { dropLodging, keptLodging } from './kept-lodging.js';
import { matters, type MatterName } from './matters.js';

const groups: Readonly<Record<string, readonly MatterName[]>> = {
  rights: ['claim', 'complaint', 'credit-repair'],
  ip: ['adjudication', 'mediation', 'priority-examination', 'trademark', 'copyright', 'trade-secret'],
};

/** What it is about, before anything is typed. */
export function ChooseMatter() {
  const t = useText('lodging');
  const { role } = useMe();
  return (
    <Page title={t('choose.title')} lede={t(role === 'sme' ? 'choose.lede' : 'choose.ledeOfOthers')} narrow>
      <div className="stack">
        {Object.entries(groups).map(([group, names]) => (
          <section key={group} aria-labelledby={`matters-${group}`}>
            <h2 id={`matters-${group}`}>{t(`choose.${group}`)}</h2>
            <ul className="matters">
              {names.map((name) => (
                <MatterCard key={name} name={name} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Page>
  );
}

function MatterCard({ name }: { readonly name: MatterName }) {
  const t = useText('lodging');
  const account = useMe();
  const [begun, setBegun] = useState(() => keptLodging(account, name) !== null);
  const drop = () => {
    dropLodging(account, name);
    setBegun(false);
  };
  const title = t(`matter.${name}.title`);
  const first = matters[name].steps[account.role === 'sme' ? 1 : 0];
  return (
    <li className="card">
      <h3>
        {name === 'claim' && account.role === 'sme' ? (
          // A firm's own claim has questions before it, and pages of its own.
          <Link to="/lodge">{title}</Link>
        ) : (
          <Link to="/matters/$matter/$step" params={{ matter: name, step: first.name }}>
            {title}
          </Link>
        )}
        {begun && (
          <span className="tag" data-tone="soon">
            {t('choose.begun')}
          </span>
        )}
      </h3>
      <p className="quiet">{t(`matter.${name}.about`)}</p>
      {begun && <DraftKept which={title} drop={drop} />}
    </li>
  );
}
