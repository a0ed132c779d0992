import { Client } from '../api/client';
import { keyStore } from '../pages/key-store';
import type { Access } from '../api/client';
import { ActingStore } from './acting';
import { exclusiveAcrossTabs } from './exclusive';
import { Session } from './session';
import { SessionStore } from './session-store';

const store = new SessionStore();

/** Whoever is signed in, in this browser. */
export const session = new Session({
  store,
  exclusive: exclusiveAcrossTabs(store),
  send: new Client().request,
  channel: typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('stream.session'),
});

/** For whom this tab acts. */
export const acting = new ActingStore();

/** Whoever is signed in, for the account that they chose. */
export const signedInFor: Access = {
  authorization: () => session.authorization(),
  renewed: (refused) => session.renewed(refused),
  account: (path) => acting.header(session.userId, path),
  accountLost: () => acting.lose(session.userId),
};

/** Acts for whoever is signed in, or the organisation of theirs that they chose; as nobody while nobody is. */
export const asSignedIn = new Client({ access: signedInFor });

/** For what a viewer does: whoever is signed in, else the API key's account, else nobody. */
export function asViewer(): Client {
  const apiKey = session.userId ? undefined : keyStore.get();
  return apiKey ? new Client({ apiKey }) : asSignedIn;
}

/** For a creator's own pages: the API key that was given to them, else whoever is signed in. */
export function asCreator(): Client {
  const apiKey = keyStore.get();
  return apiKey ? new Client({ apiKey }) : asSignedIn;
}

/** There is somebody to act for. */
export const hasSomebody = (): boolean => !!keyStore.get() || !!session.userId;
