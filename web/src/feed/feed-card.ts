import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { VideoCard } from '../api/generated';
import { reachable } from '../api/urls';
import '../history/watch-progress';
import { clock, day, viewsText } from '../ui/format';
import { shared } from '../ui/styles';

/** What a video is recommended for, where that is not what everybody is told. */
const reasons: Partial<Record<NonNullable<VideoCard['why']>, string>> = {
  trending: 'Trending', subscription: 'From your subscriptions', likedChannel: 'From a channel you like', likedCategory: 'Like what you like',
};

/** A public video in a grid of pictures. */
@customElement('feed-card')
export class FeedCard extends LitElement {
  @property({ attribute: false }) video!: VideoCard;
  /** Its place in a list that has an order. */
  @property({ type: Number }) place = 0;

  static override styles = [
    shared,
    css`
      article {
        display: grid;
        gap: 10px;
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
      .picture .place {
        right: auto;
        left: 6px;
        top: 6px;
        bottom: auto;
        font-weight: 680;
      }
      h3 {
        margin-bottom: 4px;
        font-size: 0.98rem;
        line-height: 1.35;
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
        overflow: hidden;
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
    `,
  ];

  override render() {
    const { title, playbackId, posterUrl, durationSeconds, publishedAt, channel, views, why } = this.video;
    const reason = why && reasons[why];
    return html`
      <article>
        <div class="picture">
          ${posterUrl ? html`<img src=${reachable(posterUrl)} alt="" loading="lazy" />` : nothing}
          ${this.place ? html`<span class="place num">#${this.place}</span>` : nothing}
          ${durationSeconds ? html`<span class="num">${clock(durationSeconds)}</span>` : nothing}
          <watch-progress playback-id=${playbackId}></watch-progress>
        </div>
        <div>
          <h3><a href="/watch/${playbackId}">${title}</a></h3>
          <div class="muted small">
            ${channel.name ? html`<div><a class="channel muted" href="/channel/${channel.id}">${channel.name}</a></div>` : nothing}
            ${views === undefined ? nothing : html`${viewsText(views)} · `}<time datetime=${publishedAt}>${day(publishedAt)}</time>
            ${reason ? html`<div>${reason}</div>` : nothing}
          </div>
        </div>
      </article>
    `;
  }
}
