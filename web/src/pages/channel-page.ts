import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Client } from '../api/client';
import { getChannelVideos, getOneChannel, type PublicChannel, type PublicVideo } from '../api/generated';
import '../search/found-card';
import '../social/subscribe-button';
import { shared } from '../ui/styles';
import { Submission } from '../ui/submission';

/** `/channel/{id or handle}`: what a channel says of itself, and its public videos. */
@customElement('channel-page')
export class ChannelPage extends LitElement {
  /** Its id, or its handle with or without its @. */
  @property() channel = '';
  @state() private found?: PublicChannel;
  @state() private videos?: PublicVideo[];
  @state() private cursor?: string;
  private readonly submission = new Submission(this, 'channel');
  private readonly client = new Client();

  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        gap: 22px;
        margin-top: 28px;
      }
      .description {
        max-width: 70ch;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      .list {
        display: grid;
        gap: 20px;
      }
    `,
  ];

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('channel')) void this.load();
  }

  override render() {
    const { found, videos } = this;
    if (!found) return this.submission.problem ? html`<h1>Channel</h1>${this.submission.trouble()}` : html`<p class="muted">Loading…</p>`;
    return html`
      <div>
        <h1>${found.name}</h1>
        <p class="muted">@${found.handle}</p>
      </div>
      <subscribe-button channel-id=${found.id}></subscribe-button>
      ${found.description ? html`<p class="description">${found.description}</p>` : nothing}
      ${found.links.length > 0
        ? html`<nav class="row" aria-label="Elsewhere">${found.links.map(({ title, url }) => (/^https?:\/\//i.test(url) ? html`<a href=${url} rel="noopener nofollow ugc">${title}</a>` : title))}</nav>`
        : nothing}
      ${this.submission.trouble()}
      <section class="list" aria-labelledby="videos">
        <h2 id="videos">${videos?.length === 0 ? 'No videos yet' : 'Videos'}</h2>
        ${videos?.map((video) => html`<found-card .video=${video}></found-card>`)}
        ${this.cursor ? html`<div><button ?disabled=${this.submission.busy} @click=${() => this.more(this.cursor)}>Show more</button></div>` : nothing}
      </section>
    `;
  }

  private get channelId(): string {
    return this.channel.replace(/^@/, '');
  }

  private async load(): Promise<void> {
    this.found = this.videos = this.cursor = undefined;
    const { channelId } = this;
    this.found = await this.submission.run(() => getOneChannel(this.client.request, { channelId }));
    if (!this.found) return;
    document.title = `${this.found.name} · StreamPlatform`;
    await this.more();
  }

  private async more(cursor?: string): Promise<void> {
    const { channelId } = this;
    const page = await this.submission.run(() => getChannelVideos(this.client.request, { channelId, cursor }));
    if (!page || channelId !== this.channelId) return;
    this.videos = [...(this.videos ?? []), ...page.items];
    this.cursor = page.cursor;
  }
}
