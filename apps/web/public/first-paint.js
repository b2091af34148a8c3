// Before the first paint, so that a remembered dark or elder mode does not flash. The keys are those of app/preferences.ts.
try {
  const kept = JSON.parse(localStorage.getItem('redress.preferences') ?? '{}');
  const root = document.documentElement;
  if (kept.theme === 'light' || kept.theme === 'dark') root.dataset.theme = kept.theme;
  if (kept.elder === true) root.dataset.elder = 'true';
  if (kept.language === 'en') root.lang = 'en';
} catch {
  // Storage may be refused or hold something else: the page then starts with its defaults.
}
