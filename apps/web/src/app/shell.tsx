import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { lazy, Suspense, useSyncExternalStore } from 'react';
import { me, unread } from '../api/queries.js';
import type { Me } from '../api/types.js';
import { Loading, ProblemNotice } from '../kit/states.js';
import { useName, useText } from '../text/names.js';
import { Footer } from './footer.js';
import { LanguageButton } from './language.js';
import { navigation, placeOf, places } from './places.js';
import { SignInAgain, signOut } from './session.js';

const SignIn = lazy(() => import('../pages/sign-in/sign-in.js').then(({ SignIn }) => ({ default: SignIn })));

/** Pages which anyone may read. */
const open: ReadonlySet<string> = new Set(['/accessibility']);

export function Shell() {
  return (
    <Suspense fallback={null}>
      <Frame />
    </Suspense>
  );
}

function Frame() {
  const t = useText();
  const account = useQuery(me);
  const { pathname } = useLocation();
  const body = () => {
    if (open.has(pathname) || account.data) return <Outlet />;
    if (account.isError) return <ProblemNotice cause={account.error} retry={account.refetch} />;
    return account.isPending ? <Loading /> : <SignIn />;
  };
  return (
    <div className="shell">
      <a className="skip" href="#main">
        {t('nav.skip')}
      </a>
      <Header account={account.data ?? null} />
      <main className="main" id="main" tabIndex={-1}>
        <div className="within">
          <Suspense fallback={<Loading />}>{body()}</Suspense>
        </div>
      </main>
      <Footer />
      <SignInAgain />
    </div>
  );
}

function Header({ account }: { readonly account: Me | null }) {
  const t = useText();
  const online = useOnline();
  return (
    <header>
      <div className="demonstration">
        <p className="within">{t('demonstration')}</p>
      </div>
      <div className="head">
        <div className="within head-row">
          <Link className="brand" to="/">
            <Mark />
            <span className="brand-name">
              {t('product')}
              <span className="brand-line">{t('productLine')}</span>
            </span>
          </Link>
          <div className="head-side">
            {account && <Person account={account} />}
            <LanguageButton />
            {account && <SignOutButton />}
          </div>
        </div>
      </div>
      {account && <Navigation account={account} />}
      {!online && (
        <div className="offline" role="status">
          <p className="within">{t('state.offline')}</p>
        </div>
      )}
    </header>
  );
}

function Person({ account }: { readonly account: Me }) {
  const name = useName();
  const place = account.company?.name ?? name(account.office?.name);
  return (
    <p className="head-person">
      {name(account.name)} · {name(account.roleTitle)}
      {place && <span>{place}</span>}
    </p>
  );
}

function SignOutButton() {
  const t = useText();
  const leave = async () => {
    await signOut();
    window.location.assign('/');
  };
  return (
    <button type="button" className="head-button" onClick={() => void leave()}>
      {t('nav.signOut')}
    </button>
  );
}

function Navigation({ account }: { readonly account: Me }) {
  const t = useText();
  const { pathname } = useLocation();
  const here = placeOf(account.role, pathname);
  return (
    <nav className="nav" aria-label={t('nav.main')}>
      <ul className="within">
        {navigation[account.role].map((place) => (
          <li key={place}>
            <Link to={places[place]} data-on={place === here} aria-current={place === here ? 'page' : undefined}>
              {t(`nav.${place}`)}
              {place === 'inbox' && <Unread />}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** How many notices wait to be read; nothing where none does, or where it cannot be told. */
function Unread() {
  const t = useText();
  const { data } = useQuery(unread);
  if (!data?.unread) return null;
  return (
    <span className="count">
      {data.unread}
      <span className="visually-hidden"> {t('nav.unread')}</span>
    </span>
  );
}

function Mark() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7" fill="#ffffff" fillOpacity="0.14" />
      <path
        d="M8 11.5c2.7-2.6 5.3-2.6 8 0s5.3 2.6 8 0"
        fill="none"
        stroke="#fff"
        strokeWidth="2.6"
        strokeLinecap="round"
      />
      <path
        d="M9 20.5l4.6 4L23 16.5"
        fill="none"
        stroke="#8fd6cc"
        strokeWidth="2.8"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

function useOnline(): boolean {
  return useSyncExternalStore(
    (listener) => {
      window.addEventListener('online', listener);
      window.addEventListener('offline', listener);
      return () => {
        window.removeEventListener('online', listener);
        window.removeEventListener('offline', listener);
      };
    },
    () => navigator.onLine,
  );
}
