import { Page } from '../../kit/page.js';
import { useText } from '../../text/names.js';

const parts = ['aim', 'does', 'elder', 'limits', 'help'] as const;

export function Statement() {
  const t = useText('statement');
  return (
    <Page title={t('title')} lede={t('lede')} narrow>
      <div className="stack">
        {parts.map((part) => (
          <section key={part} className="card" aria-labelledby={`statement-${part}`}>
            <h2 id={`statement-${part}`}>{t(`${part}.title`)}</h2>
            <p>{t(`${part}.text`)}</p>
          </section>
        ))}
      </div>
    </Page>
  );
}
