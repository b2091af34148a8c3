import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Problem } from './api/problem.js';
import { me } from './api/queries.js';
import { apply } from './app/preferences.js';
import { makeRouter } from './app/router.js';
import { startTexts } from './text/i18n.js';
import './styles/tokens.css';
import './styles/base.css';
import './styles/shell.css';
import './styles/kit.css';
import './styles/pages.css';
import './styles/print.css';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // An answer of the server is an answer: only silence is worth asking again.
      retry: (count, cause) => count < 2 && (!(cause instanceof Problem) || cause.status === 0 || cause.status >= 502),
    },
    mutations: { networkMode: 'always' },
  },
});

apply();
// Asked for at once: everything waits for who is signed in.
void queries.prefetchQuery(me);
await startTexts();
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={makeRouter()} />
    </QueryClientProvider>
  </StrictMode>,
);

// After the first paint: the slices of the Chinese face must hold up nothing.
void import('./styles/fonts.css');
