import { Client } from '../api/client';
import { keyStore } from '../pages/key-store';
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

/** Acts for whoever is signed in; as nobody while nobody is. */
export const asSignedIn = new Client({ access: session });

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
