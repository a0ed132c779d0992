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
export const asViewer = new Client({ access: session });

/** For a creator's own pages: the API key that was given to them, else whoever is signed in. */
export function asCreator(): Client {
  const apiKey = keyStore.get();
  return apiKey ? new Client({ apiKey }) : asViewer;
}

/** A creator's pages have somebody to act for. */
export const hasCreator = (): boolean => !!keyStore.get() || !!session.userId;
