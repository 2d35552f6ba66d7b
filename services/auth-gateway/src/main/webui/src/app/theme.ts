import { useState } from 'react';

export type Theme = 'system' | 'light' | 'dark';

const KEY = 'adfleet.theme';
const NEXT: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' };

function chosen(): Theme {
  const kept = localStorage.getItem(KEY);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

function show(theme: Theme) {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** Shows what was chosen before anything is drawn. */
export function showChosenTheme() {
  show(chosen());
}

/** The theme, and the way to the next one. */
export function useTheme(): [Theme, () => void] {
  const [theme, setTheme] = useState(chosen);
  return [
    theme,
    () => {
      const next = NEXT[theme];
      localStorage.setItem(KEY, next);
      show(next);
      setTheme(next);
    },
  ];
}
