import { WatchedRanges } from '../telemetry/watched-ranges';
import type { Watched } from './watch-memory';

/** Seconds between two notes while it plays, at least between any two but the last, and watched before there is one. */
const beat = 30;
const least = 5;
const begun = 2;

/** Between two looks no more of the video passes than this, at its normal speed; what is longer was a jump. Seconds. */
const stride = 3;

/**
 * Watches an element play, and tells how far somebody is: on a slow beat, when they pause, at the end, and when the page is
 * hidden or goes. Nothing is told before they have watched a little, nor again before they have watched more.
 */
export class WatchTracker {
  private readonly ranges = new WatchedRanges();
  private readonly listening = new AbortController();
  private last?: number;
  private seconds = 0;
  private told = 0;
  private toldAt: number;

  /**
   * @param duration Seconds; nothing while it isn't known.
   * @param now Milliseconds that only go on.
   */
  constructor(
    private readonly video: HTMLVideoElement,
    private readonly tell: (watched: Watched) => void,
    private readonly duration: () => number | undefined,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.toldAt = now();
    const { signal } = this.listening;
    video.addEventListener('timeupdate', () => this.look(), { signal });
    for (const type of ['seeking', 'emptied']) video.addEventListener(type, () => (this.last = undefined), { signal });
    video.addEventListener('pause', () => this.note(video.ended ? 0 : least), { signal });
    document.addEventListener('visibilitychange', () => document.hidden && this.note(0), { signal });
    window.addEventListener('pagehide', () => this.note(0), { signal });
  }

  close(): void {
    if (this.listening.signal.aborted) return;
    this.note(0);
    this.listening.abort();
  }

  private look(): void {
    this.pass();
    this.note(beat);
  }

  private pass(): void {
    const { video, last } = this;
    if (video.seeking) return;
    const at = video.currentTime;
    if (last !== undefined && at > last && at - last <= stride * Math.max(1, video.playbackRate)) {
      this.ranges.add(last, at);
      this.seconds += at - last;
    }
    this.last = at;
  }

  /** @param after Seconds that have to be gone since the last. */
  private note(after: number): void {
    this.pass();
    if (this.seconds < begun || this.seconds === this.told || this.now() - this.toldAt < after * 1000) return;
    this.told = this.seconds;
    this.toldAt = this.now();
    const duration = this.duration();
    this.tell({ position: this.last ?? this.video.currentTime, watched: duration ? this.ranges.parts(duration) : undefined, duration });
  }
}
