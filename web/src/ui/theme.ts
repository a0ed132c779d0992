export type Theme = 'system' | 'light' | 'dark';

const name = 'stream.theme';

/** Shows pages as somebody wants them, and keeps it on the device, so that the next visit begins so. */
export function showTheme(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset['theme'];
  else dataset['theme'] = theme;
  try {
    if (theme === 'system') localStorage.removeItem(name);
    else localStorage.setItem(name, theme);
  } catch {
    // Storage may be blocked: the next visit then begins as the system wants.
  }
}

/** As it was kept. */
export function showKeptTheme(): void {
  try {
    const kept = localStorage.getItem(name);
    if (kept === 'light' || kept === 'dark') document.documentElement.dataset['theme'] = kept;
  } catch {
    // As the system wants.
  }
}
