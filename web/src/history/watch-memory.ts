/** How far somebody watched. */
export interface Watched {
  /** Seconds. */
  position: number;
  /** Which hundredths were watched in this viewing: 25 hexadecimal digits; nothing while the length isn't known. */
  watched?: string;
  /** Seconds; nothing while it isn't known. */
  duration?: number;
}

/** What remembers where somebody stopped. It never fails: who can't be helped begins at the start. */
export interface WatchMemory {
  /** Where to go on, in seconds; nothing for the start. */
  resumeAt(playbackId: string): Promise<number | undefined>;
  /** Takes where they are by now; it may be the last that the page says. */
  note(playbackId: string, watched: Watched): void;
}

/** Where to go on; nothing for who was hardly past the start or near the end. The platform's rule, for what it doesn't know of. */
export function resumeFrom({ position, duration }: Watched): number | undefined {
  return position > Math.min(10, (duration ?? Infinity) * 0.05) && !(position >= (duration ?? Infinity) * 0.95) ? position : undefined;
}

/** What `work` gives, or nothing if that takes longer; milliseconds. */
export function within<T>(longest: number, work: Promise<T>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<undefined>((resolve) => (timer = setTimeout(() => resolve(undefined), longest)));
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
