import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { PublicVideo, VideoCard } from '../api/generated';
import { reachable } from '../api/urls';
import '../history/watch-progress';
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
    css`
      article {
        display: grid;
        grid-template-columns: min(var(--picture, 240px), 42%) minmax(0, 1fr);
        align-items: start;
        gap: 16px;
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
      .picture span {
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
        margin-bottom: 4px;
        font-size: 1rem;
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
