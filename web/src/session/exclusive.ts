import type { SessionStore } from './session-store';

/** Runs work while no other tab runs its own. */
export type Exclusive = <T>(work: () => Promise<T>) => Promise<T>;

const name = 'stream.session';

/** How long a tab may take before it counts as dead, and how often others look; milliseconds. */
const lease = 20_000;
const pause = 100;

/** By Web Locks; where a page has none (plain http on another machine than this), by a lease in the store. */
export function exclusiveAcrossTabs(store: SessionStore, locks: LockManager | undefined = globalThis.navigator?.locks): Exclusive {
  if (locks) return (work) => locks.request(name, work) as ReturnType<typeof work>;
  return async (work) => {
    // An owner for each piece of work: two in one tab take turns as well.
    const owner = `${Date.now()}-${Math.random()}`;
    while (!(await store.claim(owner, Date.now() + lease, Date.now()))) await new Promise((resolve) => setTimeout(resolve, pause));
    try {
      return await work();
    } finally {
      await store.release(owner);
    }
  };
}
