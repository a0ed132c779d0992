import { attempt } from '../session/attempt';

const name = 'stream.apiKey';

/** The creator's API key: for this tab, or on this device if they chose so; where storage is blocked it has to be given again. */
export const keyStore = {
  get(): string | undefined {
    return attempt(() => sessionStorage.getItem(name) ?? localStorage.getItem(name)) ?? undefined;
  },
  set(key: string, remember: boolean): void {
    attempt(() => sessionStorage.setItem(name, key));
    if (remember) attempt(() => localStorage.setItem(name, key));
  },
  forget(): void {
    attempt(() => sessionStorage.removeItem(name));
    attempt(() => localStorage.removeItem(name));
  },
  /** A link may carry the key behind `#key=` (never sent to any server); it is taken from the address at once. */
  takeFromAddress(): void {
    const key = new URLSearchParams(location.hash.slice(1)).get('key');
    if (!key) return;
    this.set(key, false);
    history.replaceState(null, '', location.pathname + location.search);
  },
};
