import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { PlaybackInfo } from '../api/types';
import { reachable } from '../api/urls';
import type { Playback } from '../player/playback-session';
import type { StreamPlayer } from '../player/stream-player';
import '../player/stream-player';
import '../search/related-videos';
import { accountMemory } from '../history/account-memory';
import { hasSomebody, signedInFor } from '../session/access';
import '../social/play-queue';
import type { PlayQueue } from '../social/play-queue';
import '../social/playlist-picker';
import '../social/reaction-bar';
import '../social/report-dialog';
import '../social/video-comments';
import { clock, viewsText } from '../ui/format';
import { shared } from '../ui/styles';
import { momentsOf } from './moments';

declare global {
  interface Window {
    /** The player of the watch page, for the console and for tests. */
    streamPlayer?: StreamPlayer;
  }
}

/** `/watch/{playbackId}`: the player, the title, and a row of moments to jump to. */
@customElement('watch-page')
export class WatchPage extends LitElement {
  @property({ attribute: 'playback-id' }) playbackId = '';
  @property() token = '';
  @property() engine = '';
  /** The playlist that it is played from. */
  @property() list = '';
  @property({ type: Boolean }) embed = false;
  @state() private info?: PlaybackInfo;
  /** The video is the caller's. */
  @state() private owner = false;
  /** Seconds, where it was gone on with. */
  @state() private resumed?: number;
  @query('stream-player') player!: StreamPlayer;

  static override styles = [
    shared,
    css`
      stream-player {
        width: 100%;
        max-height: calc(100dvh - 150px);
        border-radius: 14px;
        box-shadow: var(--shadow);
      }
      :host([embed]) stream-player {
        position: fixed;
        inset: 0;
        max-height: none;
        height: 100%;
        aspect-ratio: auto;
        border-radius: 0;
      }
      .about {
        display: grid;
        gap: 6px;
        margin-top: 20px;
      }
      h1 {
        overflow-wrap: anywhere;
      }
      .moments {
        display: grid;
        grid-template-columns: repeat(5, minmax(0, 1fr));
        gap: 12px;
        margin: 22px 0 0;
        padding: 0;
        list-style: none;
      }
      .moments button {
        position: relative;
        display: block;
        width: 100%;
        min-height: 0;
        padding: 0;
        border: 0;
        border-radius: 10px;
        overflow: hidden;
        background: var(--sunken);
        aspect-ratio: 16 / 9;
      }
      .moments img {
        width: 100%;
        height: 100%;
        object-fit: cover;
        display: block;
        transition: transform 0.25s;
      }
      .moments button:hover img {
        transform: scale(1.03);
      }
      .moments span {
        position: absolute;
        right: 6px;
        bottom: 6px;
        padding: 1px 7px;
        border-radius: 6px;
        background: rgb(10 11 14 / 78%);
        color: #fff;
        font-size: 0.78rem;
        font-variant-numeric: tabular-nums;
      }
      .chapters {
        margin: 22px 0 0;
        padding: 0;
        list-style: none;
      }
      .chapters button {
        display: flex;
        gap: 14px;
        width: 100%;
        border: 0;
        background: none;
        text-align: start;
      }
      .description {
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      .below {
        display: grid;
        gap: 32px 40px;
        margin-top: 32px;
      }
      @media (min-width: 980px) {
        .below:has(video-comments) {
          grid-template-columns: minmax(0, 1fr) 380px;
          align-items: start;
        }
      }
      @media (max-width: 640px) {
        stream-player {
          width: calc(100% + 32px);
          margin-inline: -16px;
          border-radius: 0;
        }
        .moments {
          grid-template-columns: repeat(5, 42%);
          overflow-x: auto;
        }
      }
    `,
  ];

