import { holdFrame, nextFrame } from './still';
import type { Engine, EngineEvents, Source } from './engine';

/** HLS by the browser itself: Safari and iOS without (Managed) Media Source. It chooses the quality on its own. */
export class NativeEngine implements Engine {
  readonly kind = 'native';
  private readonly abort = new AbortController();
  private url = '';

  constructor(
    private readonly video: HTMLVideoElement,
    private readonly events: EngineEvents,
  ) {
    video.addEventListener('error', () => this.failed(), { signal: this.abort.signal });
  }

  async load({ url, startAt }: Source): Promise<void> {
    this.url = url;
    this.events.onQualities([]);
    this.events.onSounds([], undefined);
    this.video.src = url;
    this.seekWhenKnown(startAt);
  }

  setQuality(): void {
    // The browser offers no choice.
  }

  setSound(): void {
    // Nor this one: its own controls have it.
  }

  async moveTo(url: string): Promise<void> {
    const { video } = this;
    const [position, paused, rate] = [video.currentTime, video.paused, video.playbackRate];
    const release = holdFrame(video);
    await this.load({ url, startAt: position });
    video.playbackRate = rate;
    if (!paused) await video.play().catch(() => undefined);
    await nextFrame(video);
    release();
  }

  retry(): void {
    const position = this.video.currentTime;
    void this.load({ url: this.url, startAt: position }).then(() => this.video.play().catch(() => undefined));
  }

  destroy(): void {
    this.abort.abort();
    this.video.removeAttribute('src');
    this.video.load();
  }

  private seekWhenKnown(position: number): void {
    if (position <= 0) return;
    const seek = () => (this.video.currentTime = position);
    this.video.addEventListener('loadedmetadata', seek, { once: true, signal: this.abort.signal });
  }

  private failed(): void {
    const error = this.video.error;
    if (!error) return;
    const network = error.code === MediaError.MEDIA_ERR_NETWORK;
    this.events.onError({
      code: `native.${error.code}`,
      message: error.message || 'The browser could not play this video.',
      fatal: true,
      network,
    });
  }
}
