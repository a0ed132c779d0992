import Hls, { ErrorDetails, ErrorTypes, Events, type ErrorData, type HlsConfig } from 'hls.js';
import { nameQualities, pickQuality, type Engine, type EngineEvents, type Quality, type Source } from './engine';
import { holdFrame, nextFrame } from './still';
import { idle, keepUntil } from './buffers';
import { distinct, soundOf } from '../sounds';
import type { PlaybackReport } from '../../telemetry';
import type { Authorize } from '../viewer';

const settings: Partial<HlsConfig> = {
  // Our segments are fragmented MP4 already: nothing to transmux, so no worker (and no blob: worker in the CSP).
  enableWorker: false,
  capLevelToPlayerSize: false,
  maxBufferLength: 30,
  backBufferLength: Infinity,
  // A growing playlist is played from its start, not from its live edge.
  startPosition: 0,
};

/** Tries to rescue a broken decoder before giving up. */
const recoveries = 2;

/** Waiting for data, and loads that were stopped on purpose, are no errors. */
const quiet = new Set<ErrorDetails>([ErrorDetails.BUFFER_STALLED_ERROR, ErrorDetails.INTERNAL_ABORTED]);

/** HLS by hls.js over Media Source. Moves between revisions inside the same MediaSource: no break at all. */
export class HlsEngine implements Engine {
  readonly kind = 'hls';
  private hls?: Hls;
  private qualities: Quality[] = [];
  private wish = 'auto';
  private sound?: string;
  private recovered = 0;
  private busy = Promise.resolve();

  constructor(
    private readonly video: HTMLVideoElement,
    private readonly events: EngineEvents,
    private readonly authorize?: Authorize,
    private readonly report?: PlaybackReport,
  ) {}

  async load({ url, startAt }: Source): Promise<void> {
    this.hls?.destroy();
    const hls = this.create(startAt);
    this.adopt(hls);
    hls.loadSource(url);
    hls.attachMedia(this.video);
  }

  setQuality(name: string): void {
    this.wish = name;
    const { hls } = this;
    if (!hls || hls.levels.length === 0) return;
    const level = this.levelFor(name);
    const other = level >= 0 && level !== hls.loadLevel;
    hls.loadLevel = level;
    if (other && this.video.buffered.length > 0) this.serial(() => this.refill(hls));
  }

  setSound(name: string): void {
    this.sound = name;
    const { hls } = this;
    const index = hls?.audioTracks.findIndex(({ lang, name: label }) => soundOf(lang, label).name === name) ?? -1;
    if (hls && index >= 0 && index !== hls.audioTrack) hls.audioTrack = index;
  }

  moveTo(url: string): Promise<void> {
    return this.serial(() => this.handOver(url));
  }

  /**
   * Loads again what is buffered further ahead, so that a choice is seen within seconds. (hls.js' own nextLevel would
   * also drop what has been played, and going back would load it again.)
   */
  private async refill(hls: Hls): Promise<void> {
    if (hls !== this.hls) return;
    hls.stopLoad();
    await idle(hls);
    await keepUntil(hls, this.video.currentTime);
    if (hls === this.hls) hls.startLoad(this.video.currentTime, true);
  }

  private serial(work: () => Promise<void>): Promise<void> {
    return (this.busy = this.busy.then(work));
  }

  private async handOver(url: string): Promise<void> {
    const old = this.hls;
    if (!old || !this.video.buffered.length) return this.load({ url, startAt: this.video.currentTime });
    const next = this.create(this.video.currentTime, {
      autoStartLoad: false,
      // What the line carries is known by now.
      testBandwidth: false,
      abrEwmaDefaultEstimate: old.bandwidthEstimate,
    });
    try {
      await manifest(next, url);
      old.stopLoad();
      await idle(old);
      await keepUntil(old, this.video.currentTime);
      const media = old.transferMedia();
      if (!media) throw new Error('nothing to hand over');
      this.adopt(next);
      next.attachMedia(media);
      old.destroy();
      this.described();
      next.startLoad(this.video.currentTime, true);
    } catch {
      if (this.hls !== next) next.destroy();
      await this.reload(url);
    }
  }

