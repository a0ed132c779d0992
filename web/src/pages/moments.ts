import type { PlaybackInfo } from '../api/types';

/** Where the platform takes its thumbnails, as parts of the duration. */
const places = [0.1, 0.25, 0.5, 0.75, 0.9];

/** Thumbnails with the time each shows. */
export function momentsOf(info: PlaybackInfo): { url: string; seconds: number }[] {
  const all = info.thumbnails ?? [];
  return all.map((url, i) => {
    const place = all.length === places.length ? places[i]! : (i + 0.5) / all.length;
    return { url, seconds: place * (info.durationSeconds ?? 0) };
  });
}
