import type { PlaybackInfo } from '../api/types';

/** Where the platform takes its thumbnails, as parts of the duration. */
const places = [0.1, 0.25, 0.5, 0.75, 0.9];

/** Thumbnails with the time each shows; the server may say the times itself. */
export function momentsOf(info: PlaybackInfo): { url: string; seconds: number }[] {
  const duration = info.durationSeconds ?? 0;
  const all = info.thumbnails ?? [];
  return all.map((each, i) => {
    const { url, seconds } = typeof each === 'string' ? { url: each, seconds: undefined } : each;
    const place = all.length === places.length ? places[i]! : (i + 0.5) / all.length;
    return { url, seconds: seconds ?? place * duration };
  });
}