  override firstUpdated(): void {
    window.streamPlayer = this.player;
    void this.player.updateComplete.then(() => this.player.video.addEventListener('ended', () => this.renderRoot.querySelector<PlayQueue>('play-queue')?.next()));
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('playbackId')) this.resumed = undefined;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (window.streamPlayer === this.player) delete window.streamPlayer;
  }

  override render() {
    return html`
      <stream-player
        playback-id=${this.playbackId}
        token=${this.token}
        engine=${this.engine}
        .access=${signedInFor}
        .memory=${accountMemory}
        autoplay
        page-keys
        @playback=${(event: CustomEvent<Playback>) => this.learn(event.detail)}
        @resumed=${(event: CustomEvent<number>) => (this.resumed = event.detail)}
      ></stream-player>
      ${this.list && !this.embed ? html`<play-queue playlist-id=${this.list} playback-id=${this.playbackId}></play-queue>` : nothing} ${this.embed ? nothing : this.about()}
    `;
  }

  private about() {
    const { info } = this;
    if (!info) return nothing;
    const moments = momentsOf(info);
    return html`
      <section class="about">
        ${this.resumed === undefined
          ? nothing
          : html`<p class="row small muted" role="status">Resumed at ${clock(this.resumed)}<button class="quiet" @click=${this.startOver}>Start over</button></p>`}
        <h1>${info.title || 'Untitled'}</h1>
        <p class="muted num">
          ${[info.durationSeconds ? clock(info.durationSeconds) : '', info.views ? viewsText(info.views) : ''].filter(Boolean).join(' · ')}
          ${info.growing ? html` <span class="badge busy">Still being prepared: you can already watch</span>` : nothing}
        </p>
        ${this.isTalkedOf(info)
          ? html`<div class="row">
              <reaction-bar playback-id=${this.playbackId} .likes=${info.likes ?? 0} @owner=${(event: CustomEvent<boolean>) => (this.owner = event.detail)}></reaction-bar>
              <playlist-picker playback-id=${this.playbackId}></playlist-picker>
              <report-dialog playback-id=${this.playbackId}></report-dialog>
            </div>`
          : nothing}
        ${info.description ? html`<p class="description">${info.description}</p>` : nothing}
        ${info.clipOf ? html`<p class="muted">Clip of <a href=${info.clipOf.watchUrl}>${info.clipOf.title}</a>, from ${clock(info.clipOf.startSeconds)}</p>` : nothing}
      </section>
      ${this.chapters()}
      ${moments.length === 0
        ? nothing
        : html`<ul class="moments" aria-label="Moments">
            ${moments.map(
              ({ url, seconds }) => html`<li>
                <button @click=${() => this.jump(seconds)} aria-label="Jump to ${clock(seconds)}">
                  <img src=${reachable(url)} alt="" loading="lazy" width="320" height="180" /><span aria-hidden="true">${clock(seconds)}</span>
                </button>
              </li>`,
            )}
          </ul>`}
      ${info.revision > 0
        ? html`<div class="below">
            ${info.comments === undefined || !this.isTalkedOf(info)
              ? nothing
              : html`<video-comments playback-id=${this.playbackId} ?owner=${this.owner} @seek=${(event: CustomEvent<number>) => this.jump(event.detail)}></video-comments>`}
            <related-videos playback-id=${this.playbackId} token=${this.token}></related-videos>
          </div>`
        : nothing}
    `;
  }

  /** A token lets its holder watch, not talk: that takes a video that is published, for everybody or for whoever is signed in. */
  private isTalkedOf({ revision, visibility }: PlaybackInfo): boolean {
    return revision > 0 && (visibility === 'public' || visibility === 'unlisted' || hasSomebody());
  }

  private chapters() {
    const chapters = this.info?.chapters ?? [];
    if (chapters.length === 0) return nothing;
    return html`<ol class="chapters" aria-label="Chapters">
      ${chapters.map(
        ({ startSeconds, title }) => html`<li>
          <button @click=${() => this.jump(startSeconds)}><span class="muted num">${clock(startSeconds)}</span><span>${title}</span></button>
        </li>`,
      )}
    </ol>`;
  }

  private learn(playback: Playback): void {
    if (!('info' in playback) || !playback.info) return;
    this.info = playback.info;
    document.title = `${playback.info.title || 'Video'} · StreamPlatform`;
  }

  private startOver = (): void => {
    this.resumed = undefined;
    this.jump(0);
  };

  private jump(seconds: number): void {
    const { video } = this.player;
    video.currentTime = seconds;
    video.play().catch(() => undefined);
    this.player.focus();
  }
}
