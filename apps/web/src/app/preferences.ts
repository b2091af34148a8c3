import { useSyncExternalStore } from 'react';
import type { Language } from '../calendar/show-date.js';

export interface Preferences {
  readonly language: Language;
  readonly theme: 'system' | 'light' | 'dark';
  /** 关怀版: larger text and targets. */
  readonly elder: boolean;
}

// The keys are read by public/first-paint.js too.
const key = 'redress.preferences';
const defaults: Preferences = { language: 'zh-CN', theme: 'system', elder: false };
const listeners = new Set<() => void>();
let current = read();

function read(): Preferences {
  try {
    return { ...defaults, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Preferences>) };
  } catch {
    // Storage refused or foreign: the defaults hold for this visit.
    return defaults;
  }
}

export function preferences(): Preferences {
  return current;
}

export function prefer(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  try {
    localStorage.setItem(key, JSON.stringify(current));
  } catch {
    // Not remembered then, but in force all the same.
  }
  apply();
  listeners.forEach((listener) => listener());
}

export function apply(): void {
  const root = document.documentElement;
  root.lang = current.language;
  if (current.theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = current.theme;
  if (current.elder) root.dataset.elder = 'true';
  else delete root.dataset.elder;
}

export function usePreferences(): Preferences {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, preferences);
}
