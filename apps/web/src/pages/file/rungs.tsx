import type { AnyCaseFile } from '../../api/types.js';
import { Day } from '../../kit/tags.js';
import { useName, useText } from '../../text/names.js';

/** The escalations that fired. */
export function Rungs({ file }: { readonly file: AnyCaseFile }) {
  const t = useText('file');
  const name = useName();
  if (file.rungs.length === 0) return null;
  return (
    <section className="card" aria-labelledby="rungs-title">
      <h2 id="rungs-title">{t('rungs.title')}</h2>
      <ul className="plain-list">
        {file.rungs.map((rung) => (
          <li key={rung.clock + rung.rung + rung.firedOn}>
            <strong>{name(rung.title)}</strong>
            <span className="sub">
              <Day date={rung.firedOn} />
              {rung.late && ` · ${t('rungs.late')}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
