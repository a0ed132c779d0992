/** What is kept of a session between visits. */
export interface KeptSession {
  userId: string;
  /** With it a reload needs no refresh, whose answer could be lost on the way; absent of what older pages kept. */
  accessToken?: string;
  expiresAt?: string;
  /** Counts once. */
  refreshToken: string;
  refreshExpiresAt: string;
}

interface Lease {
  owner: string;
  /** Milliseconds since the epoch; a tab that died holds it no longer. */
  until: number;
}

const database = 'stream-session';
const table = 'session';

/**
 * The session in IndexedDB. Its transactions are ordered across tabs, while what one tab writes to localStorage may reach
 * another only after the lock that guarded it; and a refresh token that is read too late ends the session. Where
 * IndexedDB is blocked, a session lasts as long as the page.
 */
export class SessionStore {
  private readonly opened: Promise<IDBDatabase | undefined>;
  private memory = new Map<string, unknown>();

  constructor(factory: IDBFactory | undefined = globalThis.indexedDB) {
    this.opened = new Promise((resolve) => {
      try {
        const request = factory!.open(database, 1);
        request.onupgradeneeded = () => request.result.createObjectStore(table);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => resolve(undefined);
      } catch {
        resolve(undefined);
      }
    });
  }

  get(): Promise<KeptSession | undefined> {
    return this.change<KeptSession>('session', (kept) => kept);
  }

  async put(session: KeptSession): Promise<void> {
    await this.change<KeptSession>('session', () => session);
  }

  async remove(): Promise<void> {
    await this.change<KeptSession>('session', () => undefined);
  }

  /** True when the lease was free, lapsed or the owner's own already. */
  async claim(owner: string, until: number, now: number): Promise<boolean> {
    const lease = await this.change<Lease>('lease', (held) => (held && held.owner !== owner && held.until > now ? held : { owner, until }));
    return lease?.owner === owner;
  }

  async release(owner: string): Promise<void> {
    await this.change<Lease>('lease', (held) => (held?.owner === owner ? undefined : held));
  }

  /** Reads and writes in one transaction; gives what is there afterwards. */
  private async change<T>(key: string, next: (held: T | undefined) => T | undefined): Promise<T | undefined> {
    const db = await this.opened;
    if (!db) {
      const value = next(this.memory.get(key) as T | undefined);
      this.memory.set(key, value);
      return value;
    }
    return new Promise((resolve, reject) => {
      const transaction = db.transaction(table, 'readwrite');
      const store = transaction.objectStore(table);
      const get = store.get(key);
      let value: T | undefined;
      get.onsuccess = () => {
        const held = get.result as T | undefined;
        value = next(held);
        if (value === undefined) store.delete(key);
        else if (value !== held) store.put(value, key);
      };
      transaction.oncomplete = () => resolve(value);
      transaction.onerror = transaction.onabort = () => reject(transaction.error);
    });
  }
}
