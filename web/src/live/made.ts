import type { LiveStream } from '../api/generated';

let kept: LiveStream | undefined;

/** The stream that was just made, with its key, from one page to the next: in memory, and taken once. */
export const made = {
  keep: (stream: LiveStream): void => void (kept = stream),
  take(id: string): string | undefined {
    const key = kept?.id === id ? kept.streamKey : undefined;
    kept = undefined;
    return key;
  },
};