  retry(): void {
    this.recovered = 0;
    this.hls?.startLoad(this.video.currentTime);
  }

  destroy(): void {
    this.hls?.destroy();
    this.hls = undefined;
  }

  /** The plain way: a new MediaSource at the same position, behind the last frame. */
  private async reload(url: string): Promise<void> {
    const { video } = this;
    const [position, paused, rate] = [video.currentTime, video.paused, video.playbackRate];
    const release = holdFrame(video);
    await this.load({ url, startAt: position });
    video.playbackRate = rate;
    if (!paused) await video.play().catch(() => undefined);
    await nextFrame(video);
    release();
  }

  private create(startPosition: number, more: Partial<HlsConfig> = {}): Hls {
    return new Hls({ ...settings, startPosition, ...this.report?.hlsConfig(), ...(this.authorize ? { xhrSetup: this.sign } : {}), ...more });
  }

  private sign = async (xhr: XMLHttpRequest, url: string): Promise<void> => {
    const headers = await this.authorize?.(url);
    if (!headers) return;
    if (xhr.readyState === XMLHttpRequest.UNSENT) xhr.open('GET', url, true);
    for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value);
  };

  private adopt(hls: Hls): void {
    this.hls = hls;
    this.recovered = 0;
    this.report?.followHls(hls);
    hls.on(Events.MANIFEST_PARSED, () => this.described());
    hls.on(Events.LEVEL_SWITCHED, (_, { level }) => this.events.onActiveQuality(this.qualities[level]?.name));
    // The tracks of another rung's group are others, with the same names.
    for (const event of [Events.AUDIO_TRACKS_UPDATED, Events.AUDIO_TRACK_SWITCHING] as const) hls.on(event, () => this.heard(hls));
    hls.on(Events.ERROR, (_, error) => this.failed(hls, error));
  }

  private described(): void {
    const levels = this.hls?.levels ?? [];
    this.qualities = nameQualities(
      levels.map(({ width, height, bitrate, name }) => ({ width, height, bitrate, name })),
    );
    this.events.onQualities([...this.qualities].sort((a, b) => b.bitrate - a.bitrate));
    if (this.hls && this.wish !== 'auto') {
      const level = this.levelFor(this.wish);
      this.hls.startLevel = level;
      this.hls.loadLevel = level;
    }
  }

  private heard(hls: Hls): void {
    if (hls !== this.hls) return;
    const sounds = hls.audioTracks.map(({ lang, name }) => soundOf(lang, name));
    const wish = this.sound === undefined ? -1 : sounds.findIndex(({ name }) => name === this.sound);
    if (wish >= 0 && wish !== hls.audioTrack) hls.audioTrack = wish;
    else this.events.onSounds(distinct(sounds), sounds[hls.audioTrack]?.name);
  }

  private levelFor(name: string): number {
    const quality = name === 'auto' ? undefined : pickQuality(this.qualities, name);
    return quality ? this.qualities.indexOf(quality) : -1;
  }

  private failed(hls: Hls, data: ErrorData): void {
    if (hls !== this.hls) return;
    if (!data.fatal && quiet.has(data.details)) return;
    const network = data.type === ErrorTypes.NETWORK_ERROR;
    if (data.fatal && data.type === ErrorTypes.MEDIA_ERROR && this.recovered < recoveries) {
      this.recovered++;
      hls.recoverMediaError();
      data = { ...data, fatal: false };
    }
    this.events.onError({
      code: data.response?.code ? `hls.${data.details}.${data.response.code}` : `hls.${data.details}`,
      message: data.error?.message ?? data.details,
      fatal: data.fatal,
      network,
    });
  }
}

/** Loads a multivariant playlist into an instance that has no media yet. */
function manifest(hls: Hls, url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    hls.once(Events.MANIFEST_PARSED, () => resolve());
    hls.on(Events.ERROR, (_, data) => data.fatal && reject(data.error));
    hls.loadSource(url);
  });
}
