import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { WatchedVideo } from '../api/generated';
import { reachable } from '../api/urls';
import { clock, day } from '../ui/format';
import { shared } from '../ui/styles';
import { known } from './known-progress';
import './watch-progress';

/** A video that somebody watched: its picture with how far, its title, and when. */
@customElement('watched-card')
export class WatchedCard extends LitElement {
  @property({ attribute: false }) video!: WatchedVideo;

  static override styles = [
    shared,
    css`
      article {
        display: grid;
        grid-template-columns: var(--columns, none);
        gap: 8px 16px;
        position: relative;
      }
      .picture {
        position: relative;
        aspect-ratio: 16 / 9;
        border-radius: var(--radius);
        overflow: hidden;
        background: var(--sunken);
      }
      .picture img {
        width: 100%;
        height: 100%;
        object-fit: cover;
        display: block;
      }
      .picture .length {
        position: absolute;
        right: 6px;
        bottom: 10px;
        padding: 1px 7px;
        border-radius: 6px;
        background: rgb(10 11 14 / 78%);
        color: #fff;
        font-size: 0.78rem;
      }
      h3 {
        font-size: 0.98rem;
        line-height: 1.35;
        overflow-wrap: anywhere;
      }
      h3 a {
        color: var(--text);
        text-decoration: none;
      }
      h3 a::after {
        content: '';
        position: absolute;
        inset: 0;
      }
      p {
        margin-top: 4px;
      }
    `,
  ];

  override willUpdate(): void {
    known.learn(this.video);
  }

  override render() {
    const { playbackId, title, posterUrl, durationSeconds, resumeSeconds, completed, watchedAt } = this.video;
    const left = resumeSeconds !== undefined && durationSeconds ? `${clock(durationSeconds - resumeSeconds)} left` : completed ? 'Watched' : '';
    return html`<article>
      <div class="picture">
        ${posterUrl ? html`<img src=${reachable(posterUrl)} alt="" loading="lazy" @error=${(event: Event) => (event.target as HTMLElement).remove()} />` : nothing}
        ${durationSeconds ? html`<span class="length num">${clock(durationSeconds)}</span>` : nothing}
        <watch-progress playback-id=${playbackId}></watch-progress>
      </div>
      <div>
        <h3><a href="/watch/${playbackId}">${title || 'Untitled'}</a></h3>
        <p class="muted small num">${left ? `${left} · ` : nothing}<time datetime=${watchedAt}>${day(watchedAt)}</time></p>
      </div>
    </article>`;
  }
}
