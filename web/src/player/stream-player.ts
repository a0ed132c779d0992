import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import 'media-chrome';
import type { Access } from '../api/client';
import { reachable, withQuery } from '../api/urls';
import type { PlaybackInfo } from '../api/types';
import { chooseEngine, createEngine, detectSupport } from './engines/create';
import type { Engine, EngineKind, PlayerError, Quality } from './engines/engine';
import { obey } from './commands';
import { commandFor, focusOf } from './keyboard';
import { announce, reportPosition } from './media-session';
import { help, overlay } from './overlays';
import { PlaybackSession, shouldMove, type Playback } from './playback-session';
import { playerStyles } from './player-styles';
import { loadPreferences, savePreferences } from './preferences';
import type { CmcdPolicy, Consent, PlaybackReport } from '../telemetry';
import { WatchTracker } from '../history/watch-tracker';
import { within, type WatchMemory } from '../history/watch-memory';
import { memoryOf } from './memories';
import { reportOf } from './reporting';
import './choice-menu';
import { qualityChoices, qualityText } from './quality-choices';
import { pickSound, soundChoices, type Sound } from './sounds';
import { Viewer } from './viewer';

/** Milliseconds that playing waits to learn where it is gone on with. */
const longestWait = 1000;

export type PlayerState = 'loading' | 'waiting' | 'playable' | 'error';

/**
 * Plays a playback id: `<stream-player playback-id="…" token="…">`. Waits for a video that is being made, plays it
 * while it grows, and goes over to its final revision without a break.
 *
 * Events: `playback` (detail: what is known), `state`, `resumed` (detail: seconds), `moved` (detail: revision), `player-error`.
 */
@customElement('stream-player')
export class StreamPlayer extends LitElement {
  static override styles = playerStyles;

  @property({ attribute: 'playback-id' }) playbackId = '';
  @property() token = '';
  /** Who watches, for what not everybody may see. Native HLS can't say it. */
  @property({ attribute: false }) access?: Access;
  /** What remembers where the viewer stopped; when left out the device, of who agreed to that: `consent="full"`. */
  @property({ attribute: false }) memory?: WatchMemory;
  /** Origin of the platform, for pages of other sites; the page's own when empty. */
  @property() base = '';
  /** `hls`, `dash` or `native`; by the browser when empty. */
  @property({ attribute: 'engine' }) engineWish = '';
  @property({ type: Boolean }) autoplay = false;
  /** Obey keys pressed anywhere on the page, not only while the player has the focus. */
  @property({ type: Boolean, attribute: 'page-keys' }) pageKeys = false;
  /** What the viewer agreed to telling of: `full`, `anonymous` or `none`. When left out, full of who is signed in, else anonymous. */
  @property() consent?: Consent;
  /** How media requests name the session: `query`, `header` or `off`. */
  @property() cmcd: CmcdPolicy = 'query';
  @property({ reflect: true }) state: PlayerState = 'loading';

  @query('video') video!: HTMLVideoElement;
  /** Which engine plays, once one does. */
  engine?: EngineKind;
  /** The revision that plays, once one does. */
  revision?: number;
  /** Everything that went wrong, also what was recovered from. */
  readonly errors: PlayerError[] = [];

  @state() qualities: Quality[] = [];
  @state() activeQuality?: string;
  @state() quality = 'auto';
  /** Sound tracks of the video, and the one that plays. */
  @state() sounds: Sound[] = [];
  @state() activeSound?: string;
  @state() private playback: Playback = { phase: 'loading' };
  @state() private fatal?: PlayerError;
  @state() private helping = false;

  /** Of the sound: what the viewer chose here or on another video. */
  private language = '';
  private session?: PlaybackSession;
  private viewer?: Viewer;
  private player?: Engine;
  private report?: PlaybackReport;
  private resumeAt?: Promise<number | undefined>;
  private tracker?: WatchTracker;
  private held?: { revision: number; growing: boolean };
  private busy = Promise.resolve();
  private listening?: AbortController;

  get info(): PlaybackInfo | undefined {
    return 'info' in this.playback ? this.playback.info : undefined;
  }

  /** Chooses a rung by name, or `auto`; remembered for the next video. */
  setQuality(name: string): void {
    this.quality = name;
    this.player?.setQuality(name);
    this.remember();
  }

