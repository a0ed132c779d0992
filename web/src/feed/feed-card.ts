import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { VideoCard } from '../api/generated';
import { reachable } from '../api/urls';
import '../history/watch-progress';
import { card } from '../ui/card';
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
    card,
    css`
      article {
        gap: 10px;
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
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
        overflow: hidden;
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
