import { Link } from '@tanstack/react-router';
import { useMe } from '../../app/session.js';
import { useText } from '../../text/names.js';

const all = [
  '/statistics',
  '/statistics/inspections',
  '/statistics/tasks',
  '/holders',
  '/first-contact',
  '/debtors',
  '/parties',
] as const;
const watching = ['/debtors', '/first-contact', '/parties'] as const;

/** What there is to look at across cases; the figures are for those who supervise. */
export function AnalysisTabs({ at }: { readonly at: (typeof all)[number] }) {
  const t = useText('analysis');
  const { role } = useMe();
  const shown = role === 'supervisor' || role === 'departmentHead' ? all : watching;
  return (
    <nav className="tabs" aria-label={t('which')}>
      <ul>
        {shown.map((to) => (
          <li key={to}>
            <Link to={to} className="tab" data-on={to === at} aria-current={to === at ? 'page' : undefined}>
              {t(`tab.${to.slice(1).replace('/', '-')}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