  /** Chooses a sound by name; its language is remembered for the next video. */
  setSound(name: string): void {
    const sound = this.sounds.find((each) => each.name === name);
    if (!sound) return;
    this.language = sound.language;
    this.player?.setSound(name);
    this.remember();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.hasAttribute('tabindex')) this.tabIndex = 0;
    ({ quality: this.quality, language: this.language } = loadPreferences());
    this.listening = new AbortController();
    const { signal } = this.listening;
    const keys = this.pageKeys ? document : this;
    keys.addEventListener('keydown', (event) => this.keyed(event as KeyboardEvent), { signal });
    window.addEventListener('online', () => this.again(), { signal });
    if (this.hasUpdated) this.open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.listening?.abort();
    this.close();
  }

  override firstUpdated(): void {
    const { volume, muted, rate } = loadPreferences();
    Object.assign(this.video, { volume, muted, playbackRate: rate, defaultPlaybackRate: rate });
    for (const type of ['volumechange', 'ratechange']) this.video.addEventListener(type, () => this.remember());
    for (const type of ['playing', 'seeked', 'durationchange', 'ratechange']) {
      this.video.addEventListener(type, () => reportPosition(this.video));
    }
  }

  override updated(changed: PropertyValues<this>): void {
    const source = ['playbackId', 'token', 'base', 'engineWish'] as const;
    if (source.some((name) => changed.has(name))) this.open();
    if (changed.has('state')) this.tell('state', this.state);
  }

  override render() {
    const { posterUrl: poster, storyboardUrl: storyboard, waveformUrl: waveform } = this.info ?? {};
    // Of what is only heard the picture stays while it plays.
    const sounds = soundChoices(this.sounds);
    const lasting = waveform && poster ? this.here(poster) : nothing;
    return html`
      <media-controller nohotkeys gesturesdisabled=${this.state === 'playable' ? nothing : ''} autohide="3">
        <video slot="media" playsinline preload="auto" poster=${lasting} crossorigin=${this.base ? 'anonymous' : nothing}>
          ${storyboard ? html`<track kind="metadata" label="thumbnails" default src=${this.here(storyboard)} />` : nothing}
        </video>
        <media-poster-image slot="poster" src=${poster ? this.here(poster) : nothing}></media-poster-image>
        <media-loading-indicator slot="centered-chrome" noautohide></media-loading-indicator>
        <media-play-button slot="centered-chrome" class="big" notooltip></media-play-button>
        <div class="chrome">
          <media-time-range></media-time-range>
          <media-control-bar>
            <media-play-button></media-play-button>
            <media-mute-button></media-mute-button>
            <media-volume-range></media-volume-range>
            <media-time-display showduration></media-time-display>
            <span class="space"></span>
            ${this.info?.growing ? html`<span class="growing">Still being prepared</span>` : nothing}
            <media-captions-button></media-captions-button>
            <media-playback-rate-button rates="1 1.25 1.5 2 0.5 0.75"></media-playback-rate-button>
            <stream-choice-menu
              label="Language"
              .text=${sounds.find(({ name }) => name === this.activeSound)?.text ?? 'Language'}
              .choices=${sounds}
              .choice=${this.activeSound}
              @choice=${(event: CustomEvent<string>) => this.setSound(event.detail)}
            ></stream-choice-menu>
            <stream-choice-menu
              label="Quality"
              .text=${qualityText(this.quality, this.activeQuality)}
              .choices=${qualityChoices(this.qualities, this.quality, this.activeQuality)}
              .choice=${this.quality}
              @choice=${(event: CustomEvent<string>) => this.setQuality(event.detail)}
            ></stream-choice-menu>
            <media-pip-button></media-pip-button>
            <media-fullscreen-button></media-fullscreen-button>
          </media-control-bar>
        </div>
      </media-controller>
      ${this.held && !this.fatal ? nothing : overlay(this.playback, this.fatal, () => this.again())}
      ${this.helping ? help(() => (this.helping = false)) : nothing}
    `;
  }

  private open(): void {
    this.close();
    if (!this.playbackId) return;
    const viewer = (this.viewer = new Viewer(this.base, this.access));
    this.resumeAt = memoryOf(this)?.resumeAt(this.playbackId);
    this.session = new PlaybackSession({
      load: (signal) => viewer.playback(this.playbackId, this.token || undefined, signal),
      onChange: (playback) => this.learn(playback),
    });
    this.session.start();
  }

  private close(): void {
    this.session?.stop();
    this.session = undefined;
    this.tracker?.close();
    this.tracker = undefined;
    this.report?.close();
    this.report = undefined;
    this.held = undefined;
    this.fatal = undefined;
    this.sounds = [];
    const { player } = this;
    this.player = undefined;
    if (player) this.busy = this.busy.then(() => player.destroy());
  }

  private learn(playback: Playback): void {
    this.playback = playback;
    this.tell('playback', playback);
    if (playback.phase === 'playable') this.busy = this.busy.then(() => this.play(playback.info));
    else if (!this.held) this.state = playback.phase === 'failed' ? 'error' : playback.phase;
  }

  /** Starts what is playable, or goes over to its newer revision; one at a time. */
  private async play(info: PlaybackInfo): Promise<void> {
    if (!this.session || this.fatal) return;
    try {
      if (!this.held) await this.begin(info);
      else if (shouldMove(this.held, info)) await this.move(info);
    } catch (error) {
      this.failed({ code: 'player.failed', message: String(error), fatal: true, network: false });
    }
  }

  private async begin(info: PlaybackInfo): Promise<void> {
    const { session } = this;
    this.report ??= reportOf(this, this.viewer!);
    if (this.autoplay) this.report.asked();
    const kind = chooseEngine(this.engineWish, detectSupport(this.video));
    if (!kind) {
      return this.failed({ code: 'player.unsupported', message: 'This browser can play neither HLS nor Media Source video.', fatal: true, network: false });
    }
    const url = kind === 'dash' ? info.dashUrl : info.hlsUrl;
    if (!url) {
      // DASH appears with the final revision: the session goes on looking while the video grows.
      this.report.refused();
      this.playback = { phase: 'waiting', reason: 'DASH is there when processing is complete.', info };
      this.state = 'waiting';
      return;
    }
    const startAt = (await within(longestWait, this.resumeAt ?? Promise.resolve(undefined))) ?? 0;
    if (session !== this.session) return;
    this.held = info;
    this.player = await createEngine(kind, this.video, {
      onQualities: (qualities) => (this.qualities = qualities),
      onActiveQuality: (name) => (this.activeQuality = name),
      onSounds: (sounds, active) => this.hear(sounds, active),
      onError: (error) => this.failed(error),
    }, this.viewer?.authorize, this.report);
    this.player.setQuality(this.quality);
    this.engine = kind;
    await this.player.load({ url: this.here(url), startAt });
    this.revision = info.revision;
    this.remembers();
    if (startAt > 0) this.tell('resumed', startAt);
    if (!this.fatal) this.state = 'playable';
    announce(this.video, info.title ?? '', info.posterUrl && this.here(info.posterUrl));
    if (this.autoplay) await this.video.play().catch(() => this.report?.refused());
  }

  private remembers(): void {
    const { playbackId } = this;
    const memory = memoryOf(this);
    // What grows has no hundredths yet.
    const duration = () => (this.info?.growing ? undefined : this.info?.durationSeconds);
    this.tracker?.close();
    this.tracker = memory && new WatchTracker(this.video, (watched) => memory.note(playbackId, watched), duration);
  }

  private hear(sounds: Sound[], active: string | undefined): void {
    const known = this.sounds.map(({ name }) => name).join();
    [this.sounds, this.activeSound] = [sounds, active];
    // A source that has just told what it has: the language of another time is asked for once.
    if (known === sounds.map(({ name }) => name).join()) return;
    const wish = pickSound(sounds, this.language);
    const now = sounds.find(({ name }) => name === active);
    if (wish && wish.language !== now?.language) this.player?.setSound(wish.name);
  }

  private async move(info: PlaybackInfo): Promise<void> {
    const url = this.engine === 'dash' ? info.dashUrl : info.hlsUrl;
    if (!url || !this.player) return;
    this.held = info;
    // The address may be the one already loaded: what a cache keeps of it is the old revision.
    await this.player.moveTo(withQuery(this.here(url), { revision: String(info.revision) }));
    this.revision = info.revision;
    this.tell('moved', info.revision);
  }

  private failed(error: PlayerError): void {
    this.errors.push(error);
    this.report?.error(error);
    this.tell('player-error', error);
    if (!error.fatal) return;
    this.fatal = error;
    this.state = 'error';
  }

  /** What "try again" and a line that came back do. */
  private again(): void {
    if (this.fatal && this.player) {
      const { network } = this.fatal;
      this.fatal = undefined;
      this.state = 'playable';
      if (network) this.player.retry();
      else this.open();
    } else if (this.playback.phase === 'failed') this.session?.refresh();
  }

  private keyed(event: KeyboardEvent): void {
    if (event.defaultPrevented) return;
    if (event.key === 'Escape' && this.helping) return void (this.helping = false);
    const command = commandFor(event, focusOf(event.composedPath()));
    if (!command) return;
    event.preventDefault();
    if (command.kind === 'toggle-help') this.helping = !this.helping;
    else if (this.state === 'playable') obey(command, this.video, this.renderRoot);
  }

  private remember(): void {
    const { volume, muted, playbackRate } = this.video;
    savePreferences({ volume, muted, rate: playbackRate, quality: this.quality, language: this.language });
  }

  private here(url: string): string {
    return reachable(url, new URL(this.base || '/', location.href).href);
  }

  private tell(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}
