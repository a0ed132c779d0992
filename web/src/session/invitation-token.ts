import { attempt } from './attempt';

const name = 'stream.invitation';
let here: string | undefined;

/** The token of an invitation's letter: kept in this tab until it was answered, since its reader may have to sign in first. */
export const invitationToken = {
  /** It is behind `#`, and leaves the address at once. */
  takeFromAddress(): void {
    const token = location.hash.slice(1);
    if (!token) return;
    here = token;
    attempt(() => sessionStorage.setItem(name, token));
    history.replaceState(null, '', location.pathname + location.search);
  },
  get: (): string | undefined => here ?? attempt(() => sessionStorage.getItem(name)) ?? undefined,
  forget(): void {
    here = undefined;
    attempt(() => sessionStorage.removeItem(name));
  },
};
