import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { LiveWatch } from '../api/generated';
import '../live/live-player';
import { when } from '../ui/format';
import { shared } from '../ui/styles';

/** `/watch/live_…`: the player, which waits while nobody sends, and the title. */
@customElement('live-watch-page')
export class LiveWatchPage extends LitElement {
  @property({ attribute: 'playback-id' }) playbackId = '';
  @property() token = '';
  @property({ type: Boolean }) embed = false;
  @state() private stream?: LiveWatch;

  static override styles = [
    shared,
    css`
      live-player {
        width: 100%;
        max-height: calc(100dvh - 150px);
        border-radius: 14px;
        box-shadow: var(--shadow);
      }
      :host([embed]) live-player {
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
    `,
  ];

  override render() {
    const { stream } = this;
    return html`
      <live-player playback-id=${this.playbackId} token=${this.token} @stream=${(event: CustomEvent<LiveWatch | undefined>) => this.learn(event.detail)}></live-player>
      ${stream && !this.embed
        ? html`<section class="about">
            <h1>${stream.title}</h1>
            <p class="muted">${stream.onAir && stream.startedAt ? html`<span class="badge busy">Live</span> since ${when(stream.startedAt)}` : 'Not on air'}</p>
          </section>`
        : nothing}
    `;
  }

  private learn(stream: LiveWatch | undefined): void {
    this.stream = stream;
    if (stream) document.title = `${stream.title} · StreamPlatform`;
  }
}
