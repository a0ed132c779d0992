import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { getChannelVideos, getOneChannel, getSubscriptions, type ChannelSubscription, type PublicChannel, type Subscription } from '../api/generated';
import { together } from '../api/together';
import '../search/found-card';
import { asViewer } from '../session/access';
import { ViewerAccess } from '../session/viewer-access';
import { Feed, type FeedVideo } from '../social/feed';
import '../social/subscribe-button';
import { page, shared } from '../ui/styles';
import { Submission } from '../ui/submission';

/** The feed is made of so many channels, those that were subscribed to last, and shown so many videos at a time. */
const most = 50;
const batch = 24;

type Followed = Subscription & { subscribed: boolean; channel: PublicChannel };

/** `/subscriptions`: new videos of the channels that one subscribes to, and which these are. */
@customElement('subscriptions-page')
export class SubscriptionsPage extends LitElement {
  @state() private followed?: Followed[];
  /** There are more channels than the feed is made of. */
  @state() private partial = false;
  @state() private videos?: FeedVideo[];
  private feed?: Feed;
  private readonly submission = new Submission(this, 'subscriptions');
  private readonly access = new ViewerAccess(this, () => void this.load());

  static override styles = [
    shared,
    page,
    css`
      .feed {
        display: grid;
        gap: 20px;
        align-content: start;
      }
      .both {
        display: grid;
        gap: 32px 40px;
      }
      li {
        display: grid;
        gap: 8px;
      }
      @media (min-width: 980px) {
        .both {
          grid-template-columns: minmax(0, 1fr) 300px;
        }
      }
    `,
  ];

  override render() {
    const { followed } = this;
    return html`
      <h1>Subscriptions</h1>
      ${this.submission.trouble()}
      ${!followed ? (this.submission.problem || !this.access.somebody ? nothing : html`<p class="muted">Loading…</p>`) : followed.length === 0 ? this.nobody() : this.both(followed)}
    `;
  }

  private nobody() {
    return html`<div class="stack empty">
      <h2>You subscribe to no channel yet</h2>
      <p class="muted">Press Subscribe on a channel’s page: its new videos are shown here.</p>
      <a class="button primary" href="/search">Look for videos</a>
    </div>`;
  }

  private both(followed: Followed[]) {
    const { videos, feed } = this;
    return html`<div class="both">
      <section class="feed" aria-labelledby="videos">
        <h2 id="videos">${videos?.length === 0 ? 'No videos yet' : 'New videos'}</h2>
        ${feed?.failed ? html`<p class="notice" role="status">${feed.failed === 1 ? 'Of one channel' : `Of ${feed.failed} channels`} nothing could be read just now.</p>` : nothing}
        ${videos?.map((video) => html`<found-card .video=${{ ...video, titleMarks: [] }}></found-card>`)}
        ${videos && !feed?.whole ? html`<div><button ?disabled=${this.submission.busy} @click=${this.more}>Show more</button></div>` : nothing}
      </section>
      <section class="feed" aria-labelledby="channels">
        <h2 id="channels">Channels</h2>
        ${this.partial ? html`<p class="muted small">These are the ${most} that you subscribed to last; the videos are theirs.</p>` : nothing}
        <ul>
          ${followed.map(
            (each) => html`<li>
              <a href="/channel/${each.channel.id}">${each.channel.name}</a>
              <subscribe-button
                channel-id=${each.channel.id} name=${each.channel.name} .known=${each} @changed=${(event: CustomEvent<ChannelSubscription>) => this.learn(each, event.detail)}
              ></subscribe-button>
            </li>`,
          )}
        </ul>
      </section>
    </div>`;
  }

  /** One that was ended stays in sight, to be taken back. */
  private learn(of: Followed, { subscribed, notify }: ChannelSubscription): void {
    this.followed = this.followed?.map((each) => (each === of ? { ...each, subscribed, notify } : each));
  }

  private async load(): Promise<void> {
    [this.followed, this.videos, this.feed] = [undefined, undefined, undefined];
    const { request } = asViewer();
    const found = await this.submission.run(async () => {
      const page = await getSubscriptions(request, { limit: most });
      // A channel that was deleted is no loss to who subscribed to it.
      const channels = await together(page.items, 6, ({ channelId }) => getOneChannel(request, { channelId }).catch(() => undefined));
      return { followed: page.items.flatMap((each, at) => (channels[at] ? [{ ...each, subscribed: true, channel: channels[at] }] : [])), partial: page.cursor !== undefined };
    });
    if (!found) return;
    ({ followed: this.followed, partial: this.partial } = found);
    this.feed = new Feed(found.followed.map(({ channel }) => channel), (channelId, cursor) => getChannelVideos(request, { channelId, cursor, limit: batch }));
    await this.more();
  }

  private more = async (): Promise<void> => {
    const { feed } = this;
    const next = await this.submission.run(() => feed!.next(batch));
    if (next && feed === this.feed) this.videos = [...(this.videos ?? []), ...next];
  };
}
