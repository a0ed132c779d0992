import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import Hls, { Events, type HlsConfig } from 'hls.js';
import 'media-chrome';
import { Client } from '../api/client';
import type { LiveWatch } from '../api/generated';
import type { Problem } from '../api/problem';
import { reachable } from '../api/urls';
import { loadPreferences, savePreferences } from '../player/preferences';
import { playerStyles } from '../player/player-styles';
import { session } from '../session/access';
import { LiveSession } from './live-session';
import { liveStyles } from './live-styles';

/** Close to what is sent: what hls.js keeps by default is three to five seconds behind. */
const settings: Partial<HlsConfig> = {
  enableWorker: false,
  lowLatencyMode: true,
  liveSyncDuration: 1.3,
  liveMaxLatencyDuration: 3,
  maxLiveSyncPlaybackRate: 1.25,
  backBufferLength: 30,
};

/** Waits for a live stream, plays it, and waits again when it is over: `<live-player playback-id="live_…" token="…">`. */
@customElement('live-player')
export class LivePlayer extends LitElement {
  static override styles = [playerStyles, liveStyles];

  @property({ attribute: 'playback-id' }) playbackId = '';
  @property() token = '';
  @query('video') video!: HTMLVideoElement;
  @state() private stream?: LiveWatch;
  @state() private problem?: Problem;
  /** Seconds behind what is sent, once something plays. */
  @property({ type: Number, reflect: true }) latency?: number;

  private looking?: LiveSession;
  private hls?: Hls;
  /** What plays: the broadcast that began then. */
  private playing?: string;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.close();
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('playbackId') || changed.has('token')) this.open();
  }

  override firstUpdated(): void {
    const { volume, muted } = loadPreferences();
    Object.assign(this.video, { volume, muted });
    this.video.addEventListener('volumechange', () => savePreferences({ ...loadPreferences(), volume: this.video.volume, muted: this.video.muted }));
    this.video.addEventListener('timeupdate', () => (this.latency = this.hls?.latency));
  }

  override render() {
    const { stream, problem } = this;
    const waiting = problem?.message ?? (stream && !stream.onAir ? 'Not on air right now. This page starts by itself as soon as it is.' : undefined);
    return html`
      <media-controller autohide="3" nohotkeys>
        <video slot="media" playsinline></video>
        ${stream?.onAir
          ? html`<media-loading-indicator slot="centered-chrome" noautohide></media-loading-indicator>
              <div class="chrome">
                <media-control-bar>
                  <media-play-button></media-play-button>
                  <media-mute-button></media-mute-button>
                  <media-volume-range></media-volume-range>
                  <span class="space"></span>
                  <button class="live" @click=${this.toEdge} aria-label="Live: go to what is sent now"><span aria-hidden="true">●</span> Live</button>
                  <media-pip-button></media-pip-button>
                  <media-fullscreen-button></media-fullscreen-button>
                </media-control-bar>
              </div>`
          : nothing}
      </media-controller>
      ${waiting ? html`<div class="waiting" role="status"><p>${waiting}</p></div>` : nothing}
    `;
  }

  private open(): void {
    this.close();
    if (!this.playbackId) return;
    this.looking = new LiveSession(new Client({ access: session }), this.playbackId, this.token || undefined, (stream, problem) => this.learn(stream, problem));
    void this.looking.look();
  }

  private close(): void {
    this.looking?.stop();
    this.looking = undefined;
    this.end();
  }

  private learn(stream: LiveWatch | undefined, problem: Problem | undefined): void {
    this.stream = stream;
    this.problem = problem;
    this.dispatchEvent(new CustomEvent('stream', { detail: stream, bubbles: true, composed: true }));
    if (!stream?.hlsUrl) return this.end();
    if (this.playing !== stream.startedAt) this.play(stream);
  }

  private play(stream: LiveWatch): void {
    this.end();
    this.playing = stream.startedAt;
    const url = reachable(stream.hlsUrl!);
    if (!Hls.isSupported()) {
      this.video.src = url;
    } else {
      this.hls = new Hls(settings);
      // A broadcast that is over, or a node that went: whether there is another, the next look tells.
      this.hls.on(Events.ERROR, (_, { fatal }) => fatal && this.again());
      this.hls.loadSource(url);
      this.hls.attachMedia(this.video);
    }
    void this.video.play().catch(() => this.quietly());
  }

  /** Browsers let pages begin by themselves only without sound. */
  private quietly(): void {
    this.video.muted = true;
    void this.video.play().catch(() => undefined);
  }

  private again(): void {
    this.end();
    setTimeout(() => void this.looking?.look(), 1000);
  }

  private end(): void {
    this.playing = undefined;
    this.hls?.destroy();
    this.hls = undefined;
    this.latency = undefined;
  }

  private toEdge = (): void => {
    const edge = this.hls?.liveSyncPosition;
    if (edge) this.video.currentTime = edge;
    void this.video.play().catch(() => undefined);
  };
}
