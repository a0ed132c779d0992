import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { PublicVideo, VideoCard } from '../api/generated';
import { reachable } from '../api/urls';
import '../history/watch-progress';
import { card } from '../ui/card';
import { clock, day } from '../ui/format';
import { shared } from '../ui/styles';
import { categories } from '../ui/words';
import { markedText } from './marked';

/** A public video in a list for viewers, of a search or of a channel. */
@customElement('found-card')
export class FoundCard extends LitElement {
  @property({ attribute: false }) video!: VideoCard | PublicVideo;

  static override styles = [
    shared,
    card,
    css`
      article {
        grid-template-columns: min(var(--picture, 240px), 42%) minmax(0, 1fr);
        align-items: start;
        gap: 16px;
      }
      h3 {
        margin-bottom: 4px;
        font-size: 1rem;
      }
      .channel {
        position: relative;
      }
      p {
        margin-top: 6px;
        overflow-wrap: anywhere;
      }
      mark {
        background: none;
        color: inherit;
        font-weight: 720;
        text-decoration: underline;
        text-underline-offset: 3px;
      }
    `,
  ];

  override render() {
    const { video } = this;
    const { title, playbackId, posterUrl, durationSeconds, publishedAt, category } = video;
    const found = 'channel' in video ? video : undefined;
    return html`
      <article>
        <div class="picture">
          ${posterUrl ? html`<img src=${reachable(posterUrl)} alt="" loading="lazy" />` : nothing}
          ${durationSeconds ? html`<span class="num">${clock(durationSeconds)}</span>` : nothing}
          <watch-progress playback-id=${playbackId}></watch-progress>
        </div>
        <div>
          <h3><a href="/watch/${playbackId}">${found ? markedText(title, found.titleMarks) : title}</a></h3>
          <div class="muted small">
            ${found?.channel.name ? html`<a class="channel muted" href="/channel/${found.channel.id}">${found.channel.name}</a> · ` : nothing}
            <time datetime=${publishedAt}>${day(publishedAt)}</time>${category ? html` · ${categories[category] ?? category}` : nothing}
          </div>
          ${found?.description ? html`<p class="muted small">${markedText(found.description.text, found.description.marks)}</p>` : nothing}
        </div>
      </article>
    `;
  }
}
