import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { WatchedVideo } from '../api/generated';
import { reachable } from '../api/urls';
import { card } from '../ui/card';
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
    card,
    css`
      article {
        grid-template-columns: var(--columns, none);
        gap: 8px 16px;
      }
      h3 {
        font-size: 0.98rem;
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
        ${durationSeconds ? html`<span class="num">${clock(durationSeconds)}</span>` : nothing}
        <watch-progress playback-id=${playbackId}></watch-progress>
      </div>
      <div>
        <h3><a href="/watch/${playbackId}">${title || 'Untitled'}</a></h3>
        <p class="muted small num">${left ? `${left} · ` : nothing}<time datetime=${watchedAt}>${day(watchedAt)}</time></p>
      </div>
    </article>`;
  }
}
