import type { MediaEvent, Sample } from './meter';

const mediaEvents: readonly MediaEvent[] = ['play', 'playing', 'pause', 'waiting', 'seeking', 'seeked', 'timeupdate', 'ended', 'emptied'];

/** Pictures that are a tenth larger than where they are shown are nothing that anybody would have encoded for. */
const muchSmaller = 0.9;

/** Looks at a media element: with its own events, some four times a second while it plays, never with its frames. */
export class ObservedElement {
  private size?: { width: number; height: number };

  constructor(
    readonly video: HTMLVideoElement,
    private readonly elapsed: () => number,
  ) {}

  /** Tells of what happens until the signal. */
  observe(happened: (event: MediaEvent) => void, signal: AbortSignal): void {
    for (const type of mediaEvents) this.video.addEventListener(type, () => happened(type), { signal });
    if (typeof ResizeObserver === 'undefined') return;
    const sizes = new ResizeObserver(([entry]) => (this.size = entry?.contentRect));
    sizes.observe(this.video);
    signal.addEventListener('abort', () => sizes.disconnect());
  }

  sample(): Sample {
    const { video } = this;
    return {
      elapsed: this.elapsed(), position: video.currentTime, rate: video.playbackRate, paused: video.paused, seeking: video.seeking, ended: video.ended,
      hidden: document.hidden, downscaled: this.downscaled(),
    };
  }

  get duration(): number | undefined {
    return Number.isFinite(this.video.duration) ? this.video.duration : undefined;
  }

  get droppedFrames(): number {
    return this.video.getVideoPlaybackQuality?.().droppedVideoFrames ?? 0;
  }

  private downscaled(): boolean {
    const { size, video } = this;
    if (!size || size.width === 0 || video.videoWidth === 0) return false;
    return Math.min(size.width / video.videoWidth, size.height / video.videoHeight) * (globalThis.devicePixelRatio || 1) < muchSmaller;
  }
}
