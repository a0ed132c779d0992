import shaka from 'shaka-player/dist/shaka-player.dash.js';
import { nameQualities, pickQuality, type Engine, type EngineEvents, type Quality, type Source } from './engine';
import { distinct, soundOf } from '../sounds';
import type { PlaybackReport } from '../../telemetry';
import type { Authorize } from '../viewer';
import { holdFrame, nextFrame } from './still';

/** DASH by shaka-player. Only ever played whole: there is no growing MPD. */
export class DashEngine implements Engine {
  readonly kind = 'dash';
  private readonly player: shaka.Player;
  private readonly attached: Promise<void>;
  private readonly abort = new AbortController();
  private qualities: Quality[] = [];
  private wish = 'auto';

  constructor(
    private readonly video: HTMLVideoElement,
    private readonly events: EngineEvents,
    authorize?: Authorize,
    report?: PlaybackReport,
  ) {
    shaka.polyfill.installAll();
    this.player = new shaka.Player();
    this.player.configure({
      streaming: { bufferBehind: 3600, bufferingGoal: 30 },
      abr: { restrictToElementSize: false },
    });
    this.player.getNetworkingEngine()?.registerRequestFilter(async (_: unknown, request: { uris: string[]; headers: Record<string, string> }) => {
      Object.assign(request.headers, await authorize?.(request.uris[0] ?? ''));
    });
    report?.followShaka(this.player);
    this.attached = this.player.attach(video);
    const listen = (type: string, then: (event: unknown) => void) => {
      this.player.addEventListener(type, then as EventListener);
    };
    listen('error', (event) => this.failed((event as { detail?: unknown }).detail));
    for (const type of ['adaptation', 'variantchanged', 'trackschanged']) {
      listen(type, () => {
        this.switched();
        this.heard();
      });
    }
  }

  async load({ url, startAt }: Source): Promise<void> {
    await this.attached;
    try {
      await this.player.load(url, startAt);
    } catch (error) {
      this.failed(error);
      return;
    }
    this.qualities = nameQualities(
      this.rungs().map(({ width, height, bandwidth }) => ({ width: width ?? 0, height: height ?? 0, bitrate: bandwidth })),
    );
    this.events.onQualities([...this.qualities]);
    if (this.wish !== 'auto') this.setQuality(this.wish);
    this.switched();
    this.heard();
  }

  setQuality(name: string): void {
    this.wish = name;
    if (this.qualities.length === 0) return;
    const quality = name === 'auto' ? undefined : pickQuality(this.qualities, name);
    this.player.configure({ abr: { enabled: !quality } });
    const track = quality && this.rungs()[this.qualities.indexOf(quality)];
    // Replace what is buffered ahead, but keep five seconds, so that the switch is soon and never stalls.
    if (track) this.player.selectVariantTrack(track, true, 5);
  }

  setSound(name: string): void {
    const track = this.player.getAudioTracks().find(({ language, label }) => soundOf(language, label ?? undefined).name === name);
    if (track && !track.active) this.player.selectAudioTrack(track);
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
    this.player.retryStreaming();
  }

  async destroy(): Promise<void> {
    this.abort.abort();
    await this.player.destroy();
  }

  /** One variant a rung, best first: with several audio tracks a rung has several variants. */
  private rungs(): shaka.extern.Track[] {
    const active = this.player.getVariantTracks().find((track) => track.active);
    const byVideo = new Map<string, shaka.extern.Track>();
    for (const track of this.player.getVariantTracks()) {
      if (active && track.audioId !== active.audioId) continue;
      byVideo.set(String(track.videoId ?? track.id), track);
    }
    return [...byVideo.values()].sort((a, b) => b.bandwidth - a.bandwidth);
  }

  private switched(): void {
    const index = this.rungs().findIndex((track) => track.active);
    this.events.onActiveQuality(this.qualities[index]?.name);
  }

  private heard(): void {
    const tracks = this.player.getAudioTracks().map(({ language, label, active }) => ({ ...soundOf(language, label ?? undefined), active }));
    this.events.onSounds(distinct(tracks.map(({ active, ...sound }) => sound)), tracks.find(({ active }) => active)?.name);
  }

  private failed(detail: unknown): void {
    const error = detail as Partial<shaka.util.Error>;
    if (error.code === shaka.util.Error.Code.LOAD_INTERRUPTED) return;
    const status = error.category === shaka.util.Error.Category.NETWORK ? error.data?.[1] : undefined;
    this.events.onError({
      code: `dash.${error.code ?? 'unknown'}${typeof status === 'number' ? `.${status}` : ''}`,
      message: error.message ?? String(detail),
      fatal: error.severity !== shaka.util.Error.Severity.RECOVERABLE,
      network: error.category === shaka.util.Error.Category.NETWORK,
    });
  }
}
