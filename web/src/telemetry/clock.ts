/** Time and chance, so that tests can have their own. */
export interface Clock {
  /** Milliseconds since 1970, which people and servers can set. */
  now(): number;
  /** Milliseconds that only go forward: for how long something took. */
  elapsed(): number;
  /** Calls back after so many milliseconds; returns how to stop it. */
  after(milliseconds: number, then: () => void): () => void;
  /** 0 to 1. */
  random(): number;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  after: (milliseconds, then) => {
    const timer = setTimeout(then, milliseconds);
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
};
