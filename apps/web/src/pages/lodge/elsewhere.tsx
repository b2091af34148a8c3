import { getRouteApi, Link } from '@tanstack/react-router';
import { NotFound } from '../../app/faults.js';
import { Page } from '../../kit/page.js';
import { useText } from '../../text/names.js';
import { questions, type Question } from './draft.js';

const route = getRouteApi('/lodge/elsewhere/$question');

/** A "no" at the gate is no error: this says why the claim cannot be taken here, and who can help. */
export function Elsewhere() {
  const t = useText('lodge');
  const { question } = route.useParams();
  if (!questions.includes(question as Question)) return <NotFound />;
  const ways = t(`elsewhere.${question}.ways`, { returnObjects: true }) as unknown as readonly string[];
  return (
    <Page title={t(`elsewhere.${question}.title`)} narrow>
      <div className="stack">
        <p>{t(`elsewhere.${question}.why`)}</p>
        <div className="card">
          <h2>{t('elsewhere.what')}</h2>
          <ul className="ways">
            {ways.map((way) => (
              <li key={way}>{way}</li>
            ))}
          </ul>
        </div>
        <p>
          <Link to="/lodge">{t('elsewhere.back')}</Link>
        </p>
      </div>
    </Page>
  );
}
